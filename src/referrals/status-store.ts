import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Referral } from './referral.ts'
import type { Status, StatusRow, StatusSource } from './status.ts'

type Row = Record<'district' | 'id' | 'referral' | 'student' | 'status' | 'source' | 'by', string> & {
  partner: string | null
  answer: boolean | null
  reason: string | null
  suggested: string | null
  happened: Date
  entered: Date
}
const add = statement(
  ($: Row) => sql`
    insert into referral_status (district_id, id, referral_id, student_id, partner_id, status, answer, reason,
      suggested_partner_id, source, happened_at, entered_at, entered_by)
    values (${$.district}, ${$.id}, ${$.referral}, ${$.student}, ${$.partner}, ${$.status}, ${$.answer}, ${$.reason},
      ${$.suggested}, ${$.source}, ${$.happened}, ${$.entered}, ${$.by})`,
)

export type NewStatus = {
  status: Status
  answer?: boolean
  reason?: string | undefined
  suggestedPartnerId?: string | undefined
  source?: StatusSource
  /** When it happened; now when left out. The time it was entered is always now [R070]. */
  happenedAt?: Date
}

/** Adds one row to the history of statuses. The act records a trace whose subject is the referral. */
export const addStatus = (unit: Unit, referral: Referral, status: NewStatus) =>
  unit.tx.write(add, {
    district: unit.districtId,
    id: unit.id(),
    referral: referral.id,
    student: referral.studentId,
    partner: referral.partnerId,
    status: status.status,
    answer: status.answer ?? null,
    reason: status.reason ?? null,
    suggested: status.suggestedPartnerId ?? null,
    source: status.source ?? 'partner',
    happened: status.happenedAt ?? unit.now,
    entered: unit.now,
    by: unit.actor.personId as string,
  })

/** A status with the name of whoever entered it, as far as the reader may know it. */
export type StatusListed = StatusRow & { enteredByName: string }
const ofReferral = statement(
  ($: { district: string; referral: string }) => sql<StatusListed>`
    select s.id, s.referral_id as "referralId", s.status, s.answer, s.reason, s.suggested_partner_id as "suggestedPartnerId",
      s.source, s.happened_at as "happenedAt", s.entered_at as "enteredAt", s.entered_by as "enteredBy", coalesce(p.name, '') as "enteredByName"
    from referral_status s left join person p on p.district_id = s.district_id and p.id = s.entered_by
    where s.district_id = ${$.district} and s.referral_id = ${$.referral} order by s.entered_at, s.id`,
)
/**
 * The history of one referral's statuses, oldest first. An agency reads the names of its own people and of
 * its contacts at the school; any other is empty.
 */
export const statusesOf = (tx: Transaction, referralId: string) =>
  tx.all(ofReferral, { district: tx.scope.districtId, referral: referralId })

const signal = statement(
  (
    $: Record<'district' | 'id' | 'referral' | 'student' | 'partner' | 'signal' | 'listId' | 'by', string> & {
      at: Date
    },
  ) => sql`
    insert into safety_signal (district_id, id, referral_id, student_id, partner_id, signal, list_id, posted_by, posted_at)
    values (${$.district}, ${$.id}, ${$.referral}, ${$.student}, ${$.partner}, ${$.signal}, ${$.listId}, ${$.by}, ${$.at})`,
)
const took = statement(
  (
    $: Record<
      'district' | 'id' | 'referral' | 'student' | 'partner' | 'signal' | 'listId' | 'visitOn' | 'by',
      string
    > & { at: Date },
  ) => sql`
    insert into participation (district_id, id, referral_id, student_id, partner_id, signal, list_id, visit_on, posted_by, posted_at)
    values (${$.district}, ${$.id}, ${$.referral}, ${$.student}, ${$.partner}, ${$.signal}, ${$.listId}, ${$.visitOn}, ${$.by}, ${$.at})`,
)

const about = (unit: Unit, referral: Referral) => ({
  district: unit.districtId,
  id: unit.id(),
  referral: referral.id,
  student: referral.studentId,
  partner: referral.partnerId as string,
  by: unit.actor.personId as string,
  at: unit.now,
})

/** A word of a list, and the version it was chosen from. */
type Listed = { signal: string; listId: string }

/** Keeps one word about safety. @returns its id */
export async function addSafetySignal(unit: Unit, referral: Referral, said: Listed): Promise<string> {
  const row = about(unit, referral)
  await unit.tx.run(signal, { ...row, ...said })
  return row.id
}

/** Keeps whether the student came on a day. @returns its id */
export async function addParticipation(
  unit: Unit,
  referral: Referral,
  said: Listed & { visitOn: string },
): Promise<string> {
  const row = about(unit, referral)
  await unit.tx.run(took, { ...row, ...said })
  return row.id
}
