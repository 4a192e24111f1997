/** Where a member of a team comes from. */
export const memberSides = ['school', 'agency', 'caregiver', 'student'] as const
export type MemberSide = (typeof memberSides)[number]

/** What somebody of the school does on a team. */
export const schoolRoles = ['leads', 'coordinates', 'helps_at_school'] as const
export type SchoolRole = (typeof schoolRoles)[number]
export type MemberRole = SchoolRole | 'cares' | 'family' | 'student'

/** What the others do follows from where they come from. */
export const roleOf: Readonly<Record<Exclude<MemberSide, 'school'>, MemberRole>> = {
  agency: 'cares',
  caregiver: 'family',
  student: 'student',
}

/** What a plan may say: who does what, and nothing of treatment. */
export const stepKinds = [
  'check_in_school',
  'check_in_home',
  'keep_visits',
  'transport',
  'forms',
  'school_supports',
  'daily_routine',
  'peer_or_mentor',
  'activities',
  'family_support',
  'crisis_plan_shared',
  'meet_again',
] as const
export type StepKind = (typeof stepKinds)[number]

export const stepOutcomes = ['done', 'not_needed', 'not_possible'] as const
export type StepOutcome = (typeof stepOutcomes)[number]

export type Team = {
  readonly id: string
  readonly studentId: string
  readonly schoolId: string
  readonly formedAt: Date
  readonly endedAt: Date | null
  readonly version: number
}

export type Member = {
  readonly id: string
  readonly teamId: string
  readonly studentId: string
  readonly side: MemberSide
  readonly role: MemberRole
  readonly personId: string | null
  readonly referralId: string | null
  readonly partnerId: string | null
  readonly caregiverId: string | null
  readonly leftAt: Date | null
  readonly version: number
}

export type PlanStep = {
  readonly id: string
  readonly teamId: string
  readonly memberId: string
  readonly studentId: string
  readonly what: StepKind
  /** YYYY-MM-DD. */
  readonly dueOn: string
  readonly outcome: StepOutcome | null
  readonly version: number
}
