import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { families } from '../riverside/families.ts'
import { answers, follows, picks, presses, reads, sees, types, unfolds } from './steps/page.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const { sofia } = families
let key = ''
let desk = ''

async function givenAnAgreementAndADeskWithAKey({ enter, accessible }: Stage) {
  const yolanda = await enter('yolanda')
  await yolanda.goto('/handle-with-care/agreements')
  await reads(yolanda, 'Nothing is agreed yet, so nobody can send.')
  await unfolds(yolanda, 'Record an agreement')
  await types(yolanda, 'Law-enforcement agency', 'Riverside Police Department')
  await types(yolanda, 'Document', 'Memorandum, file 12')
  await types(yolanda, 'First day', '2026-07-01')
  await types(yolanda, 'Last day', '2027-06-30')
  await presses(yolanda, 'Record it')
  await sees(yolanda, 'Riverside Police Department')
  await unfolds(yolanda, 'Give a desk a key')
  await types(yolanda, 'Which desk', 'Records desk')
  key = await yolanda.getByLabel('Key', { exact: true }).first().inputValue()
  await accessible(yolanda)
  await presses(yolanda, 'Make this key work')
  const address = yolanda.getByRole('link', { name: /^\/handle-with-care\/from\// })
  await address.waitFor()
  desk = (await address.textContent()) ?? ''
  expect(await yolanda.content()).not.toContain(key)
}

async function andPeopleWhoAreTold({ enter, accessible }: Stage) {
  const marcus = await enter('marcus')
  await marcus.goto('/handle-with-care/designated')
  for (const [who, when] of [
    ['Daniel Reyes, School counselor', 'Told at once'],
    ['Lucia Santos, Head of student support', 'Told when nobody answered'],
  ] as const) {
    await unfolds(marcus, 'Name somebody')
    await picks(marcus, 'Who', who)
    await answers(marcus, 'When they are told', when)
    await presses(marcus, 'Name them')
    await reads(marcus, new RegExp(who.split(',')[0] as string))
  }
  await accessible(marcus)
}

async function whenTheDeskSendsANameAndNothingElse({ stranger, accessible }: Stage) {
  const officer = await stranger()
  await officer.setViewportSize({ width: 320, height: 640 })
  await officer.goto(desk)
  await sees(officer, 'Handle With Care notice')
  await types(officer, 'Name of the child', 'Sofia saw 2 officers')
  await picks(officer, 'School', 'Alder Creek Middle School')
  await types(officer, 'Key of your desk', key)
  await presses(officer, 'Send the notice')
  await reads(officer, 'Give the name of the child alone, without numbers or other words.')
  await accessible(officer)
  await types(officer, 'Name of the child', 'Sofia Delgado')
  await picks(officer, 'Grade', '7')
  await types(officer, 'Key of your desk', key)
  await presses(officer, 'Send the notice')
  await sees(officer, 'The notice was received')
  await reads(officer, /^HWC-/)
  await accessible(officer)
  expect(officer.url()).not.toContain(key)
  await follows(officer, 'Send another notice')
}

async function thenDanielIsWrittenToAndLearnsOfItInside({ runJobs, mailFolder, enter, accessible }: Stage) {
  // Its two clocks run on: neither has run out.
  await expect(runJobs()).rejects.toThrow(/There is time left|has not ended/)
  const letters = await Promise.all(
    (await readdir(mailFolder)).map((name) => readFile(join(mailFolder, name), 'utf8')),
  )
  const told = letters.filter((letter) => letter.includes('You have a new message'))
  expect(told).toHaveLength(1)
  for (const secret of [sofia.given, sofia.family, 'Care', 'olice', 'Alder'])
    expect(told[0]).not.toContain(secret)
  const daniel = await enter('daniel')
  await daniel.goto('/today')
  await reads(daniel, 'A Handle With Care notice waits for you')
  await follows(daniel, 'Open the notice')
  await sees(daniel, 'Handle With Care notice')
  await reads(daniel, /Sofia Delgado, grade 7/)
  await accessible(daniel)
  await presses(daniel, 'I have this notice')
  await reads(daniel, /Daniel Reyes, /)
  await presses(daniel, 'It is Sofia Delgado')
  await reads(daniel, 'Open the page of Sofia Delgado')
  await answers(daniel, 'What was done', 'Support was given')
  await answers(daniel, 'Which support', 'A quiet place to be')
  await presses(daniel, 'Save')
  await reads(daniel, /A quiet place to be \(Daniel Reyes/)
  await picks(daniel, 'Which teacher', 'Joan Hale')
  await presses(daniel, 'Ask this teacher')
  await reads(daniel, 'Joan Hale')
  await accessible(daniel)
}

async function andATeacherIsToldToBeGentleAndNothingElse({ enter, accessible }: Stage) {
  const joan = await enter('joan')
  await joan.goto('/today')
  await reads(joan, 'You are asked to handle a student with care.')
  await follows(joan, 'Handle with care')
  await sees(joan, 'Handle with care')
  await reads(joan, 'Sofia Delgado')
  expect(await joan.content()).not.toMatch(/police|notice|HWC-|Records desk/i)
  await accessible(joan)
}

async function andItGoesToTriageOnlyByHand({ enter, accessible }: Stage) {
  const daniel = await enter('daniel')
  await presses(daniel, 'Send it to triage')
  await follows(daniel, 'Open the concern')
  await reads(daniel, /Handle With Care/)
  await accessible(daniel)
}

async function andAfterItsDaysOnlyTheAccountingKnows({ at, enter, accessible }: Stage) {
  at('2026-10-29T18:00:00Z')
  const daniel = await enter('daniel')
  await daniel.goto('/handle-with-care')
  await reads(daniel, 'No notice stands right now.')
  const joan = await enter('joan')
  await joan.goto('/handle-with-care/signals')
  await reads(joan, 'You are asked for nobody right now.')
  const leila = await enter('leila')
  await leila.goto('/handle-with-care/accounting')
  await reads(leila, /^HWC-/)
  await reads(leila, /^Ended /)
  await accessible(leila)
}

journey(
  'A child is handled with care, and nobody learns of what happened [R346] [R347] [R348]',
  async (stage) => {
    await givenAnAgreementAndADeskWithAKey(stage)
    await andPeopleWhoAreTold(stage)
    await whenTheDeskSendsANameAndNothingElse(stage)
    await thenDanielIsWrittenToAndLearnsOfItInside(stage)
    await andATeacherIsToldToBeGentleAndNothingElse(stage)
    await andItGoesToTriageOnlyByHand(stage)
    await andAfterItsDaysOnlyTheAccountingKnows(stage)
  },
)
