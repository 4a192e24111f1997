import { sql } from 'kysely'
import type { Actor } from '#access/actor.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { newId } from '#platform/ids.ts'

/** Whoever reads, prints or exports, in the transaction of the look. */
type Reading = { readonly tx: Transaction; readonly actor: Actor; readonly now: Date }
type By = { district: string; id: string; at: Date; by: string | null; as: string }
const byOf = ({ actor, now }: Reading): By => ({
  district: actor.districtId,
  id: newId(now.getTime()),
  at: now,
  by: actor.personId,
  as: actor.role,
})

const viewed = statement(
  ($: By & { referral: string; partner: string; items: readonly string[] }) => sql`
    insert into disclosure_reading (district_id, id, student_id, referral_id, partner_id, consent_id, kind, items, family_sees,
      at, read_by, read_as)
    select x.district_id, ${$.id}::uuid, x.student_id, x.referral_id, x.partner_id, x.consent_id, 'portal_view',
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
    referral: seen.referralId,
    partner: seen.partnerId,
    items: seen.items,
  })

const taken = statement(
  ($: By & { student: string; referral: string | null; kind: string; items: readonly string[] }) => sql`
    insert into disclosure_reading (district_id, id, student_id, referral_id, kind, items, family_sees, at, read_by, read_as)
    values (${$.district}, ${$.id}, ${$.student}, ${$.referral}, ${$.kind}, ${$.items}::text[], 'nobody', ${$.at}, ${$.by},
      ${$.as})`,
)
/** Papers that leave the house about a student, and what the family itself reads. */
export type Paper = 'accounting' | 'family_plan' | 'explanation' | 'record_file'

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
    items: [taking.paper],
  })

/** One time what crossed was read, printed, exported or read by the family. */
export type Read = {
  at: Date
  kind: 'portal_view' | 'print' | 'export' | 'family_view'
  items: string[]
  partnerName: string | null
  byName: string | null
  byRole: string
  wordingVersion: string | null
  givenAt: Date | null
  partTwo: boolean
}
const ofStudent = statement(
  ($: { district: string; student: string; readers: readonly string[] | null }) => sql<Read>`
    select r.at, r.kind, r.items, a.name as "partnerName", p.name as "byName", r.read_as as "byRole",
      c.wording_version as "wordingVersion", c.given_at as "givenAt",
      exists (select from partner_service t where t.district_id = r.district_id and t.partner_id = r.partner_id
        and t.kind = 'substance_use') as "partTwo"
    from disclosure_reading r
    left join partner a on a.district_id = r.district_id and a.id = r.partner_id
    left join person p on p.district_id = r.district_id and p.id = r.read_by
    left join consent c on c.district_id = r.district_id and c.id = r.consent_id
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
