/** What a time of the week means: the student has to be in class, or pulling out suits. */
export const timeKinds = ['in_class', 'pull_out'] as const
export type TimeKind = (typeof timeKinds)[number]

export const lessons = ['reading', 'math', 'science', 'test', 'support', 'other'] as const
export type Lesson = (typeof lessons)[number]

/** Why a visit is booked in a time of class all the same. */
export const excuses = ['only_time', 'family_asks', 'teacher_agrees', 'urgent'] as const
export type Excuse = (typeof excuses)[number]

/** School days, Monday first. */
export const weekdays = [1, 2, 3, 4, 5] as const

/** A time of the week that was agreed. */
export type ClassTime = {
  readonly id: string
  readonly studentId: string
  readonly schoolId: string
  readonly partnerId: string | null
  readonly kind: TimeKind
  /** Monday is 1. */
  readonly weekday: number
  /** HH:MM on the clock of the district. */
  readonly fromAt: string
  readonly untilAt: string
  readonly lesson: Lesson
  readonly teacherId: string
  readonly teacherName: string
  readonly partnerName: string | null
  readonly agreedAt: Date
  readonly version: number
}

/** What a teacher can have noticed about schoolwork. */
export const observed = [
  'work_missing',
  'work_done',
  'attention_short',
  'attention_longer',
  'joins_in',
  'withdraws',
  'tired',
  'late_to_class',
  'asks_for_help',
  'upset_in_class',
  'calmer_in_class',
] as const
export type Observed = (typeof observed)[number]
