import type { ToldItem } from '#exceptions/contract.ts'
import { type Ended, takesSecond } from './ending.ts'
import type { Entry, EntryKind } from './entry.ts'

/** Why an incident was begun or named for the wrong student. */
export const mixUps = ['similar_name', 'misheard', 'wrong_line', 'taken_for', 'said_wrong'] as const
export type MixUp = (typeof mixUps)[number]

/** What is said of an incident that is about another student than the record says. */
type Righting = Ended & {
  readonly schoolId: string
  /** Whom it is about in truth, and the school they go to; null while nobody knows. */
  readonly right: { readonly id: string; readonly schoolId: string | null } | null
  /** Whether it was said that nobody knows yet who it is. */
  readonly notKnown: boolean
  readonly by: string | null
  readonly reviewerId: string | undefined
}

const righting = {
  in_a_drill: ({ incident }) => incident.drillId !== null,
  nobody_named_yet: ({ incident }) => incident.studentId === null && incident.drillId === null,
  right_missing: ({ right, notKnown }) => (right === null) !== notKnown,
  same_student: ({ incident, right }) => right !== null && right.id === incident.studentId,
  another_school: ({ schoolId, right }) => right !== null && right.schoolId !== schoolId,
  second_missing: (said) => takesSecond(said) && said.reviewerId === undefined,
  second_is_you: ({ reviewerId, by }) => reviewerId !== undefined && reviewerId === by,
} satisfies Record<string, (said: Righting) => boolean>
export type ObstacleToRighting = keyof typeof righting

/** Everything that keeps an incident from going on with another student. No silence of a lead does. */
export const obstaclesToRighting = (said: Righting): ObstacleToRighting[] =>
  (Object.keys(righting) as ObstacleToRighting[]).filter((name) => righting[name](said))

/**
 * What was said to or of the wrong student's own people. It stays with that student, and is owed of the right
 * one anew: their caregiver and their clinician have heard nothing yet.
 */
const ofTheWrongOne: readonly EntryKind[] = [
  'caregiver_told',
  'caregiver_not_told',
  'clinician_told',
  'report_checked',
  'ending_said',
  'ending_confirmed',
]

/** Whether what is written down belongs to the student whose record it is in, and goes on nowhere. */
export const staysThere = (kind: EntryKind): boolean => ofTheWrongOne.includes(kind)

/** What was told from the record of the wrong student: of the right one nobody outside has heard it. */
const saidOfTheWrongOne: readonly string[] = [
  'identity',
  'caregiver_contact',
  'language',
] satisfies ToldItem[]

/** What goes on in the record of the right student: what was done, in the order it was written down. */
export const goesOn = (entries: readonly Entry[]): Entry[] =>
  entries
    .filter(({ kind }) => !staysThere(kind))
    .map((entry) => ({
      ...entry,
      items: entry.items?.filter((item) => !saidOfTheWrongOne.includes(item)) ?? null,
    }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
