import { expect } from 'vitest'
import { answers, follows, picks, presses, reads, sees, ticks, types, unfolds } from './steps/page.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

async function givenASchoolThatOwesADrill({ enter, accessible }: Stage) {
  const marcus = await enter('marcus')
  await marcus.goto('/today')
  await follows(marcus, '1 school owes a crisis drill.')
  await sees(marcus, 'Crisis drills')
  await reads(marcus, /^Overdue since /)
  await reads(marcus, 'Sample: not approved for use')
  await accessible(marcus)
}

async function andATeamThatLacksACaregiver({ enter, accessible }: Stage) {
  const marcus = await enter('marcus')
  await follows(marcus, 'Crisis teams')
  await reads(marcus, 'Not complete. Missing: professional, caregiver, community partner.')
  for (const [kind, name] of [
    ['Professional', 'Daniel Reyes'],
    ['Community partner', 'Jo Tanner'],
    ['Caregiver', 'Rosa Whelan'],
  ] as const) {
    await unfolds(marcus, 'Put somebody on the team')
    await answers(marcus, 'Stands for', kind)
    await types(marcus, 'Name', name)
    await types(marcus, 'What they do, or whom they come from', 'Of the neighborhood')
    await types(marcus, 'Phone (optional)', '555-0190')
    await presses(marcus, 'Put them on the team')
    await reads(marcus, name)
  }
  await reads(marcus, 'Complete.')
  await unfolds(marcus, 'Credit Rosa Whelan with education')
  await types(marcus, 'For what', 'Talking in a crisis')
  await types(marcus, 'Hours', '1.1')
  await types(marcus, 'Day', '2026-10-12')
  await presses(marcus, 'Save the credit')
  await reads(marcus, 'Give hours in quarters, up to 100')
  await types(marcus, 'Hours', '1.5')
  await presses(marcus, 'Save the credit')
  await reads(marcus, /Talking in a crisis, 1\.5 hours/)
  await accessible(marcus)
}

async function whenTheyGoThroughAScenarioAtATable({ enter, accessible }: Stage) {
  const marcus = await enter('marcus')
  await marcus.goto('/drills')
  await picks(marcus, 'Scenario', 'Words in a class')
  await presses(marcus, 'Plan it')
  await sees(marcus, 'Words in a class')
  await reads(marcus, 'This is a drill.')
  await presses(marcus, 'Save that it was held')
  await reads(marcus, 'Mark who took part.')
  await accessible(marcus)
  await ticks(marcus, /^Joan Hale/, /^Marcus Webb/, /^Rosa Whelan/)
  await presses(marcus, 'Save that it was held')
  await reads(marcus, 'Joan Hale, Marcus Webb, Rosa Whelan')
  await types(marcus, 'What the drill showed', 'Nobody knew who calls when the lead is away.')
  await picks(marcus, 'Who', 'Lucia Santos, Head of student support')
  await types(marcus, 'Due on', '2026-10-20')
  await presses(marcus, 'Save it')
  await reads(marcus, 'Lucia Santos')
  await accessible(marcus)
}

async function thenNothingIsOverdueAndWhoeverOwnsAFindingSeesToIt({ enter, accessible }: Stage) {
  const marcus = await enter('marcus')
  await marcus.goto('/drills')
  await reads(marcus, 'Nobody knew who calls when the lead is away.')
  expect(await marcus.getByText(/^Overdue since /).count()).toBe(0)
  await accessible(marcus)
  await marcus.goto('/today')
  await sees(marcus, 'Today')
  expect(await marcus.getByText('a crisis drill').count()).toBe(0)
  const lucia = await enter('lucia')
  await lucia.goto('/today')
  await reads(lucia, 'DRILL: you were given something to see to after a crisis drill.')
  await lucia.goto('/drills')
  await follows(lucia, 'Nobody knew who calls when the lead is away.')
  await unfolds(lucia, /^Say how it ended: /)
  await answers(lucia, 'How it ended', 'It is done')
  await presses(lucia, 'Save how it ended')
  await reads(lucia, 'It is done')
  await accessible(lucia)
}

async function givenADrillAgainstTheClock({ enter, accessible }: Stage) {
  const marcus = await enter('marcus')
  await marcus.goto('/drills')
  await picks(marcus, 'Scenario', 'Words in a class')
  await picks(marcus, 'How', 'Against the clock, in the live incident')
  await presses(marcus, 'Plan it')
  await sees(marcus, 'Words in a class')
  await presses(marcus, 'Begin the drill')
  await reads(marcus, 'Mark somebody who leads in a crisis: the lead, who stands in, or the principal.')
  await accessible(marcus)
  await ticks(marcus, /^Joan Hale/, /^Samuel Ito/)
  await presses(marcus, 'Begin the drill')
  await sees(marcus, 'The student of the scenario')
  await reads(marcus, 'Drill.')
  await accessible(marcus)
}

async function whenWhoeverTakesPartGoesThroughTheScript({ enter, accessible }: Stage) {
  const samuel = await enter('samuel')
  await samuel.goto('/today')
  await follows(samuel, 'DRILL: you were told of a crisis that is none. Answer it as you would a real one.')
  await sees(samuel, 'The student of the scenario')
  await presses(samuel, 'I have it')
  const joan = await enter('joan')
  await joan.goto('/today')
  expect(await joan.getByText('DRILL').count(), 'nobody but the lead was told yet').toBe(0)
  await joan.goto(new URL(samuel.url()).pathname)
  await reads(joan, 'The buttons ring nobody')
  await accessible(joan)
}

async function thenItsTimesStandBesideTheStandardAndNowhereElse({ enter, accessible }: Stage) {
  const daniel = await enter('daniel')
  await daniel.goto('/crisis')
  expect(await daniel.getByRole('heading', { name: 'Going on now' }).count()).toBe(0)
  const marcus = await enter('marcus')
  await marcus.goto('/drills')
  await follows(marcus, 'Words in a class')
  await presses(marcus, 'Save that it was held')
  await sees(marcus, 'Words in a class')
  await reads(marcus, 'How long the steps took')
  await reads(marcus, 'A caregiver told')
  await accessible(marcus)
}

journey('A drill against the clock is the live incident, and counts nowhere [R113]', async (stage) => {
  await givenADrillAgainstTheClock(stage)
  await whenWhoeverTakesPartGoesThroughTheScript(stage)
  await thenItsTimesStandBesideTheStandardAndNowhereElse(stage)
})

journey(
  'A school goes through a crisis that is none, and knows what to do in one [R113] [R114]',
  async (stage) => {
    await givenASchoolThatOwesADrill(stage)
    await andATeamThatLacksACaregiver(stage)
    await whenTheyGoThroughAScenarioAtATable(stage)
    await thenNothingIsOverdueAndWhoeverOwnsAFindingSeesToIt(stage)
  },
)
