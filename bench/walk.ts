import { house } from '../src/compose.ts'
import { answersFor } from '../tests/riverside/stories/walk.ts'
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

/** The first half of a loop, to a booked visit and a referral that was accepted: sixteen acts. */
export async function walkToVisit(
  { teacher, counselor, navigator, intake }: Crew,
  { studentId, caregiverId }: Pupil,
  visit: { on: string; at: string },
): Promise<{ referralId: string; appointmentId: string }> {
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
  const decision = {
    concernId,
    screeningId,
    path: 'b',
    tier: 3,
    reasonCategory: 'worry_and_sleep',
    entryCriterion: 'tier_2_not_enough',
    navigatorId: cast.maya.id,
  }
  const { openedId: referralId } = await call(counselor, 'concerns/decide-triage', decision)
  const about = { referralId }
  await call(navigator, 'handoffs/log-contact', {
    ...about,
    caregiverId,
    mode: 'phone',
    language: 'en',
    result: 'reached',
  })
  await call(navigator, 'handoffs/record-conversation', {
    ...about,
    mode: 'phone',
    caregiverId,
    language: 'en',
    studentTookPart: true,
  })
  await call(navigator, 'handoffs/confirm-points', {
    ...about,
    points: ['service', 'intake', 'information', 'choices'],
  })
  await call(navigator, 'handoffs/choose-partner', { ...about, partnerId: partners.cedarStreet.id })
  const answers = {
    referral_disclosure: true,
    status_feedback: true,
    participation: false,
    safety_signals: true,
  }
  await call(navigator, 'consent/record-consent', {
    ...about,
    caregiverId,
    method: 'phone_witnessed',
    witness: 'Interpreter 4471',
    language: 'en',
    endsOn: '2099-06-30',
    answers,
  })
  await call(navigator, 'referrals/send-referral', { ...about, caregiverPresent: true })
  await call(intake, 'referrals/receive-referral', about)
  const { appointmentId } = await call(navigator, 'handoffs/book-appointment', {
    ...about,
    kind: 'assessment',
    ...visit,
    minutes: 60,
    place: partners.cedarStreet.address,
    modality: 'in_person',
    lateReason: 'work_schedule',
  })
  await call(navigator, 'handoffs/settle-logistics', { ...about, transport: 'own_car', coverage: 'medicaid' })
  await call(navigator, 'handoffs/give-plan', { ...about, planLanguage: 'en', delivery: ['paper'] })
  await call(navigator, 'handoffs/finish-handoff', about)
  await call(intake, 'referrals/accept-referral', { ...about, clinicianName: 'Tomas Lindqvist' })
  return { referralId: referralId as string, appointmentId: appointmentId as string }
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
