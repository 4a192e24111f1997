export type ObstacleToOpening =
  | 'sample_at_live_school'
  | 'no_cut_off'
  | 'ends_before_start'
  | 'grade_unknown'
  | 'no_grade'

type Opening = {
  readonly sample: boolean
  /** Whether the school decides about real students. */
  readonly live: boolean
  /** Whether a cut-off is in force. */
  readonly cut: boolean
  readonly opensOn: string
  readonly closesOn: string
  readonly grades: readonly string[]
  /** The grades there are. */
  readonly known: readonly string[]
}
/** What stands in the way of opening a round. */
export const obstaclesToOpening = (given: Opening): ObstacleToOpening[] => [
  ...(given.sample && given.live ? (['sample_at_live_school'] as const) : []),
  ...(given.cut ? [] : (['no_cut_off'] as const)),
  ...(given.closesOn < given.opensOn ? (['ends_before_start'] as const) : []),
  ...(given.grades.length === 0 ? (['no_grade'] as const) : []),
  ...(given.grades.every((grade) => given.known.includes(grade)) ? [] : (['grade_unknown'] as const)),
]
