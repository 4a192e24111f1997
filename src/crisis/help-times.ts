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

/** What requests for help come to. Of an even count the middle is halfway between the two in the middle. */
export function helpTimesOf(some: readonly HelpAsked[]): HelpTimes {
  const minutes = some
    .flatMap(({ askedAt, takenUpAt }) =>
      takenUpAt === null ? [] : [takenUpAt.getTime() - askedAt.getTime()],
    )
    .toSorted((one, other) => one - other)
  const [low, high] = [minutes[Math.ceil(minutes.length / 2) - 1], minutes[Math.floor(minutes.length / 2)]]
  return {
    asked: some.length,
    waiting: some.length - minutes.length,
    middleMinutes: low === undefined || high === undefined ? null : Math.round((low + high) / 2 / minute),
  }
}
