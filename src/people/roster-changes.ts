import type { Unit } from '#access/unit.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { compareEnrolments, compareStudents } from './roster-compare-store.ts'
import { compareFamilies, mergeFamilies } from './roster-family-store.ts'
import { mergers } from './roster-merge-store.ts'
import { otherOrgs, rolesSeen, rosterRows } from './roster-rows.ts'
import { openImport, stage } from './roster-stage-store.ts'
import {
  countChanges,
  countKnown,
  nearDuplicates,
  type NearDuplicate,
  type RosterCounts,
} from './roster-summary-store.ts'
import { rememberNames, traceTouched } from './roster-trail-store.ts'
import type { Notice, Refusal } from './roster/findings.ts'
import type { ReadRoster } from './roster/read-roster.ts'

export const rosterSteps = ['reading', 'laying_out', 'comparing', 'writing', 'tracing'] as const
export type RosterStep = (typeof rosterSteps)[number]

/**
 * How far an import has come. `total` is 0 while nobody can know it. It counts rows (guessed from the size
 * of the files while reading), and kinds of records while writing.
 */
export type RosterProgress = { step: RosterStep; done: number; total: number }
export type OnProgress = (progress: RosterProgress) => void

/** What an import would do, or did. Counts, ids and places in the file: no name of anybody. */
export type RosterSummary = {
  format: string
  counts: RosterCounts
  /** Students at a school before it, of whom some leave; not counted in summaries of long ago. */
  known?: number
  refused: { total: number; listed: readonly Refusal[] }
  noticed: { total: number; listed: readonly Notice[] }
  nearDuplicates: { total: number; listed: readonly NearDuplicate[] }
  staffRoles: Record<string, number>
  /** Organizations that are no school, for the deltas to come. */
  otherOrgs: readonly string[]
  /** Whether who is not in the file was taken to have left. */
  endedAbsent: boolean
}

/** Rows listed in full: a page shows these, and the counts say how many there were. */
const mostListed = 500

/** Files whose refused rows may hide a person: while there are any, nobody is taken to have left. */
const tellWhoIsHere = ['orgs.csv', 'users.csv', 'roles.csv', 'enrollments.csv', 'classes.csv']

/** Whether the file says everything, so that who is not in it has left. A delta never does. */
export const mayEndAbsent = ({ roster: { manifest }, findings }: ReadRoster): boolean =>
  manifest.modes.get('users') === 'bulk' &&
  manifest.modes.get('orgs') === 'bulk' &&
  (manifest.version === '1.1' || manifest.modes.get('roles') === 'bulk') &&
  tellWhoIsHere.every((file) => findings.refusedIn(file) === 0)

const formatOf = ({ roster: { manifest } }: ReadRoster) =>
  `OneRoster ${manifest.version} ${manifest.modes.get('users') === 'bulk' ? 'bulk' : 'delta'}`

/**
 * Lays a roster beside the district and works out what it changes. Nothing of the district is written.
 * @param onProgress told after every few thousand rows
 */
export async function compareRoster(
  { tx, now }: Pick<Unit, 'tx' | 'now'>,
  read: ReadRoster,
  onProgress: OnProgress,
): Promise<RosterSummary> {
  await openImport(tx)
  const rows = rosterRows(read.roster, now.getTime())
  await stage(tx, rows, (done, total) => onProgress({ step: 'laying_out', done, total }))
  onProgress({ step: 'comparing', done: 0, total: 0 })
  const comparing = { today: dayOf(await calendarOf(tx), now), endAbsent: mayEndAbsent(read) }
  await compareEnrolments(tx, comparing)
  await compareStudents(tx)
  await compareFamilies(tx, comparing)
  const { listed, count } = await nearDuplicates(tx)
  const { refusals, notices, totals } = read.findings
  return {
    format: formatOf(read),
    counts: await countChanges(tx),
    known: await countKnown(tx),
    refused: { total: totals.refusals, listed: refusals.slice(0, mostListed) },
    noticed: { total: totals.notices, listed: notices.slice(0, mostListed) },
    nearDuplicates: { total: count, listed },
    staffRoles: rolesSeen(read.roster),
    otherOrgs: otherOrgs(read.roster),
    endedAbsent: comparing.endAbsent,
  }
}

type Merging = {
  read: ReadRoster
  importId: string
  onProgress: OnProgress
  mayWrite(summary: RosterSummary): void
}

/**
 * Compares a roster and writes what it changes, all of it or, when anything goes wrong, none [R368]. An
 * enrolment ends; a student is never removed. Applied again, the same file changes nothing.
 * @param importId what the traces point to
 * @param mayWrite asked once it is known what changes; throws where that may not be
 */
export async function mergeRoster(
  unit: Unit,
  { read, importId, onProgress, mayWrite }: Merging,
): Promise<RosterSummary> {
  const summary = await compareRoster(unit, read, onProgress)
  mayWrite(summary)
  const today = dayOf(await calendarOf(unit.tx), unit.now)
  const writers = [
    ...mergers(today),
    (tx: Transaction) => mergeFamilies(tx, { today }),
    () => rememberNames(unit),
  ]
  for (const [done, write] of writers.entries()) {
    onProgress({ step: 'writing', done, total: writers.length })
    await write(unit.tx)
  }
  onProgress({ step: 'tracing', done: 0, total: 0 })
  const traced = await traceTouched(unit, importId)
  onProgress({ step: 'tracing', done: traced, total: traced })
  return summary
}

/** The counts of a summary, as the trail keeps them. */
export const traceOf = ({ counts, refused, nearDuplicates }: RosterSummary) => ({
  students_added: counts.students.added,
  students_changed: counts.students.changed,
  students_left: counts.students.left,
  schools_added: counts.schools.added,
  caregivers_added: counts.caregivers.added,
  staff_added: counts.staff.added,
  rows_refused: refused.total,
  near_duplicates: nearDuplicates.total,
})
