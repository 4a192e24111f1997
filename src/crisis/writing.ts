import { type CrisisResponse, departureOf } from '#standards/contract.ts'
import type { Draft } from './entry.ts'
import { lacksHelp, levelNow, type Running } from './rules.ts'

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
  high_stays: ({ entries }, { draft }) =>
    (draft.kind === 'response_called' && levelNow(entries) === 'high' && draft.what === 'school_team') ||
    (draft.kind === 'handed_over' && draft.what === 'stayed_at_school' && lacksHelp(entries)),
  reason_missing: (running, said) => explains(running, said) && said.reason === undefined,
  reviewer_missing: (running, said) => explains(running, said) && said.reviewerId === undefined,
  reviewer_is_you: (running, said) =>
    explains(running, said) && said.reviewerId !== undefined && said.reviewerId === said.by,
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
