/** What a family may need at home: a closed list, so that nobody’s story has a place. */
export const needKinds = [
  'food',
  'housing',
  'benefits',
  'transport',
  'child_care',
  'coverage',
  'clothing',
  'internet',
] as const
export type NeedKind = (typeof needKinds)[number]

/** How it ends. A family that declines gives no reason, and is asked for none. */
export const needOutcomes = ['met', 'family_declined', 'not_needed', 'not_possible'] as const
export type NeedOutcome = (typeof needOutcomes)[number]

/** What a family needs, and who sees to it. Days are YYYY-MM-DD on the clock of the district. */
export type FamilyNeed = {
  readonly id: string
  readonly studentId: string
  readonly schoolId: string
  readonly kind: NeedKind
  readonly ownerId: string
  readonly ownerName: string
  readonly dueOn: string
  readonly notedAt: Date
  readonly outcome: NeedOutcome | null
  readonly endedAt: Date | null
  readonly version: number
}

type Noting = {
  kind: NeedKind
  dueOn: string
  today: string
  hasSchool: boolean
  needs: readonly Pick<FamilyNeed, 'kind' | 'endedAt'>[]
}
const toNote = {
  no_school: ({ hasSchool }) => !hasSchool,
  due_in_the_past: ({ dueOn, today }) => dueOn < today,
  is_open: ({ kind, needs }) => needs.some((each) => each.kind === kind && each.endedAt === null),
} satisfies Record<string, (judged: Noting) => boolean>
export type ObstacleToNoting = keyof typeof toNote

/** Every reason a need cannot be written down like this. */
export const obstaclesToNoting = (judged: Noting): ObstacleToNoting[] =>
  (Object.keys(toNote) as ObstacleToNoting[]).filter((name) => toNote[name](judged))
