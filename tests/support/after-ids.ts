import { startIncident } from '#crisis/start-incident.ts'
import { addImprovement } from '#debriefs/add-improvement.ts'
import { requestChange } from '#debriefs/request-change.ts'
import { drawSample } from '#governance/draw-sample.ts'
import { giveSheet } from '#returns/give-sheet.ts'
import { cast } from '../riverside/cast.ts'
import type { agencyStory } from './agency-story.ts'
import { calledToTheEnd, known, upToTheLevel } from './incident-steps.ts'

type Story = Awaited<ReturnType<typeof agencyStory>>

/** An incident that was closed, with what is owed of it, and what the standard is asked to say. */
export async function afterIds(story: Story): Promise<Record<string, string>> {
  const { being, must, admin } = story
  const { incidentId: closedId } = must(await startIncident.perform(being('joan'), known))
  await upToTheLevel(story, closedId, 'moderate')
  await calledToTheEnd(story, closedId)
  const better = { words: 'Practice the script', ownerId: cast.daniel.id, dueOn: '2026-10-20' }
  must(await addImprovement.perform(being('samuel'), { incidentId: closedId, ...better }))
  const asked = { words: 'Say who meets the mobile crisis team' }
  const { changeRequestId } = must(await requestChange.perform(being('ruth'), asked))
  const { rows } = await admin.query<{ id: string }>('select id from improvement where incident_id = $1', [
    closedId,
  ])
  const contacts = await admin.query<{ id: string }>(
    'select id from follow_up where incident_id = $1 limit 1',
    [closedId],
  )
  const sheet = { words: 'A pass to the quiet room', contactId: cast.grace.id, readerIds: cast.joan.id }
  must(await giveSheet.perform(being('grace'), { incidentId: closedId, ...sheet }))
  const day = '2026-10-13'
  const drawing = { fromOn: day, untilOn: day, override: 0, crisis: 10 }
  must(await drawSample.perform(being('thomas'), drawing))
  const drawn = await admin.query<{ id: string }>('select id from sampled_case limit 1')
  return {
    closedId,
    caseId: drawn.rows[0]?.id as string,
    changeRequestId,
    improvementId: rows[0]?.id as string,
    followUpId: contacts.rows[0]?.id as string,
  }
}
