/** For whom somebody stands on a crisis team. */
export const teamKinds = ['professional', 'caregiver', 'community'] as const
export type TeamKind = (typeof teamKinds)[number]

/** Somebody on the crisis team of a school. */
export type TeamMember = {
  readonly id: string
  readonly schoolId: string
  readonly kind: TeamKind
  readonly name: string
  readonly role: string
  readonly phone: string | null
  readonly email: string | null
  readonly endedAt: Date | null
  readonly version: number
  /** Continuing education they were credited with, in quarters of an hour. */
  readonly quarterHours: number
}

/** Whom a crisis team lacks: without a caregiver or a community partner it is not complete [R114]. */
export const missingFrom = (members: readonly Pick<TeamMember, 'kind' | 'endedAt'>[]): TeamKind[] =>
  teamKinds.filter((kind) => !members.some((member) => member.kind === kind && member.endedAt === null))

/** What a roster says of somebody: how they are reached in a crisis, and no more. */
export const onRoster = ({ name, role, kind, phone }: TeamMember) => ({ name, role, kind, phone })
export type OnRoster = ReturnType<typeof onRoster>
