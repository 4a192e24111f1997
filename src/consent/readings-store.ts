import { sql } from 'kysely'
import type { Purpose } from '#access/minimum-necessary.ts'
import { statement } from '#platform/database/query.ts'

export type By = { district: string; id: string; at: Date; by: string | null; as: string }

export const viewed = statement(
  ($: By & { kind: string; referral: string; partner: string; items: readonly string[] }) => sql`
    insert into disclosure_reading (district_id, id, student_id, referral_id, partner_id, consent_id, kind, items, family_sees,
      at, read_by, read_as)
    select x.district_id, ${$.id}::uuid, x.student_id, x.referral_id, x.partner_id, x.consent_id, ${$.kind},
      ${$.items}::text[], x.family_sees, ${$.at}::timestamptz, ${$.by}::uuid, ${$.as}
    from disclosure x where x.district_id = ${$.district} and x.referral_id = ${$.referral} and x.partner_id = ${$.partner}
      and x.direction = 'to_partner' and ${$.items}::text[] <@ x.items
    order by x.at limit 1`,
)

export const met = statement(
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

type Rows = Omit<By, 'id'> & { rows: string; items: readonly string[] }

type Taken = { student: string; kind: string; items: readonly string[] }
export const taken = statement(
  ($: By & Taken & Record<'referral' | 'purpose', string | null>) => sql`
    insert into disclosure_reading (district_id, id, student_id, referral_id, kind, items, purpose, family_sees, at, read_by,
      read_as)
    values (${$.district}, ${$.id}, ${$.student}, ${$.referral}, ${$.kind}, ${$.items}::text[], ${$.purpose}, 'nobody',
      ${$.at}, ${$.by}, ${$.as})`,
)

// A family that answered reads that the list was taken. What a student answered alone, the student does; and
// before anybody was asked, nobody: it would be told that there is a referral by a list of them.
export const listTaken = statement(
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
export const ofStudent = statement(
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
