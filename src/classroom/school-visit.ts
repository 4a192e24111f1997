/** What an agency comes to a school for, for one student: a closed list, with no place for words. */
export const purposes = ['observe_class', 'observe_break', 'meet_teachers', 'meet_care_team'] as const
export type Purpose = (typeof purposes)[number]

/** An agency came to a school for a student. */
export type SchoolVisit = {
  readonly id: string
  readonly referralId: string
  readonly partnerName: string
  readonly purpose: Purpose
  /** YYYY-MM-DD. */
  readonly visitedOn: string
  /** When the yes it rests on was given. */
  readonly agreedAt: Date
  readonly loggedByName: string
  readonly loggedAt: Date
}

export type ObstacleToLogging = 'not_yet' | 'not_shared' | 'not_agreed' | 'logged_already'

type Known = {
  readonly today: string
  /** The family's yes held on that day, and whoever said it may still say it. */
  readonly shared: boolean
  /** An agreement with the agency is in force and lets it know what is seen at school. */
  readonly agreed: boolean
  readonly visits: readonly Pick<SchoolVisit, 'referralId' | 'purpose' | 'visitedOn'>[]
}

/** Why a visit cannot be logged: every reason at once [R039]. */
export const obstaclesToLogging = (
  given: Pick<SchoolVisit, 'referralId' | 'purpose' | 'visitedOn'>,
  { today, shared, agreed, visits }: Known,
): ObstacleToLogging[] => [
  ...(given.visitedOn > today ? (['not_yet'] as const) : []),
  ...(shared ? [] : (['not_shared'] as const)),
  ...(agreed ? [] : (['not_agreed'] as const)),
  ...(visits.some(
    ({ referralId, purpose, visitedOn }) =>
      referralId === given.referralId && purpose === given.purpose && visitedOn === given.visitedOn,
  )
    ? (['logged_already'] as const)
    : []),
]
