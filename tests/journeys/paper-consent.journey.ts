import { buffer } from 'node:stream/consumers'
import { expect } from 'vitest'
import { pdf } from '#platform/scan/files-for-specs.ts'
import { saysWhoTalks, choosesTheAgency } from './steps/handoff.ts'
import { answers, follows, presses, reads, types } from './steps/page.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

let referralId = ''
const phone = { width: 360, height: 740 }
const paper = pdf()
const asFile = (bytes: Buffer) => ({ name: 'paper.pdf', mimeType: 'application/pdf', buffer: bytes })

async function givenAPaperCameBackFromTheFamily({ before, at, enter }: Stage) {
  const walk = before('kayla').at(new Date('2026-10-13T18:00:00Z'))
  await walk.raise('Has missed nine days since the start of the year.')
  await walk.decide('b')
  referralId = walk.referralId
  at('2026-10-13T20:30:00Z')
  const maya = await enter('maya')
  await maya.setViewportSize(phone)
  await maya.goto(`/referrals/${referralId}/handoff`)
  await saysWhoTalks(maya, {})
  await choosesTheAgency(maya, 'Cedar Street')
}

async function whenMayaTakesAPictureOfSomethingElse({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await maya.goto(`/referrals/${referralId}/consents`)
  await answers(maya, 'How is consent given?', /paper/i)
  await types(maya, 'Interpreter (optional)', 'Interpreter 4471')
  for (const asked of [/sends the referral/, /tells us the status/]) await answers(maya, asked, 'Yes')
  await maya.getByLabel(/Scan of the signed paper/).setInputFiles(asFile(Buffer.from('a letter')))
  await presses(maya, 'Save these answers')
  await reads(maya, 'This is not a PDF, JPEG or PNG.')
  await accessible(maya)
}

/** Every word is still there; a browser keeps no file. */
async function thenOnlyTheFileIsChosenAgain({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await reads(maya, /Choose the scan again/)
  expect(await maya.getByLabel('Interpreter (optional)').inputValue()).toBe('Interpreter 4471')
  await maya.getByLabel(/Scan of the signed paper/).setInputFiles(asFile(paper))
  await presses(maya, 'Save these answers')
  await reads(maya, /Scanned and kept with this consent/)
  await reads(maya, /in force/i)
  await accessible(maya)
}

async function andTheScanComesBackAsAFile({ enter }: Stage) {
  const maya = await enter('maya')
  const [download] = await Promise.all([maya.waitForEvent('download'), follows(maya, /Scan 1 \(PDF/)])
  expect(download.suggestedFilename()).toBe('consent.pdf')
  expect(await buffer(await download.createReadStream())).toEqual(paper)
}

journey('A paper consent is recorded with its scan on a phone, in one step [R149]', async (stage) => {
  await givenAPaperCameBackFromTheFamily(stage)
  await whenMayaTakesAPictureOfSomethingElse(stage)
  await thenOnlyTheFileIsChosenAgain(stage)
  await andTheScanComesBackAsAFile(stage)
})
