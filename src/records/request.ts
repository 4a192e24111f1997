export const requestKinds = ['access', 'correction'] as const
export type RequestKind = (typeof requestKinds)[number]

export const askers = ['caregiver', 'student'] as const
export type Asker = (typeof askers)[number]

/** Whose record it is: the school's education record, or the health record of the agency. */
export const owners = ['district', 'provider'] as const
export type Owner = (typeof owners)[number]

export const answers = ['given', 'passed_on', 'accepted', 'refused'] as const
export type Answer = (typeof answers)[number]

/** Somebody of a family asked to see a record, or to have it corrected; with what was answered. */
export type RecordRequest = {
  readonly id: string
  readonly studentId: string
  readonly studentName: string
  readonly kind: RequestKind
  readonly askedBy: Asker
  readonly askedByName: string
  readonly owner: Owner
  readonly about: string
  readonly receivedOn: string
  readonly dueOn: string
  readonly recordedByName: string
  readonly answer: Answer | null
  readonly note: string | null
  readonly statement: string | null
  readonly answeredAt: Date | null
  readonly answeredByName: string | null
}

export type Hold = {
  readonly id: string
  readonly studentId: string
  readonly reason: string
  readonly placedAt: Date
  readonly placedByName: string
  readonly liftAskedBy: string | null
  readonly liftAskedByName: string | null
  readonly liftAskedAt: Date | null
  readonly liftedAt: Date | null
  readonly liftedByName: string | null
}

/** What the schedule speaks of. `student` is the whole record, with the name. */
export const recordClasses = ['concern', 'brief_support', 'referral', 'crisis_incident', 'student'] as const
export type RecordClass = (typeof recordClasses)[number]

/** What one person proposed to remove, and what came of it. */
export type Removal = {
  readonly id: string
  readonly recordClass: RecordClass
  readonly proposedBy: string
  readonly proposedByName: string
  readonly proposedAt: Date
  readonly carriedByName: string | null
  readonly carriedAt: Date | null
  /** How many students it names, and of how many the records were removed. */
  readonly students: number
  readonly removed: number
}
