import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect } from 'vitest'
import { families } from '../riverside/families.ts'
import { asksFor } from './steps/asks.ts'
import { rowOf } from './steps/agency.ts'
import { answers, follows, presses, reads, sees, types } from './steps/page.ts'
import { aVisitIsArranged, nameOf } from './steps/told.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const kayla = nameOf('kayla')
const contact = '555-0122'
let referralId = ''
let csrf = ''

async function givenAVisitIsArranged(stage: Stage) {
  referralId = (await aVisitIsArranged(stage, 'kayla', '2026-10-15')).referralId
}

async function givenNoorHasThePacketOpen({ enter }: Stage) {
  const noor = await enter('noor')
  await noor.goto(`/inbox/${referralId}`)
  await sees(noor, kayla)
  expect(await everywhere(noor)).toContain(contact)
  csrf = await noor.locator('input[name=_csrf]').first().inputValue()
}

/** Everything the agency can be handed of the student: pages, their JSON, and what its search finds. */
async function everywhere(noor: Page): Promise<string> {
  const paths = [`/inbox/${referralId}`, '/inbox', '/today', `/search?q=${families.kayla.family}`]
  const faces = ['text/html', 'application/json']
  const asked = paths.flatMap((path) => faces.map((accept) => asksFor(noor, path, accept)))
  const texts = await Promise.all((await Promise.all(asked)).map((reply) => reply.text()))
  return texts.join('\n').replaceAll(`“${families.kayla.family}”`, '')
}

async function thenNothingOfHersIsHandedOutOnTheNextRequest({ enter }: Stage) {
  const noor = await enter('noor')
  const asked = performance.now()
  const page = await noor.request.get(`/inbox/${referralId}`)
  expect(performance.now() - asked).toBeLessThan(1000)
  expect(await page.text()).not.toContain(kayla)
  const handed = await everywhere(noor)
  for (const hers of [kayla, contact, 'Denise Simmons']) expect(handed).not.toContain(hers)
  const { origin } = new URL(noor.url())
  const headers = {
    accept: 'application/json',
    origin,
    'x-csrf-token': csrf,
    'idempotency-key': randomUUID(),
  }
  const data = { status: 'received' }
  const post = await noor.request.post(`/inbox/${referralId}/statuses`, { headers, data })
  expect([post.status(), await post.text()]).toEqual([
    409,
    expect.stringMatching(/The family has not agreed that you tell the school how it goes/),
  ])
}

async function whenTheFamilyTakesItsConsentBack({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await maya.goto(`/referrals/${referralId}/consents`)
  await accessible(maya)
  await follows(maya, 'End this consent')
  await sees(maya, /End consent with Cedar Street/)
  await accessible(maya)
  await answers(maya, 'How did they ask?', 'By phone')
  await presses(maya, 'End consent')
  await sees(maya, /Consents with Cedar Street/)
  await reads(maya, /^Ended|Taken back/)
}

async function thenTheNextPostIsRefusedWithItsReason({ enter, accessible }: Stage) {
  const noor = await enter('noor')
  await noor.getByText('Book a visit').first().click()
  await types(noor, 'Day', '2026-10-16')
  await types(noor, 'Time', '15:00')
  await types(noor, 'Where, or the link', '214 Cedar Street')
  await presses(noor, 'Book this visit')
  await reads(noor.getByRole('alert'), /The family has not agreed that you tell the school how it goes/)
  await accessible(noor)
}

async function thenTheAgencyReadsThatSharingStopped({ enter, accessible }: Stage) {
  const noor = await enter('noor')
  await noor.goto(`/inbox/${referralId}`)
  await reads(noor, /consent to send this holds no more/)
  await accessible(noor)
  await noor.goto('/inbox')
  await reads(noor, 'Sharing stopped (1)')
  await reads(noor, /The family ended consent/)
  await accessible(noor)
  await presses(noor, 'I have read this')
  await reads(noor, 'Inbox')
  await rowOf(noor, 'Sharing stopped').waitFor({ state: 'detached' })
}

async function thenTheSchoolReadsNotShared({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await maya.goto(`/referrals/${referralId}`)
  await reads(maya, /Not shared: the family has not agreed, or agrees no longer/)
  await reads(maya, 'Next: Contact the family')
  await accessible(maya)
  await maya.goto(`/students/${families.kayla.id}`)
  await reads(maya, 'Nothing is shared any more')
  await reads(maya, /Not shared since/)
  await accessible(maya)
  await maya.goto('/referrals')
  await reads(maya, 'not shared')
  await accessible(maya)
}

journey(
  'A family changes its mind: the agency is told to stop, and the school asks the family [R071]',
  async (stage) => {
    await givenAVisitIsArranged(stage)
    await givenNoorHasThePacketOpen(stage)
    await whenTheFamilyTakesItsConsentBack(stage)
    await thenTheNextPostIsRefusedWithItsReason(stage)
    await thenNothingOfHersIsHandedOutOnTheNextRequest(stage)
    await thenTheAgencyReadsThatSharingStopped(stage)
    await thenTheSchoolReadsNotShared(stage)
  },
)
