import type { Contact } from './contact-store.ts'
import type { Handoff } from './handoff.ts'

type Judged = {
  handoff: Handoff
  tried: { readonly result: string; readonly caregiverId?: string | undefined }
  /** Those who care for the student and are spoken with. */
  caregivers: readonly { readonly id: string }[]
  happenedAt: Date
  nextAttemptAt: Date | null
  known: readonly string[]
  /** Whether the student agreed alone: no caregiver is contacted about it. */
  minorConsented: boolean
  now: Date
}
const obstacles = {
  minor_consented: ({ minorConsented }) => minorConsented,
  not_a_caregiver: ({ tried, caregivers }) =>
    tried.caregiverId !== undefined && !caregivers.some(({ id }) => id === tried.caregiverId),
  result_unknown: ({ tried, known }) => !known.includes(tried.result),
  not_happened_yet: ({ happenedAt, now }) => happenedAt > now,
  before_decision: ({ handoff, happenedAt }) => happenedAt < handoff.openedAt,
  next_attempt_missing: ({ tried, nextAttemptAt }) => tried.result !== 'reached' && nextAttemptAt === null,
  next_attempt_past: ({ nextAttemptAt, now }) => nextAttemptAt !== null && nextAttemptAt <= now,
} satisfies Record<string, (judged: Judged) => boolean>
export type ObstacleToLogging = keyof typeof obstacles

/** Every reason a try cannot be written down like this. */
export const obstaclesToLogging = (judged: Judged): ObstacleToLogging[] =>
  (Object.keys(obstacles) as ObstacleToLogging[]).filter((name) => obstacles[name](judged))

type Talk = { readonly caregiverId: string; readonly mode: string }

/**
 * Whether a talk is in the contact log already: a try of the same day reached the same caregiver the same
 * way.
 * @param dayOf the day of an instant, on the district's calendar
 */
export const isLogged = (
  talk: Talk & { readonly at: Date },
  log: readonly Pick<Contact, 'caregiverId' | 'mode' | 'result' | 'happenedAt'>[],
  dayOf: (at: Date) => string,
): boolean =>
  log.some(
    ({ caregiverId, mode, result, happenedAt }) =>
      result === 'reached' &&
      mode === talk.mode &&
      (caregiverId === null || caregiverId === talk.caregiverId) &&
      dayOf(happenedAt) === dayOf(talk.at),
  )
