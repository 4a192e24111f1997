/** Grades as a sender may name them. */
export const grades = ['PK', 'K', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const

/** What support designated staff may say they gave: a closed list, so that no story is told. */
export const supports = [
  'check_in',
  'quiet_place',
  'eased_work',
  'trusted_adult',
  'food_or_rest',
  'nurse',
] as const
export type Support = (typeof supports)[number]

/** What may be written down by hand. That it went to triage follows from sending it there. */
export const recordedSteps = ['support', 'no_signs', 'not_here'] as const
export type StepKind = (typeof recordedSteps)[number] | 'triage'

/** That a child may have been exposed to something, as a school has it. */
export type CareNotice = {
  readonly id: string
  readonly schoolId: string
  /** As it was sent; empty once it ended. */
  readonly childName: string
  readonly bornOn: string | null
  readonly grade: string | null
  readonly receipt: string
  readonly receivedAt: Date
  readonly answerDueAt: Date
  readonly expiresAt: Date
  /** When whoever stands in was told last, because nobody had answered. */
  readonly backupToldAt: Date | null
  readonly acknowledgedBy: string | null
  readonly acknowledgedAt: Date | null
  /** Null until staff say which student it is. */
  readonly studentId: string | null
  readonly matchedBy: string | null
  readonly matchedAt: Date | null
  readonly emptiedAt: Date | null
  readonly version: number
}

export type Step = {
  readonly id: string
  readonly kind: StepKind
  readonly support: Support | null
  readonly concernId: string | null
  readonly takenByName: string
  readonly takenAt: Date
}

export const subjectOf = ({ id, studentId }: Pick<CareNotice, 'id' | 'studentId'>) => ({
  type: 'care_notice',
  id,
  studentId,
})
