import type { SchoolCalendar, Term } from './calendar.ts'

const adding = {
  ends_before_it_starts: (_calendar, { startsOn, endsOn }) => endsOn < startsOn,
  overlaps: ({ terms }, given) =>
    terms.some((term) => term.startsOn <= given.endsOn && given.startsOn <= term.endsOn),
} satisfies Record<string, (calendar: SchoolCalendar, given: Term) => boolean>

export type ObstacleToTerm = keyof typeof adding

/** Every reason a term cannot be added. */
export const obstaclesToTerm = (calendar: SchoolCalendar, given: Term): ObstacleToTerm[] =>
  (Object.keys(adding) as ObstacleToTerm[]).filter((name) => adding[name](calendar, given))

const removing = {
  begun: (term, today) => term.startsOn <= today,
} satisfies Record<string, (term: Term, today: string) => boolean>

export type ObstacleToRemovingTerm = keyof typeof removing

/** Every reason a term stays on the list. */
export const obstaclesToRemovingTerm = (term: Term, today: string): ObstacleToRemovingTerm[] =>
  (Object.keys(removing) as ObstacleToRemovingTerm[]).filter((name) => removing[name](term, today))
