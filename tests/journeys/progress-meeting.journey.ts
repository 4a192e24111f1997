import { cast } from '../riverside/cast.ts'
import { partners } from '../riverside/places.ts'
import { answers, follows, picks, presses, reads, sees, ticks, types } from './steps/page.ts'
import { aVisitIsArranged, nameOf } from './steps/told.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

async function givenSomebodyCoordinatesForOneOfTwoFamilies(stage: Stage) {
  await (await aVisitIsArranged(stage, 'kayla', '2026-10-15')).coordinate()
  await aVisitIsArranged(stage, 'mateo', '2026-10-15')
  const ruth = await stage.enter('ruth')
  await ruth.goto('/caseloads/coordination')
  await picks(ruth, 'Care coordinator', cast.grace.name)
  await picks(ruth, 'Agency', partners.cedarStreet.name)
  await presses(ruth, 'Save')
  await reads(ruth, cast.grace.name)
}

async function whenAProgressMeetingBegins({ enter, accessible }: Stage) {
  const grace = await enter('grace')
  await grace.goto('/progress-meetings')
  await reads(grace, 'Not yet')
  await reads(grace, 'suppressed')
  await reads(grace, '1 more student is not consented.')
  await accessible(grace)
  await ticks(grace, 'Alder Creek Middle School')
  await presses(grace, 'Make the list')
  await reads(grace, 'Choose whom the meeting speaks of.')
  await accessible(grace)
  await ticks(grace, /Kayla Simmons/)
  await presses(grace, 'Make the list')
  await sees(grace, /Progress meeting of Alder Creek/)
  await reads(grace, 'All students in service, as the meeting began')
  await accessible(grace)
}

async function andOneStudentIsSpokenOf({ enter, accessible }: Stage) {
  const grace = await enter('grace')
  await follows(grace, 'For the table')
  await reads(grace, 'Decided, by whom, by when')
  await accessible(grace)
  await follows(grace, 'The list')
  await follows(grace, 'Go on with Kayla Simmons')
  await sees(grace, nameOf('kayla'))
  await answers(grace, 'The next visit', 'It stands, and the family knows it')
  await answers(grace, 'What stands in the way', 'Nothing stands in the way')
  await answers(grace, 'The agreed measures', 'None are agreed yet')
  await answers(grace, 'What was decided?', 'Somebody does something by a day')
  await picks(grace, 'What is to be done?', 'Talk with the student')
  await picks(grace, 'Who does it?', 'Maya Okafor')
  await types(grace, 'By which day?', '2026-10-15')
  await presses(grace, 'Save, and go on')
  await reads(grace, '1 of 1 marked. 0 left.')
}

async function thenItIsKeptAndTheTaskIsOwed({ enter, accessible }: Stage) {
  const grace = await enter('grace')
  await ticks(grace, 'Grace Whitfield', /Tomas Lindqvist/)
  await presses(grace, 'End the review')
  await reads(grace, 'Grace Whitfield, Tomas Lindqvist')
  await grace.goto('/progress-meetings')
  await reads(grace, '1 of 1 reviewed')
  await accessible(grace)
  const maya = await enter('maya')
  await maya.goto('/today')
  await reads(maya, 'Decided in a review: talk with the student')
}

journey(
  'A progress meeting reads how all in service do in counts, speaks of one student, and what it decides is owed',
  async (stage) => {
    await givenSomebodyCoordinatesForOneOfTwoFamilies(stage)
    await whenAProgressMeetingBegins(stage)
    await andOneStudentIsSpokenOf(stage)
    await thenItIsKeptAndTheTaskIsOwed(stage)
  },
)
