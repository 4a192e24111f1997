import type { Doer } from '#access/doer.ts'
import { acknowledgeAlert } from '#crisis/acknowledge-alert.ts'
import { addContact } from '#crisis/add-contact.ts'
import { callResponse } from '#crisis/call-response.ts'
import { checkContact } from '#crisis/check-contact.ts'
import { checkLead } from '#crisis/check-lead.ts'
import { checkReport } from '#crisis/check-report.ts'
import { closeIncident } from '#crisis/close-incident.ts'
import { handOver } from '#crisis/hand-over.ts'
import { incidentPage } from '#crisis/incident-page.ts'
import { nameRole } from '#crisis/name-role.ts'
import { noteResult } from '#crisis/note-result.ts'
import { reviewDeparture } from '#crisis/review-departure.ts'
import { runRubric } from '#crisis/run-rubric.ts'
import { sayDanger } from '#crisis/say-danger.ts'
import { startIncident } from '#crisis/start-incident.ts'
import { tellCaregiver } from '#crisis/tell-caregiver.ts'
import { tellClinician } from '#crisis/tell-clinician.ts'
import { tickSafety } from '#crisis/tick-safety.ts'
import { dayOf, timeOf } from '#district/contract.ts'
import { recordException } from '#exceptions/record-exception.ts'
import { approveSample } from '#standards/approve-sample.ts'
import { signProposal } from '#standards/sign-proposal.ts'
import { cast, type CastKey } from '../cast.ts'
import { crisisContacts } from '../crisis-contacts.ts'
import { families } from '../families.ts'
import { idOf } from '../ids.ts'
import { calendar } from './almanac.ts'
import type { Story } from './story.ts'
import { reviewed } from './reviewed-incident.ts'
import { perform } from './teller.ts'

type Teller = Parameters<Story>[0]['teller']
const isoDay = (at: Date) => at.toISOString().slice(0, 10)

const answers = { hurt_or_in_reach: 'low', said: 'moderate', with_an_adult: 'moderate', today: 'low' }

/** Who is there, and the minute of the incident at which they write something down. */
function incidentOf(teller: Teller, started: Date) {
  const at = (minute: number) => new Date(started.getTime() + minute * 60_000)
  return (minute: number, key: CastKey, position = 0) => {
    teller.at(at(minute))
    return teller.being(key, position)
  }
}

/** From the first tap to a mobile crisis team that was called: the lead answered, four people are named. */
async function upToTheCall(by: ReturnType<typeof incidentOf>, studentId: string) {
  const begun = { studentId, place: 'Room 114', onPremises: 'yes', knownBy: 'peer_said' }
  const { incidentId } = await perform(by(0, 'karen'), startIncident, begun)
  for (const action of ['not_alone', 'others_away', 'things_away'])
    await perform(by(1, 'karen'), tickSafety, { incidentId, action })
  await perform(by(4, 'ruth', 1), acknowledgeAlert, { incidentId })
  const named = { stays: 'karen', tells_caregiver: 'priya', writes: 'samuel', plans_return: 'grace' } as const
  for (const [role, key] of Object.entries(named))
    await perform(by(6, 'ruth', 1), nameRole, { incidentId, role, personId: cast[key].id })
  await perform(by(12, 'priya'), runRubric, { incidentId, answers })
  const call = { incidentId, response: 'mobile_crisis', reached: 'Jo Tanner' }
  await perform(by(14, 'ruth', 1), callResponse, call)
  const { entries } = await incidentPage.see(by(14, 'ruth', 1), { incidentId })
  const callId = entries.find(({ kind }) => kind === 'response_called')?.id
  return { incidentId, callId }
}

/** A call that the tree does not name: why, and who looks at it. There was no place. */
async function departed(by: ReturnType<typeof incidentOf>, incidentId: string): Promise<string> {
  await perform(by(44, 'ruth', 1), callResponse, {
    incidentId,
    response: 'stabilization',
    reached: 'Harbor House',
    reason: 'The team asked for a place, should the evening at home not hold.',
    reviewerId: cast.helen.id,
  })
  const { entries } = await incidentPage.see(by(44, 'ruth', 1), { incidentId })
  const callId = entries.findLast(({ kind }) => kind === 'response_called')?.id
  if (callId === undefined) throw new Error('The call is not written down')
  const none = { result: 'could_not', words: 'No place tonight' }
  await perform(by(47, 'ruth', 1), noteResult, { incidentId, callId, ...none })
  return callId
}

