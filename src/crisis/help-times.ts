import { middleOf } from './middle.ts'

/** Somebody asked for help on the page of a school, or of their family. */
export type HelpAsked = {
  readonly askedAt: Date
  /** When somebody of the staff took it up; null while it waits. */
  readonly takenUpAt: Date | null
}

/** How many asked, how many of them wait, and how long the one in the middle waited, in minutes [R117]. */
export type HelpTimes = {
  readonly asked: number
  readonly waiting: number
  readonly middleMinutes: number | null
}

const minute = 60_000

/** What requests for help come to. */
export function helpTimesOf(some: readonly HelpAsked[]): HelpTimes {
  const minutes = some.flatMap(({ askedAt, takenUpAt }) =>
    takenUpAt === null ? [] : [takenUpAt.getTime() - askedAt.getTime()],
  )
  const middle = middleOf(minutes)
  return {
    asked: some.length,
    waiting: some.length - minutes.length,
    middleMinutes: middle === null ? null : Math.round(middle / minute),
  }
}
