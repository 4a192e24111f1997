import { completeDrill } from '#drills/complete-drill.ts'
import { joinTeam } from '#drills/join-team.ts'
import { planDrill } from '#drills/plan-drill.ts'
import { recordFinding } from '#drills/record-finding.ts'
import { cast } from '../riverside/cast.ts'
import { schools } from '../riverside/places.ts'
import type { agencyStory } from './agency-story.ts'

type Story = Awaited<ReturnType<typeof agencyStory>>

/** A drill that is planned, one that was held and showed something, and somebody on a crisis team. */
export async function drillIds({ being, must, admin }: Story): Promise<Record<string, string>> {
  const schoolId = schools.alderCreek.id
  const joan = { kind: 'professional', name: 'Joan Hale', role: 'Teacher' }
  const { teamMemberId } = must(await joinTeam.perform(being('ruth'), { schoolId, ...joan }))
  const planned = { schoolId, scenario: 'words_in_class', plannedOn: '2026-10-13' }
  const { drillId } = must(await planDrill.perform(being('ruth'), planned))
  const { drillId: heldDrill } = must(await planDrill.perform(being('ruth'), planned))
  const { drillId: timedDrill } = must(await planDrill.perform(being('ruth'), { ...planned, kind: 'timed' }))
  const held = { drillId: heldDrill, heldOn: '2026-10-13', personIds: [cast.ruth.id], memberIds: [] }
  must(await completeDrill.perform(being('ruth'), held))
  const found = { words: 'Nobody knew', leadsTo: 'action', ownerId: cast.ruth.id, dueOn: '2026-10-20' }
  must(await recordFinding.perform(being('ruth'), { drillId: heldDrill, ...found }))
  const { rows } = await admin.query<{ id: string }>('select id from crisis_drill_finding limit 1')
  return { teamMemberId, drillId, heldDrill, timedDrill, findingId: rows[0]?.id as string }
}
