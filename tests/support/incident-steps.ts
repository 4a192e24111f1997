import type { Doer } from '#access/doer.ts'
import { acknowledgeAlert } from '#crisis/acknowledge-alert.ts'
import { callResponse } from '#crisis/call-response.ts'
import { checkReport } from '#crisis/check-report.ts'
import { closeIncident } from '#crisis/close-incident.ts'
import { handOver } from '#crisis/hand-over.ts'
import { incidentPage } from '#crisis/incident-page.ts'
import { nameRole } from '#crisis/name-role.ts'
import { noteResult } from '#crisis/note-result.ts'
import { runRubric } from '#crisis/run-rubric.ts'
import { sayDanger } from '#crisis/say-danger.ts'
import { tellCaregiver } from '#crisis/tell-caregiver.ts'
import { tellClinician } from '#crisis/tell-clinician.ts'
import { tickSafety } from '#crisis/tick-safety.ts'
import { cast, type CastKey } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'

/** Answers of the rubric that come to a level. */
export const all = (level: string) => ({
  hurt_or_in_reach: level,
  said: 'low',
  with_an_adult: 'low',
  today: 'low',
})
/** The danger others were told of. */
export const danger = 'He said that he would hurt himself at home, and had the means there.'
/** Theo, in a room of his school. */
export const known = { studentId: families.theo.id, place: 'Room 9', onPremises: 'yes', knownBy: 'staff_saw' }

/** A story in which people of the cast act, and what they do is done. */
type Story = {
  being(key: CastKey, position?: number): Doer
  must<T>(outcome: { done: true; result: T } | { done: false; because: readonly string[] }): T
}

/** Everything up to the response, by the people who are there. */
export async function upToTheLevel({ must, being }: Story, incidentId: string, level: string) {
  must(await tickSafety.perform(being('joan'), { incidentId, action: 'not_alone' }))
  must(await acknowledgeAlert.perform(being('ruth', 1), { incidentId }))
  const named = { stays: 'joan', tells_caregiver: 'daniel', writes: 'samuel', plans_return: 'grace' } as const
  for (const [role, key] of Object.entries(named))
    must(await nameRole.perform(being('ruth'), { incidentId, role, personId: cast[key].id }))
  must(await runRubric.perform(being('ines'), { incidentId, answers: all(level) }))
}

/** Everything after the response. */
export async function toTheEnd({ must, being }: Story, incidentId: string) {
  const daniel = being('daniel')
  const told = { incidentId, told: 'yes', who: 'Renee Brandt', mode: 'phone', topic: 'safe_now' }
  must(await tellCaregiver.perform(daniel, told))
  must(await tellClinician.perform(daniel, { incidentId, basis: 'none_known' }))
  must(await checkReport.perform(daniel, { incidentId }))
  const toWhom = 'Renee Brandt, with the plan for tonight'
  must(await handOver.perform(daniel, { incidentId, disposition: 'home_with_caregiver', toWhom }))
  must(await sayDanger.perform(daniel, { incidentId, danger }))
}

/** The school's own team is called and talks with the student, and all is written down. */
export async function calledAlone(story: Story, incidentId: string) {
  const { must, being } = story
  must(await callResponse.perform(being('ruth'), { incidentId, response: 'school_team' }))
  const { entries } = await incidentPage.see(being('ruth'), { incidentId })
  const callId = entries.findLast(({ kind }) => kind === 'response_called')?.id
  must(await noteResult.perform(being('ruth'), { incidentId, callId, result: 'talked' }))
  await toTheEnd(story, incidentId)
}

/** A mobile crisis team is called and comes, and the record is closed with nothing blank. */
export async function calledToTheEnd(story: Story, incidentId: string) {
  const { must, being } = story
  must(await callResponse.perform(being('ruth'), { incidentId, response: 'mobile_crisis' }))
  const { entries } = await incidentPage.see(being('ruth'), { incidentId })
  const callId = entries.findLast(({ kind }) => kind === 'response_called')?.id
  must(await noteResult.perform(being('ruth'), { incidentId, callId, result: 'came' }))
  await toTheEnd(story, incidentId)
  must(await closeIncident.perform(being('ruth'), { incidentId }))
}
