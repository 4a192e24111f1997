import type { Reminder } from '#referrals/contract.ts'

type Judged = {
  readonly reminder: Pick<Reminder, 'plannedAt' | 'startsAt' | 'resultAt'>
  /** A caregiver by id, or the student. */
  readonly whom: string
  /** Those who care for the student and are spoken with. */
  readonly caregivers: readonly { readonly id: string }[]
  /** Whether the student agreed alone: only the student is reminded. */
  readonly minorConsented: boolean
  readonly happenedAt: Date
  readonly now: Date
}

const obstacles = {
  minor_consented: ({ minorConsented, whom }) => minorConsented && whom !== 'student',
  not_a_caregiver: ({ whom, caregivers }) => whom !== 'student' && !caregivers.some(({ id }) => id === whom),
  not_happened_yet: ({ happenedAt, now }) => happenedAt > now,
  before_booking: ({ happenedAt, reminder }) => happenedAt < reminder.plannedAt,
  visit_begun: ({ happenedAt, reminder }) => happenedAt >= reminder.startsAt,
  visit_off: ({ happenedAt, reminder }) => reminder.resultAt !== null && happenedAt >= reminder.resultAt,
} satisfies Record<string, (judged: Judged) => boolean>
export type ObstacleToReminding = keyof typeof obstacles

/** Every reason a reminder cannot be written down like this. It may be entered later than it happened. */
export const obstaclesToReminding = (judged: Judged): ObstacleToReminding[] =>
  (Object.keys(obstacles) as ObstacleToReminding[]).filter((name) => obstacles[name](judged))

type Reachable = { readonly id: string; readonly contactRule: string | null }

/** Whom to try first and how: the first contact that may be contacted, the way they want it. */
export function suggestedTry<P extends Reachable>(people: readonly P[]) {
  const person = people.find(({ contactRule }) => contactRule !== 'do_not_contact')
  const channel = person?.contactRule === 'text_first' ? 'text' : 'phone'
  return { person, channel } as const
}
