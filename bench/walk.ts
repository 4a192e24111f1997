import { house } from '../src/compose.ts'
import { answersFor } from '../tests/riverside/stories/answers.ts'
import { cast } from '../tests/riverside/cast.ts'
import { partners } from '../tests/riverside/places.ts'
import type { Client } from './client.ts'
import type { Crew } from './crew.ts'
import type { Pupil } from './town.ts'

const addresses = new Map(house.resources.map(({ act, address, method }) => [act.name, { address, method }]))

/** Calls the address behind an act. @throws when it is refused: a measured loop is a loop that closed */
async function call(
  client: Client,
  act: string,
  given: Record<string, unknown>,
): Promise<Record<string, string>> {
  const place = addresses.get(act)
  if (place === undefined) throw new Error(`No address stands for ${act}`)
  const path = place.address.replace(/:(\w+)/g, (_, name: string) => String(given[name]))
  const answer = await client.post(path, given)
  if (answer.status !== 200) throw new Error(`${act} answered ${answer.status}: ${answer.body}`)
  return JSON.parse(answer.body) as Record<string, string>
}

/** A concern, its screening and a decision for path (b). @returns the referral it opens */
async function decide({ teacher, counselor }: Crew, studentId: string): Promise<string> {
  const { concernId } = await call(teacher, 'concerns/raise-concern', {
    studentId,
    observed: 'Quieter than before.',
    urgency: 'this_week',
  })
  await call(counselor, 'concerns/acknowledge-concern', { concernId })
  const { screeningId } = await call(counselor, 'concerns/screen-concern', {
    concernId,
    version: 1,
    answers: answersFor.b,
  })
  const { openedId } = await call(counselor, 'concerns/decide-triage', {
    concernId,
    screeningId,
    path: 'b',
    tier: 3,
    reasonCategory: 'worry_and_sleep',
    entryCriterion: 'tier_2_not_enough',
    navigatorId: cast.maya.id,
  })
  return openedId as string
}

/** A clinician who does not sign in is known to be one by their credential. */
const clinician = { clinicianName: 'Tomas Lindqvist', credential: 'LCSW' }

type About = { referralId: string; caregiverId: string }

/** The call with the family: what it is told, what it chooses and what it agrees to. */
async function talk({ navigator }: Crew, { referralId, caregiverId }: About) {
  const spoken = { referralId, caregiverId, mode: 'phone', language: 'en' }
  await call(navigator, 'handoffs/log-contact', { ...spoken, result: 'reached' })
  await call(navigator, 'handoffs/record-conversation', { ...spoken, studentTookPart: true })
  const points = ['service', 'intake', 'information', 'choices']
  await call(navigator, 'handoffs/confirm-points', { referralId, points })
  await call(navigator, 'handoffs/choose-partner', { referralId, partnerId: partners.cedarStreet.id })
  await call(navigator, 'consent/record-consent', {
    referralId,
    caregiverId,
    method: 'phone_witnessed',
    witness: 'Interpreter 4471',
    language: 'en',
    endsOn: '2099-06-30',
    answers: { referral_disclosure: true, status_feedback: true, participation: false, safety_signals: true },
  })
}

/** The packet is sent and confirmed, a visit is booked, and the handoff is whole. @returns the visit's id */
async function handOver({ navigator, intake }: Crew, referralId: string, visit: { on: string; at: string }) {
  await call(navigator, 'referrals/send-referral', { referralId, caregiverPresent: true })
  await call(intake, 'referrals/receive-referral', { referralId })
  const { appointmentId } = await call(navigator, 'handoffs/book-appointment', {
    referralId,
    kind: 'assessment',
    ...visit,
    minutes: 60,
    place: partners.cedarStreet.address,
    modality: 'in_person',
    lateReason: 'work_schedule',
  })
  const settled = { transport: 'own_car', coverage: 'medicaid' }
  await call(navigator, 'handoffs/settle-logistics', { referralId, ...settled })
  await call(navigator, 'handoffs/give-plan', { referralId, planLanguage: 'en', delivery: ['paper'] })
  await call(navigator, 'handoffs/finish-handoff', { referralId })
  return appointmentId as string
}

/** The first half of a loop, to a booked visit and a referral that was accepted: sixteen acts. */
export async function walkToVisit(
  crew: Crew,
  { studentId, caregiverId }: Pupil,
  visit: { on: string; at: string },
): Promise<{ referralId: string; appointmentId: string }> {
  const referralId = await decide(crew, studentId)
  await talk(crew, { referralId, caregiverId })
  const appointmentId = await handOver(crew, referralId, visit)
  await call(crew.intake, 'referrals/accept-referral', { referralId, ...clinician })
  return { referralId, appointmentId }
}

/** The second half, after the visit: held, fed back, closed. */
export async function walkToClose(
  { navigator, intake }: Crew,
  { referralId, appointmentId }: { referralId: string; appointmentId: string },
): Promise<void> {
  await call(intake, 'referrals/record-result', { referralId, appointmentId, result: 'attended' })
  await call(navigator, 'referrals/confirm-feedback', { referralId, sufficient: true })
  await call(navigator, 'referrals/close-referral', {
    referralId,
    ending: 'connected',
    exitCriterion: 'care_goals_met',
    stepDown: 'Check-ins at school.',
  })
}
