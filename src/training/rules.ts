import { type Role, schoolStaff, triageStaff } from '#access/roles.ts'
import { type Training, trainings } from '#access/trainings.ts'
import { addCalendarDays } from '#district/contract.ts'
import type { Standing } from './training.ts'

/** A training that ends within so many days is listed, and said on Today. */
export const soonDays = 30

/** The last day a training holds that was given on a day: the same day so many months later. */
export const validUntil = (trainedOn: string, months: number): string =>
  Temporal.PlainDate.from(trainedOn).add({ months }).toString()

/** How a training stands on a day, by the last day it holds or held. */
export function standingOf(until: string | null, today: string): Standing {
  if (until === null) return 'never'
  if (until < today) return 'lapsed'
  return until <= addCalendarDays(today, soonDays) ? 'soon' : 'holds'
}

/** Whether somebody has something to do about it: none that holds, or not for long. */
export const isDue = (standing: Standing): boolean => standing !== 'holds'

/** Whoever follows incidents of a school may come to run the rubric in one. */
const runRubrics = [
  'crisis_lead',
  'designated_lead',
  ...triageStaff,
  'principal',
  'student_support_head',
] as const satisfies readonly Role[]

/**
 * Of which roles a training is asked, so that they have it before they need it. Whoever else wants to do
 * what it is for needs it as well; nobody asks it of them.
 * @param deciders the roles that decide in triage, as the district names them
 */
export const rolesAsked = (training: Training, deciders: readonly Role[]): readonly Role[] =>
  ({
    rubric: runRubrics,
    triage: deciders,
    records: schoolStaff.filter((role) => role !== 'teacher'),
  })[training]

/** Every pair of a required training and a role it is asked of. */
export const pairsAsked = (
  required: readonly Training[],
  deciders: readonly Role[],
): { topic: Training; role: Role }[] =>
  trainings
    .filter((topic) => required.includes(topic))
    .flatMap((topic) => rolesAsked(topic, deciders).map((role) => ({ topic, role })))

type Recording = {
  readonly required: boolean
  readonly trainedOn: string
  readonly today: string
  readonly people: readonly string[]
  readonly known: readonly string[]
  readonly by: string | null
}
const obstacles = {
  not_required: ({ required }) => !required,
  trained_ahead: ({ trainedOn, today }) => trainedOn > today,
  nobody: ({ people }) => people.length === 0,
  yourself: ({ people, by }) => by !== null && people.includes(by),
  unknown_person: ({ people, known }) => people.some((each) => !known.includes(each)),
} satisfies Record<string, (recording: Recording) => boolean>
export type ObstacleToRecording = keyof typeof obstacles

/** Every reason completions cannot be recorded so: nobody records their own. */
export const obstaclesToRecording = (recording: Recording): ObstacleToRecording[] =>
  (Object.keys(obstacles) as ObstacleToRecording[]).filter((name) => obstacles[name](recording))
