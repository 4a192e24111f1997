import { when } from '#access/happening.ts'
import { incidentClosed } from '#crisis/contract.ts'
import { skipStep } from '#crisis/skip-step.ts'
import { attendanceTaken } from '#warnings/contract.ts'
import { openReview } from '#debriefs/contract.ts'
import { heedCrisis } from '#referrals/contract.ts'
import { heedAbsence, openReturn } from '#returns/contract.ts'
import { calledToTheEnd } from './incident-steps.ts'
import { type IncidentStory, incidentStory } from './incident-story.ts'

const day = 86_400_000

/** An incident of Theo's from the first tap to the last: what is owed afterwards begins. */
async function closed(story: IncidentStory, { skipped }: { skipped?: 'safety' | undefined } = {}) {
  const { must, being } = story
  const incidentId = await story.began()
  await story.upToTheLevel(incidentId)
  if (skipped !== undefined) {
    await behind(story, `delete from crisis_entry where kind = 'safety_done' and incident_id = $1`, [
      incidentId,
    ])
    must(await skipStep.perform(being('ruth'), { incidentId, step: skipped, why: 'It was safe already' }))
  }
  await calledToTheEnd(story, incidentId)
  return incidentId
}

/** Changes what no act changes so, past the guards: as a mistake in the house would. */
async function behind({ admin }: IncidentStory, text: string, values: unknown[] = []) {
  await admin.query('begin; set local session_replication_role = replica')
  await admin.query(text, values)
  await admin.query('commit')
}

/** Riverside with what is owed after an incident was closed. */
export async function afterStory() {
  const story = await incidentStory({
    then: [when(incidentClosed, openReview, openReturn, heedCrisis), when(attendanceTaken, heedAbsence)],
  })
  return {
    ...story,
    closed: (given: { skipped?: 'safety' } = {}) => closed(story, given),
    behind: (text: string, values: unknown[] = []) => behind(story, text, values),
    system: () => story.asSystem(story.districtId),
    pass: (days: number) => story.clock.set(new Date(story.clock.now().getTime() + days * day)),
    /** The day a week ahead. */
    later: () => new Date(story.clock.now().getTime() + 7 * day).toISOString().slice(0, 10),
  }
}
export type AfterStory = Awaited<ReturnType<typeof afterStory>>
