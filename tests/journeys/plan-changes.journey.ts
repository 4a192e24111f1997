import type { Doer } from '#access/doer.ts'
import { startIncident } from '#crisis/start-incident.ts'
import { house } from '../../src/compose.ts'
import type { CastKey } from '../riverside/cast.ts'
import { calledToTheEnd, known, upToTheLevel } from '../support/incident-steps.ts'
import { answers, presses, reads, sees, types, unfolds } from './steps/page.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const must = <T>(outcome: { done: true; result: T } | { done: false; because: readonly string[] }): T => {
  if (!outcome.done) throw new Error(outcome.because.join())
  return outcome.result
}
let plan = ''

/** Theo was away after a crisis: Grace, who was named for it, owes a plan. */
async function givenAPlanIsOwed({ at, being: as }: Stage) {
  at('2026-10-13T20:30:00Z')
  const being = (key: CastKey, position = 0): Doer => ({
    ...as(key, position),
    reactions: house.reactions,
  })
  const { incidentId } = must(await startIncident.perform(being('joan'), known))
  await upToTheLevel({ must, being }, incidentId, 'moderate')
  await calledToTheEnd({ must, being }, incidentId)
  plan = `/returns/${incidentId}`
}

async function whichGraceWritesAndAllAgreeOn({ enter, accessible }: Stage) {
  const grace = await enter('grace')
  await grace.goto(plan)
  await types(grace, /^Which day does the student come back/, '2026-10-19')
  await types(grace, /^The meeting before: which day/, '2026-10-16')
  await types(grace, /^At what time/, '08:15')
  await types(grace, /^Who comes to the meeting/, 'Theo, his mother, Ms. Whitfield')
  await types(grace, /^What helps the student at school/, 'A pass to the quiet room')
  await types(grace, /^When is the next appointment/, 'Friday at Cedar Street')
  await types(grace, /^Who checks in with the student/, 'Each morning, Ms. Whitfield')
  await types(grace, /^What happens if risk rises/, 'Ms. Halvorsen is called, then 988')
  await answers(grace, 'Was it a threat of suicide?', 'No')
  await presses(grace, 'Save what is known')
  await presses(grace, 'The plan is agreed on')
  await reads(grace, 'Agreed on')
  await accessible(grace)
}

async function whenTheVisitMovesItIsChanged({ enter, accessible }: Stage) {
  const grace = await enter('grace')
  await grace.setViewportSize({ width: 320, height: 640 })
  await unfolds(grace, 'Change what was agreed on')
  await accessible(grace)
  await types(grace, /^What changed, and why/, 'The visit moved to Monday')
  await presses(grace, 'Make a new version')
  await reads(grace, /^Replaced .* by Grace Whitfield: The visit moved to Monday/)
  await reads(grace, 'To be agreed on')
  await types(grace, /^The meeting before: which day/, '2026-10-16')
  await types(grace, /^At what time/, '09:00')
  await types(grace, /^Who comes to the meeting/, 'Theo, his mother, Ms. Whitfield')
  await types(grace, /^When is the next appointment/, 'Monday at Cedar Street')
  await presses(grace, 'Save what is known')
  await presses(grace, 'The plan is agreed on')
  await reads(grace, 'Monday at Cedar Street')
  await accessible(grace)
}

async function thenItIsSetAside({ enter, accessible }: Stage) {
  const grace = await enter('grace')
  await unfolds(grace, 'The plan is not needed any more')
  await types(grace, /^Why not/, 'The family moved to another district')
  await presses(grace, 'The plan is not needed any more')
  await reads(grace, 'The plan is not needed any more: The family moved to another district')
  await reads(grace, 'Monday at Cedar Street')
  await sees(grace, 'Versions before')
  await accessible(grace)
}

journey(
  'A plan to come back that was agreed on changes as a new version, and is set aside when it is not needed any more',
  async (stage) => {
    await givenAPlanIsOwed(stage)
    await whichGraceWritesAndAllAgreeOn(stage)
    await whenTheVisitMovesItIsChanged(stage)
    await thenItIsSetAside(stage)
  },
)
