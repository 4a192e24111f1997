import { families } from '../riverside/families.ts'
import { partners } from '../riverside/places.ts'
import { answers, follows, picks, presses, reads, sees, types, unfolds } from './steps/page.ts'
import { aVisitIsArranged, nameOf } from './steps/told.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const { kayla } = families

async function givenAnAgencyServesAStudentAndTheFamilyLetsItCoordinate(stage: Stage) {
  await (await aVisitIsArranged(stage, 'kayla', '2026-10-15')).coordinate()
}

async function andSomebodyIsTrainedInHowTeamsWork({ enter, accessible }: Stage) {
  const grace = await enter('grace')
  await grace.goto('/protocols')
  await reads(grace, /Version 1, in force/)
  await accessible(grace)
  await follows(grace, 'Wraparound teams')
  await reads(grace, 'Grace Whitfield')
  await accessible(grace)
  await grace.goto('/own-protocols')
  await accessible(grace)
  await presses(grace.locator('section', { hasText: 'Wraparound teams' }), /I was trained in this/)
  await reads(grace, /You were trained in this version/)
}

async function whenATeamIsFormed({ enter, accessible }: Stage) {
  const grace = await enter('grace')
  await grace.goto(`/students/${kayla.id}`)
  await follows(grace, 'Team around the student')
  await reads(grace, 'There is no team yet')
  await accessible(grace)
  await presses(grace, 'Form a team')
  await reads(grace, 'Leads the team')
  await accessible(grace)
}

async function andTheAgencyIsPutOnItWithAPart({ enter, accessible }: Stage) {
  const grace = await enter('grace')
  await answers(grace, 'Who joins', 'An agency')
  await presses(grace, 'Put on the team')
  await reads(grace, 'Choose an agency that serves the student.')
  await accessible(grace)
  await picks(grace, 'Which agency', partners.cedarStreet.name)
  await presses(grace, 'Put on the team')
  await picks(grace, 'Who does it', partners.cedarStreet.name)
  await picks(grace, 'What', 'Helps to keep visits')
  await types(grace, 'By', '2026-10-20')
  await presses(grace, 'Put in the plan')
  await picks(grace, 'Who does it', 'Grace Whitfield')
  await picks(grace, 'What', 'Checks in at school')
  await types(grace, 'By', '2026-10-21')
  await presses(grace, 'Put in the plan')
  await accessible(grace)
}

async function thenTheAgencyReadsItsPartAndTellsHowFarTreatmentIs({ enter, accessible }: Stage) {
  const noor = await enter('noor')
  await noor.goto('/teams')
  await reads(noor, nameOf('kayla'))
  await reads(noor, /Helps to keep visits, by/)
  await reads(noor, /Leads the team: Checks in at school, by/)
  await accessible(noor)
  await follows(noor, /Referral \d+/)
  await unfolds(noor, 'Tell how far treatment is')
  await accessible(noor)
  await answers(noor, 'Tell how far treatment is', 'The plan of treatment is complete')
  const form = noor.locator('form', { hasText: 'Tell the day' })
  await types(form, 'Day', '2026-10-13')
  await presses(noor, 'Tell the day')
  await reads(noor, /The plan of treatment is complete, /)
}

async function andTheSchoolReadsTheDayAndHowTheMeasuresGo({ enter, accessible }: Stage) {
  const grace = await enter('grace')
  await grace.goto(`/students/${kayla.id}`)
  await grace.goto(`/students/${kayla.id}/measures`)
  await reads(grace, 'Over the last months')
  await accessible(grace)
  await sees(grace, 'Agree measures')
  await grace.goto('/caseloads/coordination')
  await reads(grace, 'Plan of treatment complete')
  await accessible(grace)
}

journey(
  'Somebody is trained, a team is formed around a student, and the agency reads its part and tells how far treatment is',
  async (stage) => {
    await givenAnAgencyServesAStudentAndTheFamilyLetsItCoordinate(stage)
    await andSomebodyIsTrainedInHowTeamsWork(stage)
    await whenATeamIsFormed(stage)
    await andTheAgencyIsPutOnItWithAPart(stage)
    await thenTheAgencyReadsItsPartAndTellsHowFarTreatmentIs(stage)
    await andTheSchoolReadsTheDayAndHowTheMeasuresGo(stage)
  },
)
