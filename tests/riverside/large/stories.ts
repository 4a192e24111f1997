import { idAt, randomFrom } from './random.ts'
import type { Plan } from './places.ts'
import { navigatorOf, staffPlaces } from './places.ts'
import { studentAt } from './students.ts'

const minute = 60_000
const day = 1440 * minute

export type State =
  | 'handoff_open'
  | 'sent'
  | 'received'
  | 'accepted'
  | 'not_accepted'
  | 'scheduled'
  | 'in_service'
  | 'withdrawn'
  | 'closed'

const categories = [
  'worry_and_sleep',
  'low_mood',
  'anger_and_conflict',
  'loss_and_grief',
  'attendance_and_avoidance',
  'family_stress',
  'other',
]

/** Which students a generated district refers: spread over the roll, some of them twice. */
const studentOf = (plan: Plan, place: number) => (place * 7919) % plan.size.students

/** How far a referral has come, by how long ago it was made and a throw of the dice. */
function stateOf(days: number, { dice, share }: { dice: number; share: number }): State {
  if (days < 0.6) return 'handoff_open'
  if (days < 2) return dice < 0.5 ? 'sent' : 'received'
  if (days < 5) return dice < 0.1 ? 'not_accepted' : 'accepted'
  if (days < 14) return 'scheduled'
  if (dice < share) return 'in_service'
  return dice < share + (1 - share) * 0.18 ? 'withdrawn' : 'closed'
}

/** One referral of a generated district with every date that follows from it. */
export function storyAt(plan: Plan, place: number) {
  const { size, now } = plan
  const random = randomFrom(place * 40_503 + 99)
  const years = size.referralsPerYear
  const total = years.reduce((sum, count) => sum + count, 0)
  // Oldest first, evenly over the years, in working hours.
  const days = ((total - place - random.next()) / total) * years.length * 365
  const referredAt = new Date(now.getTime() - days * day)
  const student = studentAt(plan, studentOf(plan, place))
  const state = stateOf(days, { dice: random.next(), share: size.inService / total })
  const after = (from: number, to: number) =>
    new Date(referredAt.getTime() + (from + random.next() * (to - from)) * day)
  const reached = ['handoff_open', 'sent', 'received', 'accepted', 'scheduled', 'in_service']
  const stage =
    state === 'closed' || state === 'withdrawn' ? 5 : state === 'not_accepted' ? 2 : reached.indexOf(state)
  const upTo = (needed: number, at: Date) => (stage >= needed && at <= now ? at : null)
  const staff = staffPlaces(size)
  const times = {
    consent: after(0.05, 0.2),
    sent: after(0.2, 0.25),
    received: after(0.26, 1),
    accepted: after(1, 3),
    scheduled: after(3, 4),
    visit: after(7, 12),
    seen: after(7, 12),
    end: after(60, 200),
  }
  const ended = state === 'closed' || state === 'withdrawn'
  return {
    place,
    student,
    studentPlace: studentOf(plan, place),
    state,
    stage,
    random,
    referredAt,
    concernAt: new Date(referredAt.getTime() - (60 + random.below(900)) * minute),
    consentAt: upTo(1, times.consent) ?? (stage >= 1 ? referredAt : null),
    sentAt: stage >= 1 ? times.sent : null,
    receivedAt: stage >= 2 ? times.received : null,
    acceptedAt: stage >= 3 ? times.accepted : null,
    scheduledAt: stage >= 4 ? times.scheduled : null,
    visitAt:
      stage >= 4
        ? stage >= 5
          ? times.seen
          : new Date(now.getTime() + random.below(6 * 1440) * minute)
        : null,
    seenAt: stage >= 5 ? times.seen : null,
    engagedAt: stage >= 5 && days > 45 ? after(38, 44) : null,
    endedAt: ended ? new Date(Math.min(times.end.getTime(), now.getTime() - day)) : null,
    partner: random.below(size.partners),
    navigator: staff.navigator(navigatorOf(size, student.school)),
    counselor: staff.counselor(student.school),
    highNeed: random.percent(12),
    noShow: random.percent(16),
    category: random.pick(categories),
    tier: random.percent(30) ? 3 : 2,
    due: new Date(now.getTime() + (random.below(12 * 1440) - 3 * 1440) * minute),
    id: idAt('referral', place),
  }
}
export type Story = ReturnType<typeof storyAt>

export const storyCount = ({ size }: Plan) => size.referralsPerYear.reduce((sum, count) => sum + count, 0)
export function* stories(plan: Plan): Generator<Story> {
  for (let place = 0; place < storyCount(plan); place++) yield storyAt(plan, place)
}
