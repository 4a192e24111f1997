import type { Doer } from '#access/doer.ts'
import { acknowledgeAlert } from '#crisis/acknowledge-alert.ts'
import { callResponse } from '#crisis/call-response.ts'
import { checkIncident } from '#crisis/check-incident.ts'
import { checkReport } from '#crisis/check-report.ts'
import { closeIncident } from '#crisis/close-incident.ts'
import { describeIncident } from '#crisis/describe-incident.ts'
import { handOver } from '#crisis/hand-over.ts'
import { incidentPage } from '#crisis/incident-page.ts'
import { nameRole } from '#crisis/name-role.ts'
import { noteResult } from '#crisis/note-result.ts'
import { runRubric } from '#crisis/run-rubric.ts'
import { tellCaregiver } from '#crisis/tell-caregiver.ts'
import { tellClinician } from '#crisis/tell-clinician.ts'
import { tellNext } from '#crisis/tell-next.ts'
import { tickSafety } from '#crisis/tick-safety.ts'
import { beginDrill } from '#drills/begin-drill.ts'
import { callOffDrill } from '#drills/call-off-drill.ts'
import { completeDrill } from '#drills/complete-drill.ts'
import { planDrill } from '#drills/plan-drill.ts'
import { recordFinding } from '#drills/record-finding.ts'
import { cast, type CastKey } from '../riverside/cast.ts'
import { schools } from '../riverside/places.ts'
import { all } from './incident-steps.ts'

/** A story in which people of the cast act, and what they do is done. */
type Story = {
  being(key: CastKey, position?: number): Doer
  must<T>(outcome: { done: true; result: T } | { done: false; because: readonly string[] }): T
}

/** How a drill goes: what is found and called, where the student of the scenario goes, and how it ends. */
export type Walk = {
  level: 'low' | 'moderate' | 'high'
  response: string
  result: string
  disposition: string
  ends: 'closed' | 'stopped' | 'called_off'
}

/** Who takes part in the drills of a walk. */
export const participants = ['ruth', 'samuel', 'joan'] as const satisfies readonly CastKey[]

/** A drill against the clock at Alder Creek, planned and begun by its lead. @returns its id */
export async function begun({ being, must }: Story): Promise<string> {
  const schoolId = schools.alderCreek.id
  const planned = { schoolId, kind: 'timed', scenario: 'words_in_class', plannedOn: '2026-10-13' }
  const { drillId } = must(await planDrill.perform(being('ruth'), planned))
  const personIds = participants.map((key) => cast[key].id)
  must(await beginDrill.perform(being('ruth'), { drillId, personIds }))
  return drillId
}

/** What those who take part write down, in the same acts as in a crisis. */
async function written({ being, must }: Story, incidentId: string, walk: Walk) {
  must(await tickSafety.perform(being('joan'), { incidentId, action: 'not_alone' }))
  for (const role of ['stays', 'tells_caregiver', 'writes', 'plans_return'])
    must(await nameRole.perform(being('joan'), { incidentId, role, self: 'yes' }))
  must(await runRubric.perform(being('joan'), { incidentId, answers: all(walk.level) }))
  const why = { reason: 'As the scenario says', reviewerId: cast.samuel.id }
  must(await callResponse.perform(being('ruth'), { incidentId, response: walk.response, ...why }))
  const { entries } = await incidentPage.see(being('joan'), { incidentId })
  const callId = entries.findLast(({ kind }) => kind === 'response_called')?.id
  must(await noteResult.perform(being('ruth'), { incidentId, callId, result: walk.result }))
  const told = { told: 'yes', who: 'The caregiver of the scenario', mode: 'phone', topic: 'safe_now' }
  must(await tellCaregiver.perform(being('joan'), { incidentId, ...told }))
  must(await tellClinician.perform(being('joan'), { incidentId, basis: 'none_known' }))
  must(await checkReport.perform(being('joan'), { incidentId }))
  const over = { disposition: walk.disposition, toWhom: 'The caregiver of the scenario' }
  must(await handOver.perform(being('ruth'), { incidentId, ...over }))
  must(
    await describeIncident.perform(being('joan'), {
      incidentId,
      place: 'Gym',
      onPremises: 'yes',
      knownBy: 'staff_saw',
    }),
  )
}

async function over({ being, must }: Story, drillId: string, walk: Walk) {
  const ruth = being('ruth')
  if (walk.ends === 'called_off') return must(await callOffDrill.perform(ruth, { drillId }))
  // A departure that nobody explained keeps it open, as a crisis: then it is stopped.
  if (walk.ends === 'closed') await closeIncident.perform(ruth, { incidentId: drillId })
  must(await completeDrill.perform(ruth, { drillId, heldOn: '2026-10-13' }))
  const found = { words: 'Nobody knew who calls.', leadsTo: 'action', dueOn: '2026-10-20' }
  return must(await recordFinding.perform(ruth, { drillId, ...found, ownerId: cast.ruth.id }))
}

/** A whole drill: its timers ring, somebody answers, every step is written down, and it ends. */
export async function walked(story: Story, walk: Walk, system: Doer): Promise<string> {
  const drillId = await begun(story)
  await tellNext.perform(system, { incidentId: drillId })
  await checkIncident.perform(system, { incidentId: drillId })
  story.must(await acknowledgeAlert.perform(story.being('ruth', 1), { incidentId: drillId }))
  await written(story, drillId, walk)
  await over(story, drillId, walk)
  return drillId
}
