import type { Role } from './roles.ts'

/** Trainings a district may require, each named for what it opens [R308]. */
export const trainings = ['rubric', 'triage', 'records'] as const
export type Training = (typeof trainings)[number]

/** Of what somebody is not trained for, what their role could want: a teacher opens no record. */
export const lackedBy = (role: Role, untrained: readonly string[]): Training[] =>
  trainings.filter((each) => untrained.includes(each) && !(each === 'records' && role === 'teacher'))