/** What was seen on the way is a duty to report: few read that it was, on the incident or elsewhere. */
const reportOf = (by: Doer, incidentId: string) =>
  perform(by, recordException, {
    studentId: families.jordan.id,
    reportedInId: incidentId,
    basis: 'mandated_report',
    items: ['identity', 'what_was_observed'],
    channel: 'phone',
    recipientKind: 'child_protection',
    recipientName: 'Intake worker 41',
    recipientOffice: 'County child protection',
    onDay: dayOf(calendar, by.clock.now()),
    atTime: timeOf(calendar, by.clock.now()),
  })

/** Whom to call was checked in part, and the standard waits for the last signature. */
async function kept(teller: Teller, at: Date) {
  teller.at(at)
  for (const { kind, number } of crisisContacts.slice(0, 2))
    await perform(teller.being('ruth'), checkContact, { contactId: idOf(`crisis-contact/${kind}`), number })
  for (const { id: personId, phone: number } of [cast.ruth, cast.samuel])
    await perform(teller.being('ruth'), checkLead, { personId, number })
  await perform(teller.being('ruth'), addContact, {
    kind: 'stabilization',
    name: 'Harbor House',
    number: '555-0195',
    note: 'a place to stay for a few days',
    noteEs: 'un lugar para quedarse unos días',
    hours: 'Mo to Fr, 8 to 18',
  })
  const decision = 'Steering group, September'
  const proposed = { kind: 'crisis', version: '1', decision }
  const { id: proposalId } = await perform(teller.being('yolanda'), approveSample, proposed)
  for (const key of ['noor', 'farah'] as const) await perform(teller.being(key), signProposal, { proposalId })
}

/** A crisis of last week that was closed with nothing blank, and one in which help is on the way now. */
export const crises: Story = async ({ teller, almanac: { moment, justNow } }) => {
  await kept(teller, moment(-15, '10:00'))
  const before = incidentOf(teller, moment(-6, '10:05'))
  const { incidentId, callId } = await upToTheCall(before, families.jordan.id)
  const told = { incidentId, told: 'yes', who: 'Their mother', mode: 'phone', topic: 'where_to_come' }
  await perform(before(24, 'priya'), tellCaregiver, told)
  await perform(before(40, 'ruth', 1), noteResult, { incidentId, callId, result: 'came' })
  const reviewedId = await departed(before, incidentId)
  await perform(before(50, 'priya'), tellClinician, { incidentId, basis: 'none_known' })
  await perform(before(52, 'ruth', 1), checkReport, { incidentId })
  await reportOf(before(56, 'priya'), incidentId)
  const toWhom = 'Their mother, with the plan the team made for tonight'
  const home = { incidentId, disposition: 'home_with_caregiver', toWhom }
  await perform(before(75, 'priya'), handOver, home)
  const danger = 'Jordan said that they would hurt themselves at home, and had the means there.'
  await perform(before(80, 'ruth', 1), sayDanger, { incidentId, danger })
  await perform(before(90, 'ruth', 1), closeIncident, { incidentId })
  teller.at(moment(-5, '09:20'))
  await perform(teller.being('helen'), reviewDeparture, {
    incidentId,
    callId: reviewedId,
    finding: 'was_right',
    words: 'Asking early cost nothing, and they would have held the place for the night.',
  })
  await reviewed(teller, { incidentId, at: moment(-3, '15:20'), dueOn: isoDay(moment(12, '12:00')) })

  const now = incidentOf(teller, justNow(18))
  const by = timeOf(calendar, justNow(-25))
  const live = await upToTheCall(now, families.eli.id)
  await perform(now(15, 'ruth', 1), noteResult, { ...live, result: 'on_the_way', words: `Gate C, by ${by}` })
}
