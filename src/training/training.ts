import type { Training } from '#access/trainings.ts'

/** What students learn at school: how to ask for help, and what to do when somebody is in danger. */
export const sessionTopics = ['asking_for_help', 'in_a_crisis'] as const
export type SessionTopic = (typeof sessionTopics)[number]

/** One version of a training a district requires, or requires no longer. */
export type Requirement = {
  readonly id: string
  readonly topic: Training
  readonly version: number
  readonly lines: readonly string[]
  readonly validMonths: number
  readonly required: boolean
  readonly sample: boolean
  readonly inForceFrom: Date
}

/** How somebody stands with one training. */
export const standings = ['never', 'lapsed', 'soon', 'holds'] as const
export type Standing = (typeof standings)[number]

/** How many people of a role at a school are asked for a training, and of how many it holds. */
export type Tally = {
  /** Null for those who work for every school. */
  readonly schoolId: string | null
  readonly schoolName: string | null
  readonly role: string
  readonly topic: Training
  readonly asked: number
  readonly holds: number
  readonly soon: number
}

/** Sessions of students of one grade. */
export type GradeTally = {
  readonly grade: string
  readonly sessions: number
  readonly invited: number
  readonly present: number
}
