/** What happened to one student in the time that is looked back on. */
export type Round = {
  readonly studentId: string
  readonly studentName: string
  readonly schoolName: string
  /** Referrals of their own: one that goes on with another after a redirect is the same. */
  readonly referrals: number
  /** Of those, how many ended without a connection. */
  readonly unconnected: number
  readonly missed: number
  readonly crises: number
  /** When the first of the referrals was made. */
  readonly since: Date
}

/**
 * Whether somebody goes round: referred more than once, and in between a referral came to nothing, a visit
 * was missed or there was a crisis. A referral is not a service, and two are not two [R174].
 */
export const goesRound = ({ referrals, unconnected, missed, crises }: Round): boolean =>
  referrals > 1 && unconnected + missed + crises > 0

const weightOf = ({ referrals, unconnected, missed, crises }: Round) =>
  crises * 3 + referrals + unconnected + missed

/** Those who go round, whoever most needs another way first. */
export const goingRound = (rounds: readonly Round[]): Round[] =>
  rounds
    .filter(goesRound)
    .toSorted(
      (one, other) => weightOf(other) - weightOf(one) || one.studentName.localeCompare(other.studentName),
    )
