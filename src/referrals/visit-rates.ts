import type { Visit } from './visit.ts'

export type NoShowRate = {
  readonly missed: number
  /** Visits that were due: somebody came, or nobody did. */
  readonly due: number
  /** Missed of due, from 0 to 1; null while none was due. */
  readonly rate: number | null
}

/**
 * How many visits were missed of those that were due. One that was cancelled or moved
 * beforehand was not due, and one nobody has spoken of is neither. Another visit in its place takes nothing
 * away: the missed one stays missed [R076].
 */
export function noShowRate(visits: readonly Pick<Visit, 'result'>[]): NoShowRate {
  const of = (wanted: Visit['result']) => visits.filter(({ result }) => result === wanted).length
  const missed = of('no_show')
  return rateOf({ missed, held: of('attended') })
}

/** The same of visits that were counted elsewhere: how many nobody came to, and how many were held. */
export const rateOf = ({ missed, held }: { missed: number; held: number }): NoShowRate => {
  const due = missed + held
  return { missed, due, rate: due === 0 ? null : missed / due }
}
