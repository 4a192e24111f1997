import { callResponse } from '#crisis/call-response.ts'
import { explainDeparture } from '#crisis/explain-departure.ts'
import { runRubric } from '#crisis/run-rubric.ts'
import { startIncident } from '#crisis/start-incident.ts'
import { approveSample } from '#standards/approve-sample.ts'
import { cast } from '../riverside/cast.ts'
import { afterIds } from './after-ids.ts'
import type { agencyStory } from './agency-story.ts'

type Story = Awaited<ReturnType<typeof agencyStory>>

const answers = { hurt_or_in_reach: 'moderate', said: 'low', with_an_adult: 'low', today: 'low' }

/** An incident with two calls to 911 that were more than the level said: one of them has its reason. */
async function departures({ being, must, rows }: Story) {
  const incidentId = must(await startIncident.perform(being('joan'), {})).incidentId
  must(await runRubric.perform(being('ines'), { incidentId, answers }))
  const call = { incidentId, response: 'emergency_services' }
  must(await callResponse.perform(being('joan'), call))
  must(await callResponse.perform(being('joan'), call))
  const [callId, explainedId] = (
    await rows("select id from crisis_entry where incident_id = $1 and kind = 'response_called'", incidentId)
  ).map(({ id }) => id as string)
  const why = { reason: 'He ran to the road', reviewerId: cast.helen.id }
  must(await explainDeparture.perform(being('daniel'), { incidentId, callId: explainedId, ...why }))
  return { calledId: incidentId, callId: callId as string, explainedId: explainedId as string }
}

/** Somebody to call, a version of the crisis standard that waits for signatures, and calls that departed. */
export async function crisisIds(story: Story): Promise<Record<string, string>> {
  const { being, must, admin } = story
  const given = { kind: 'crisis', version: '1', decision: 'Board of October 12' }
  const { rows } = await admin.query<{ id: string }>(
    "select id from crisis_contact where kind = 'mobile_crisis'",
  )
  return {
    proposalId: must(await approveSample.perform(being('yolanda'), given)).id,
    contactId: rows[0]?.id as string,
    ...(await departures(story)),
    ...(await afterIds(story)),
  }
}
