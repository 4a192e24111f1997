import type { Actor } from '#access/actor.ts'
import type { Purpose } from '#access/minimum-necessary.ts'
import type { Transaction } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { type By, viewed, met, taken, listTaken, type Read, ofStudent } from './readings-store.ts'

/** Whoever reads, prints or exports, in the transaction of the look, and what for. */
type Reading = {
  readonly tx: Transaction
  readonly actor: Actor
  readonly now: Date
  readonly purpose: Purpose | undefined
  /** A machine of theirs takes it in, and nobody in person. */
  readonly machine: boolean
}
const byOf = ({ actor, now }: Reading): By => ({
  district: actor.districtId,
  id: newId(now.getTime()),
  at: now,
  by: actor.personId,
  as: actor.role,
})
/**
 * An agency reads what was sent to it: on the consent on which it was sent. The look leaves a trace whose
 * subject is the referral.
 */
export const noteView = (
  reading: Reading,
  seen: { referralId: string; partnerId: string; items: readonly string[] },
): void =>
  reading.tx.write(viewed, {
    ...byOf(reading),
    kind: reading.machine ? 'machine_view' : 'portal_view',
    referral: seen.referralId,
    partner: seen.partnerId,
    items: seen.items,
  })
/** A row of a list at an agency: the referral, and what of its packet the row shows. */
export type Met = { readonly referralId: string; readonly items: readonly string[] }

/**
 * An agency meets students in one of its lists, by what was sent of them: it stands in the accounting of
 * each, on the consent on which it was sent, once for each person and day. The look leaves one trace that
 * names them.
 * @param meeting.since when the day of the district began
 */
export function noteMet(
  reading: Reading,
  meeting: { partnerId: string; since: Date; rows: readonly Met[] },
): void {
  const shown = meeting.rows.filter(({ items }) => items.length > 0)
  if (shown.length === 0) return
  const { id: _, ...by } = byOf(reading)
  const rows = shown.map((row) => ({
    id: newId(reading.now.getTime()),
    referral: row.referralId,
    items: row.items,
  }))
  const { partnerId: partner, since } = meeting
  const kind = reading.machine ? 'machine_view' : 'portal_list'
  reading.tx.write(met, { ...by, kind, partner, since, rows: JSON.stringify(rows) })
}
/** One id for each referral, made here as all ids are. */
const rowsOf = (at: Date, referralIds: readonly string[]) =>
  JSON.stringify(referralIds.map((referral) => ({ id: newId(at.getTime()), referral })))
/** Papers that leave the house about a student, and what the family itself reads. */
export type Paper = 'accounting' | 'family_plan' | 'explanation' | 'record_file' | 'case_review'

/**
 * A page about a student is made ready for paper, exported, or read by the family it speaks to. The look
 * leaves a trace whose subject is the referral where it is of one, else the student.
 */
export const noteTaken = (
  reading: Reading,
  taking: {
    kind: 'print' | 'export' | 'family_view'
    studentId: string
    referralId?: string
    paper: Paper
  },
): void =>
  reading.tx.write(taken, {
    ...byOf(reading),
    student: taking.studentId,
    referral: taking.referralId ?? null,
    kind: taking.kind,
    purpose: reading.purpose ?? null,
    items: [taking.paper],
  })
/**
 * A list of referrals leaves the house as a file: it stands in the accounting of each student in it. The look
 * leaves a trace for each.
 * @param taking.items which list it is, and then each field the file has of a student
 */
export function noteListTaken(
  reading: Reading,
  taking: { referralIds: readonly string[]; items: readonly string[] },
): void {
  if (taking.referralIds.length === 0) return
  const { id: _, ...by } = byOf(reading)
  const rows = rowsOf(reading.now, taking.referralIds)
  reading.tx.write(listTaken, { ...by, rows, items: taking.items, purpose: reading.purpose ?? null })
}
/**
 * Everything of a student that was read outside the school, printed or exported, the latest first.
 * @param readers what these in the family may read; null for everything
 */
export const readingsOf = (
  tx: Transaction,
  studentId: string,
  readers: readonly string[] | null,
): Promise<Read[]> => tx.all(ofStudent, { district: tx.scope.districtId, student: studentId, readers })
