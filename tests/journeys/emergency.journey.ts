import { families } from '../riverside/families.ts'
import { answers, follows, presses, reads, sees, ticks, types, unfolds } from './steps/page.ts'
import { nameOf } from './steps/told.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const { id: studentId } = families.mateo
const mateo = nameOf('mateo')
const threat = 'Ran toward the river after saying that he did not want to live; not found for 40 minutes.'

async function whenDanielWritesDownWhatHeToldThePolice({ at, enter, accessible }: Stage) {
  at('2026-10-13T20:30:00Z')
  const daniel = await enter('daniel')
  await daniel.goto(`/students/${studentId}`)
  await unfolds(daniel, 'More about the student')
  await follows(daniel, 'Told without consent')
  await sees(daniel, `Told about ${mateo} without consent`)
  await reads(daniel, 'Call first, write afterwards. This page sends nothing to anybody.')
  await accessible(daniel)
  await types(daniel, 'What the danger was', 'A danger.')
  await answers(daniel, 'Which office', 'Police')
  await types(daniel, 'Name of the office', 'Riverside police')
  await types(daniel, 'Whom you spoke to', 'Dispatcher, call 0917')
  await answers(daniel, 'By which way', 'By phone')
  await ticks(daniel, 'Name, birth date and school', 'What the student looks like and wears')
  await presses(daniel, 'Keep it')
  await reads(daniel.getByRole('alert'), /at least 20/)
  await accessible(daniel)
}

async function thenItNeedsTheThreatAndSomebodyElse({ enter, accessible }: Stage) {
  const daniel = await enter('daniel')
  await types(daniel, 'What the danger was', threat)
  await presses(daniel, 'Keep it')
  await reads(daniel, threat)
  await reads(daniel, /Due/)
  await accessible(daniel)
  await daniel.getByRole('button', { name: 'Keep the finding' }).waitFor({ state: 'detached' })
}

async function whenThePrivacyOfficerReviewsIt({ enter, accessible }: Stage) {
  const leila = await enter('leila')
  await leila.goto('/exceptions')
  await accessible(leila)
  await follows(leila, mateo)
  await reads(leila, threat)
  await answers(leila, 'What do you find?', 'Right, but more was told than needed')
  await presses(leila, 'Keep the finding')
  await reads(leila, /Write what was more than needed/)
  await accessible(leila)
  await types(leila, 'What is to be learned or done', 'The birth date was not needed to find him.')
  await presses(leila, 'Keep the finding')
  await reads(leila, /Right, but more was told than needed\. Leila Haddad/)
  await accessible(leila)
}

async function thenTheFamilyReadsOfItAndTheAccountingCountsIt({ enter }: Stage) {
  const elena = await enter('elena')
  await elena.goto('/family?lang=en')
  await reads(elena, 'In an emergency, the school told Riverside police')
  const leila = await enter('leila')
  await leila.goto(`/students/${studentId}/accounting?whole=yes&to=caregiver&lang=en`)
  await reads(leila, 'School to Riverside police')
  await reads(leila, /Without consent, in an emergency of health or safety/)
}

journey(
  'A counselor tells the police in an emergency, writes down the threat, and somebody else reviews it [R136]',
  async (stage) => {
    await whenDanielWritesDownWhatHeToldThePolice(stage)
    await thenItNeedsTheThreatAndSomebodyElse(stage)
    await whenThePrivacyOfficerReviewsIt(stage)
    await thenTheFamilyReadsOfItAndTheAccountingCountsIt(stage)
  },
)
