import { sql } from 'kysely'
import type { Actor } from '#access/actor.ts'
import type { Purpose } from '#access/minimum-necessary.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { newId } from '#platform/ids.ts'

/** Whoever reads, prints or exports, in the transaction of the look, and what for. */
type Reading = {
  readonly tx: Transaction
  readonly actor: Actor
  readonly now: Date
  readonly purpose: Purpose | undefined
  /** A machine of theirs takes it in, and nobody in person. */
  readonly machine: boolean
}
type By = { district: string; id: string; at: Date; by: string | null; as: string }
const byOf = ({ actor, now }: Reading): By => ({
  district: actor.districtId,
  id: newId(now.getTime()),
  at: now,
  by: actor.personId,
  as: actor.role,
})

const viewed = statement(
  ($: By & { kind: string; referral: string; partner: string; items: readonly string[] }) => sql`
    insert into disclosure_reading (district_id, id, student_id, referral_id, partner_id, consent_id, kind, items, family_sees,
      at, read_by, read_as)
    select x.district_id, ${$.id}::uuid, x.student_id, x.referral_id, x.partner_id, x.consent_id, ${$.kind},
      ${$.items}::text[], x.family_sees, ${$.at}::timestamptz, ${$.by}::uuid, ${$.as}
    from disclosure x where x.district_id = ${$.district} and x.referral_id = ${$.referral} and x.partner_id = ${$.partner}
      and x.direction = 'to_partner' and ${$.items}::text[] <@ x.items
    order by x.at limit 1`,
)
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

const met = statement(
  ($: Omit<By, 'id'> & { kind: string; partner: string; rows: string; since: Date }) => sql`
    insert into disclosure_reading (district_id, id, student_id, referral_id, partner_id, consent_id, kind, items, family_sees,
      at, read_by, read_as)
    select x.district_id, t.id, x.student_id, x.referral_id, x.partner_id, x.consent_id, ${$.kind}, t.items, x.family_sees,
      ${$.at}::timestamptz, ${$.by}::uuid, ${$.as}
    from jsonb_to_recordset(${$.rows}::jsonb) as t(id uuid, referral uuid, items text[])
    cross join lateral (select * from disclosure d where d.district_id = ${$.district} and d.referral_id = t.referral
      and d.partner_id = ${$.partner}::uuid and d.direction = 'to_partner' and t.items <@ d.items order by d.at limit 1) x
    where not exists (select from disclosure_reading r where r.district_id = x.district_id and r.student_id = x.student_id
      and r.at >= ${$.since}::timestamptz and r.referral_id = x.referral_id and r.partner_id = x.partner_id
      and r.kind = ${$.kind} and r.read_by is not distinct from ${$.by}::uuid and t.items <@ r.items)`,
)
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

type Rows = Omit<By, 'id'> & { rows: string; items: readonly string[] }
/** One id for each referral, made here as all ids are. */
const rowsOf = (at: Date, referralIds: readonly string[]) =>
  JSON.stringify(referralIds.map((referral) => ({ id: newId(at.getTime()), referral })))

type Taken = { student: string; kind: string; items: readonly string[] }
const taken = statement(
  ($: By & Taken & Record<'referral' | 'purpose', string | null>) => sql`
    insert into disclosure_reading (district_id, id, student_id, referral_id, kind, items, purpose, family_sees, at, read_by,
      read_as)
    values (${$.district}, ${$.id}, ${$.student}, ${$.referral}, ${$.kind}, ${$.items}::text[], ${$.purpose}, 'nobody',
      ${$.at}, ${$.by}, ${$.as})`,
)
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

// A family that answered reads that the list was taken. What a student answered alone, the student does; and
// before anybody was asked, nobody: it would be told that there is a referral by a list of them.
const listTaken = statement(
  ($: Rows & { purpose: string | null }) => sql`
    insert into disclosure_reading (district_id, id, student_id, referral_id, kind, items, purpose, family_sees, at, read_by,
      read_as)
    select f.district_id, t.id, f.student_id, f.id, 'export', ${$.items}::text[], ${$.purpose},
      coalesce((select case when bool_and(c.family_sees = 'family') then 'family'
          when bool_or(c.family_sees = 'student') then 'student' else 'nobody' end
        from consent c where c.district_id = f.district_id and c.referral_id = f.id), 'nobody'),
      ${$.at}::timestamptz, ${$.by}::uuid, ${$.as}
    from jsonb_to_recordset(${$.rows}::jsonb) as t(id uuid, referral uuid)
    join referral f on f.district_id = ${$.district} and f.id = t.referral`,
)
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

/** One time what crossed was read, met in a list, taken in, printed, exported or read by the family. */
export type Read = {
  at: Date
  kind: 'portal_view' | 'portal_list' | 'machine_view' | 'print' | 'export' | 'family_view'
  items: string[]
  purpose: Purpose | null
  /** The referral it is of, where it is of one. */
  referralNumber: number | null
  partnerName: string | null
  byName: string | null
  byRole: string
  wordingVersion: string | null
  givenAt: Date | null
  partTwo: boolean
}
const ofStudent = statement(
  ($: { district: string; student: string; readers: readonly string[] | null }) => sql<Read>`
    select r.at, r.kind, r.items, r.purpose, f.number as "referralNumber", a.name as "partnerName", p.name as "byName", r.read_as as "byRole",
      c.wording_version as "wordingVersion", c.given_at as "givenAt",
      exists (select from partner_service t where t.district_id = r.district_id and t.partner_id = r.partner_id
        and t.kind = 'substance_use') as "partTwo"
    from disclosure_reading r
    left join partner a on a.district_id = r.district_id and a.id = r.partner_id
    left join person p on p.district_id = r.district_id and p.id = r.read_by
    left join consent c on c.district_id = r.district_id and c.id = r.consent_id
    left join referral f on f.district_id = r.district_id and f.id = r.referral_id
    where r.district_id = ${$.district} and r.student_id = ${$.student}
      and (${$.readers}::text[] is null or r.family_sees = any(${$.readers}::text[]))
    order by r.at desc, r.id desc`,
)
/**
 * Everything of a student that was read outside the school, printed or exported, the latest first.
 * @param readers what these in the family may read; null for everything
 */
export const readingsOf = (
  tx: Transaction,
  studentId: string,
  readers: readonly string[] | null,
): Promise<Read[]> => tx.all(ofStudent, { district: tx.scope.districtId, student: studentId, readers })
