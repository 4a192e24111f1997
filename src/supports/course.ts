/** A month with how much of something there was in it, and of how much. */
export type Month = {
  /** YYYY-MM. */
  readonly month: string
  readonly count: number
  /** What it is counted of; null where it is a count by itself. */
  readonly of: number | null
}

/** Dated facts of one student, days as YYYY-MM-DD: none of them is typed here. */
export type CourseFacts = {
  readonly missedOn: readonly string[]
  readonly crisesOn: readonly string[]
  readonly visits: readonly { readonly on: string; readonly kept: boolean }[]
}

/** The measures over the last months, as far as each is known [R162]. */
export type Course = {
  readonly attendance: readonly Month[]
  readonly crisis_contacts: readonly Month[]
  readonly engagement: readonly Month[]
}

/** The months up to the one a day lies in, the oldest first. @param today YYYY-MM-DD */
export function lastMonths(today: string, count: number): string[] {
  const [year = 0, month = 0] = today.split('-').map(Number)
  return Array.from({ length: count }, (_, at) => {
    const months = year * 12 + (month - 1) - (count - 1 - at)
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
  })
}

const inMonth = (days: readonly string[], month: string) =>
  new Set(days.filter((day) => day.startsWith(month))).size

/** How each measure went, month by month: days missed, crises, and visits kept of those that were due. */
export function courseOf(months: readonly string[], facts: CourseFacts): Course {
  const counted = (days: readonly string[]) =>
    months.map((month) => ({ month, count: inMonth(days, month), of: null }))
  return {
    attendance: counted(facts.missedOn),
    crisis_contacts: months.map((month) => ({
      month,
      count: facts.crisesOn.filter((day) => day.startsWith(month)).length,
      of: null,
    })),
    engagement: months.map((month) => {
      const due = facts.visits.filter(({ on }) => on.startsWith(month))
      return { month, count: due.filter(({ kept }) => kept).length, of: due.length }
    }),
  }
}
