/** Who does what in every incident: four people, by name [R100]. */
export const incidentRoles = ['stays', 'tells_caregiver', 'writes', 'plans_return'] as const
export type IncidentRole = (typeof incidentRoles)[number]

/** What came of a response that was called. */
export const responseResults = ['came', 'talked', 'on_the_way', 'could_not'] as const
export type ResponseResult = (typeof responseResults)[number]

export const caregiverModes = ['phone', 'in_person', 'message'] as const
/** What a caregiver was told, as a kind: the words themselves are nobody's to keep here [R103]. */
export const caregiverTopics = ['safe_now', 'what_is_done', 'where_to_come'] as const

/** On which ground the clinician was told; or that nobody is known to treat the student. */
export const clinicianBases = ['consent', 'emergency', 'none_known'] as const

/** Where the student is when the school hands over [R120]. */
export const dispositions = [
  'stayed_at_school',
  'home_with_caregiver',
  'with_mobile_crisis',
  'stabilization',
  'emergency_department',
  'law_enforcement',
  'other',
] as const
export type Disposition = (typeof dispositions)[number]

/** Steps that may be left out with a reason; the others can only be done. */
export const skippableSteps = ['safety', 'rubric', 'response'] as const
export type SkippableStep = (typeof skippableSteps)[number]

/** What is written down in an incident, each by itself and never edited: what comes later is a new entry. */
export const entryKinds = [
  'safety_done',
  'role_named',
  'rubric_run',
  'response_called',
  'response_result',
  'departure_explained',
  'departure_reviewed',
  'caregiver_told',
  'caregiver_not_told',
  'clinician_told',
  'report_checked',
  'handed_over',
  'step_skipped',
  'danger_said',
  'trained_asked',
  'ending_said',
  'ending_confirmed',
  'passed_on',
  'came_from',
] as const
export type EntryKind = (typeof entryKinds)[number]

export type Entry = {
  readonly id: string
  readonly kind: EntryKind
  /** A code of a list: which action, role, level, response, result, topic, ground, place or step. */
  readonly what: string | null
  /** A second code beside it: by which way a caregiver was told. */
  readonly how: string | null
  /** Whom the incident is about in truth, where it was entered for the wrong student. */
  readonly studentId: string | null
  /** Somebody of the staff: who has a role, or who looks at a departure. */
  readonly personId: string | null
  readonly personName: string | null
  /** Who was reached or named, or why a step was left out, in a few words. */
  readonly words: string | null
  /** What somebody outside the school was told by it: codes of a closed list. */
  readonly items: readonly string[] | null
  /** The answers of a run of the rubric: codes. */
  readonly answers: Readonly<Record<string, string>> | null
  readonly standardId: string | null
  /** The entry it speaks of. */
  readonly aboutId: string | null
  readonly happenedAt: Date
  readonly enteredAt: Date
  readonly enteredBy: string | null
  readonly enteredByName: string | null
}

/** An entry before it is kept. What is left out is null. */
export type Draft = Pick<Entry, 'kind'> &
  Partial<
    Pick<
      Entry,
      'what' | 'how' | 'studentId' | 'personId' | 'words' | 'items' | 'answers' | 'standardId' | 'aboutId'
    >
  >

const lateAfterMinutes = 10

/** Whether something was written down so long after it happened that the record says so [R373]. */
export const isLateEntered = ({ happenedAt, enteredAt }: Pick<Entry, 'happenedAt' | 'enteredAt'>): boolean =>
  enteredAt.getTime() - happenedAt.getTime() >= lateAfterMinutes * 60_000
