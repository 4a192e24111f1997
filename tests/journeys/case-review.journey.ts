import { cast } from '../riverside/cast.ts'
import { partners } from '../riverside/places.ts'
import { answers, follows, picks, presses, reads, sees, ticks, types } from './steps/page.ts'
import { aVisitIsArranged, nameOf } from './steps/told.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

async function givenTwoFamiliesAreServedAndOneLetsTheAgencyCoordinate(stage: Stage) {
  await (await aVisitIsArranged(stage, 'kayla', '2026-10-15')).coordinate()
  await aVisitIsArranged(stage, 'mateo', '2026-10-15')
}

async function andSomebodyCoordinatesWithTheAgency({ enter, accessible }: Stage) {
  const ruth = await enter('ruth')
  await ruth.goto('/caseloads/coordination')
  await reads(ruth, '2 students')
  await accessible(ruth)
  await picks(ruth, 'Care coordinator', cast.grace.name)
  await picks(ruth, 'Agency', partners.cedarStreet.name)
  await presses(ruth, 'Save')
  await reads(ruth, cast.grace.name)
  const grace = await enter('grace')
  await grace.goto('/caseloads/own')
  await reads(grace, nameOf('kayla'))
  await reads(grace, '1 more is not consented.')
  await accessible(grace)
}

async function whenTheCaseReviewBegins({ enter, accessible }: Stage) {
  const grace = await enter('grace')
  await grace.goto('/case-reviews')
  await reads(grace, '1 more student is not consented.')
  await accessible(grace)
  await ticks(grace, 'Alder Creek Middle School')
  await presses(grace, 'Make the list')
  await sees(grace, /Case review of Alder Creek/)
  await accessible(grace)
  await follows(grace, 'For the table')
  await reads(grace, 'Decided, by whom, by when')
  await accessible(grace)
  await follows(grace, 'The list')
  await follows(grace, 'Go on with Kayla Simmons')
}

async function andEverythingIsSaidOfTheStudent({ enter, accessible }: Stage) {
  const grace = await enter('grace')
  await sees(grace, nameOf('kayla'))
  await presses(grace, 'Save, and go on')
  await reads(grace, 'Say how the next visit stands.')
  await accessible(grace)
  await answers(grace, 'The next visit', 'It stands, and the family knows it')
  await answers(grace, 'What stands in the way', 'Nothing stands in the way')
  await answers(grace, 'The agreed measures', 'None are agreed yet')
  await answers(grace, 'What was decided?', 'Somebody does something by a day')
  await picks(grace, 'What is to be done?', 'Call the family')
  await picks(grace, 'Who does it?', 'Maya Okafor')
  await types(grace, 'By which day?', '2026-10-15')
  await presses(grace, 'Save, and go on')
  await reads(grace, '1 of 1 marked. 0 left.')
}

async function thenItEndsWithTheClinicianWhoTookPart({ enter, accessible }: Stage) {
  const grace = await enter('grace')
  await ticks(grace, 'Grace Whitfield', /Tomas Lindqvist/)
  await presses(grace, 'End the review')
  await reads(grace, 'Grace Whitfield, Tomas Lindqvist')
  await accessible(grace)
}

async function andTheAgencyReadsItsOwnPart({ enter, accessible }: Stage) {
  const noor = await enter('noor')
  await noor.goto('/inbox/case-reviews')
  await reads(noor, nameOf('kayla'))
  await reads(noor, /Call the family: Navigator, by/)
  await accessible(noor)
}

journey(
  'A case review goes across agencies within consent, decides who does what, and the agency reads its own part',
  async (stage) => {
    await givenTwoFamiliesAreServedAndOneLetsTheAgencyCoordinate(stage)
    await andSomebodyCoordinatesWithTheAgency(stage)
    await whenTheCaseReviewBegins(stage)
    await andEverythingIsSaidOfTheStudent(stage)
    await thenItEndsWithTheClinicianWhoTookPart(stage)
    await andTheAgencyReadsItsOwnPart(stage)
  },
)
