import { type CrisisResponse, departureOf } from '#standards/contract.ts'
import type { Draft, SkippableStep } from './entry.ts'
import { getsRound, isRubricLeftOut, lacksHelp } from './departures.ts'
import { levelNow, type Running } from './levels.ts'

/** What is written down, by whom, with what a departure needs beside it. */
export type Writing = {
  readonly draft: Draft
  readonly by: string | null
  readonly reason?: string | undefined
  readonly reviewerId?: string | undefined
  /** The last entry on the page that says it, or the incident where there was none; left out by machines. */
  readonly seen?: string | undefined
  /** Whether a device kept it while there was no network: nobody could be asked then. */
  readonly isSentLater?: boolean
}

const isCall = ({ draft }: Writing) => draft.kind === 'response_called'

/**
 * Whether a call departs, judged by the level of now. Anybody may call 911 first and say why afterwards; so
 * does whoever called without a network.
 */
const needsReason = ({ entries, standard }: Running, writing: Writing) => {
  const level = levelNow(entries)
  const response = writing.draft.what as CrisisResponse
  return (
    isCall(writing) &&
    writing.isSentLater !== true &&
    level !== undefined &&
    response !== 'emergency_services' &&
    departureOf(standard, { level, response }) !== undefined
  )
}
/** Whether a step is left out that would get round the tree: nobody decides that alone. */
const leavesOut = (running: Running, { draft }: Writing) =>
  draft.kind === 'step_skipped' && getsRound(running, draft.what as SkippableStep)
const explains = (running: Running, writing: Writing) =>
  writing.draft.kind === 'departure_explained' || needsReason(running, writing)

/**
 * Whether somebody wrote the same down since the page was read: then that stands, and whoever comes second
 * sees it first. The rubric may be run by two, and both runs are kept.
 */
const isWrittenMeanwhile = ({ entries }: Running, { draft, seen }: Writing): boolean =>
  seen !== undefined &&
  draft.kind !== 'rubric_run' &&
  entries.some(
    (entry) =>
      entry.id > seen &&
      entry.kind === draft.kind &&
      entry.what === (draft.what ?? null) &&
      entry.aboutId === (draft.aboutId ?? null) &&
      (draft.what !== 'other' || entry.words === draft.words),
  )

const writing = {
  closed: ({ incident }, { draft }) => incident.state === 'closed' && draft.kind !== 'departure_reviewed',
  high_stays: ({ entries, standard }, { draft }) =>
    (draft.kind === 'response_called' && levelNow(entries) === 'high' && draft.what === 'school_team') ||
    (draft.kind === 'handed_over' && draft.what === 'stayed_at_school' && lacksHelp({ entries, standard })),
  // What a device kept without a network happened: it is judged once the level is known.
  level_first: ({ entries }, { draft, isSentLater }) =>
    isSentLater !== true &&
    draft.kind === 'handed_over' &&
    draft.what === 'stayed_at_school' &&
    levelNow(entries) === undefined &&
    !isRubricLeftOut(entries),
  reason_missing: (running, said) => explains(running, said) && said.reason === undefined,
  reviewer_missing: (running, said) => explains(running, said) && said.reviewerId === undefined,
  left_out_alone: (running, said) => leavesOut(running, said) && said.reviewerId === undefined,
  reviewer_is_you: (running, said) =>
    (explains(running, said) || leavesOut(running, said)) &&
    said.reviewerId !== undefined &&
    said.reviewerId === said.by,
  reviewer_wrote_it: ({ entries }, { draft, by, reviewerId }) =>
    draft.kind === 'departure_explained' &&
    reviewerId !== undefined &&
    reviewerId !== by &&
    entries.some(({ id, enteredBy }) => id === draft.aboutId && enteredBy === reviewerId),
  written_meanwhile: isWrittenMeanwhile,
} satisfies Record<string, (running: Running, said: Writing) => boolean>
export type ObstacleToWriting = keyof typeof writing

/** Every reason something cannot be written down so. Nothing here ever stops a call to emergency services. */
export const obstaclesToWriting = (running: Running, said: Writing): ObstacleToWriting[] =>
  (Object.keys(writing) as ObstacleToWriting[]).filter((name) => writing[name](running, said))
