import { sql } from 'kysely'
import type { FamilyReader } from '#consent/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'

type Asked = { district: string; student: string; readers: readonly FamilyReader[] }

/** One crossing as a family reads it. `office` is null for an agency the district no longer works with. */
export type CrossedForFamily = {
  id: string
  at: Date
  direction: 'to_partner' | 'to_school' | 'to_other'
  items: string[]
  office: string | null
}
/** Crossings on one page. */
export const mostCrossed = 60
const crossed = statement(
  ($: Asked & { limit: number }) => sql<
    Omit<CrossedForFamily, 'office'> & { agencyName: string | null; toldOffice: string | null }
  >`
    select x.id, x.at, x.direction, x.items, a.name as "agencyName",
      ${opened('disclosure.recipient_office', 'x')} as "toldOffice"
    from disclosure x left join partner a on a.district_id = x.district_id and a.id = x.partner_id
    where x.district_id = ${$.district} and x.student_id = ${$.student} and x.family_sees = any(${$.readers}::text[])
    order by x.at desc, x.id desc limit ${$.limit}`,
)

/** An office outside the school that read what was sent to it: opened, and met in its own lists. */
export type ReadOutside = {
  office: string | null
  times: number
  lastAt: Date | null
  inLists: number
  listedAt: Date | null
  byMachine: number
  machineAt: Date | null
}
// A list says not of which referral: an agency's count where all that crossed to it is known to this reader.
const outside = statement(
  ($: Asked) => sql<ReadOutside>`
    with read as (
      select r.partner_id, (r.kind = 'portal_view')::int as times, case r.kind when 'portal_view' then r.at end as at,
        0 as lists, null::timestamptz as listed_at, (r.kind = 'machine_view')::int as machine,
        case r.kind when 'machine_view' then r.at end as machine_at
      from disclosure_reading r
      where r.district_id = ${$.district} and r.student_id = ${$.student} and r.kind in ('portal_view', 'machine_view')
        and r.family_sees = any(${$.readers}::text[])
      union all
      select l.partner_id, 0, null, l.times, l.last_at, 0, null
      from house.listings_of(${$.student}::uuid, '-infinity', ${$.readers}::text[]) l
      where exists (select from disclosure x where x.district_id = ${$.district} and x.student_id = ${$.student}
        and x.partner_id = l.partner_id and x.direction = 'to_partner' and x.family_sees = any(${$.readers}::text[])))
    select a.name as office, sum(read.times)::int as times, max(read.at) as "lastAt", sum(read.lists)::int as "inLists",
      max(read.listed_at) as "listedAt", sum(read.machine)::int as "byMachine", max(read.machine_at) as "machineAt"
    from read left join partner a on a.district_id = ${$.district} and a.id = read.partner_id
    group by read.partner_id, a.name order by greatest(max(read.at), max(read.listed_at), max(read.machine_at)) desc`,
)

/** Somebody at school who took a list along with the student in it, by role and never by name. */
export type TakenAlong = { role: string; times: number; lastAt: Date }
const taken = statement(
  ($: Asked) => sql<TakenAlong>`
    select read_as as role, count(distinct at)::int as times, max(at) as "lastAt" from disclosure_reading
    where district_id = ${$.district} and student_id = ${$.student} and kind = 'export'
      and family_sees = any(${$.readers}::text[])
    group by read_as order by max(at) desc, read_as`,
)

/**
 * Looks at which somebody at school read of the student as such. Everything else would tell what there is to
 * read. The wall around the trail names the same.
 */
const looks = ['coordination/student', 'people/details', 'consent/accounting', 'family/explanation']
/** Somebody at school who opened the student's page, by role and never by name. */
export type OpenedAtSchool = { role: string; times: number; lastAt: Date }
const atSchool = statement(
  ($: { district: string; student: string; since: Date; looks: readonly string[] }) => sql<OpenedAtSchool>`
    select role, count(*)::int as times, max(at) as "lastAt" from audit_event
    where district_id = ${$.district} and student_id = ${$.student} and partner_id is null and kind in ('read', 'print')
      and name = any(${$.looks}::text[]) and at >= ${$.since}
    group by role order by max(at) desc, role`,
)

type Of = { studentId: string; readers: readonly FamilyReader[] }
const asked = (tx: Transaction, { studentId, readers }: Of): Asked => ({
  district: tx.scope.districtId,
  student: studentId,
  readers,
})

/** What crossed, the latest first; one more than stands on a page. */
export async function crossedForFamily(tx: Transaction, of: Of): Promise<CrossedForFamily[]> {
  const rows = await tx.all(crossed, { ...asked(tx, of), limit: mostCrossed + 1 })
  return rows.map(({ agencyName, toldOffice, ...row }) => ({ ...row, office: agencyName ?? toldOffice }))
}

/** Which agencies read what was sent to them, and how often. */
export const readOutside = (tx: Transaction, of: Of): Promise<ReadOutside[]> => tx.all(outside, asked(tx, of))

/** Who at school took lists along as files, with the student in them. */
export const takenAlong = (tx: Transaction, of: Of): Promise<TakenAlong[]> => tx.all(taken, asked(tx, of))

/** Who at school opened the student's page since an instant. */
export const openedAtSchool = (tx: Transaction, studentId: string, since: Date): Promise<OpenedAtSchool[]> =>
  tx.all(atSchool, { district: tx.scope.districtId, student: studentId, since, looks })

const agencies = statement(
  ($: { district: string; ids: readonly string[] }) => sql<{ id: string; name: string }>`
    select id, name from partner where district_id = ${$.district} and id = any(${$.ids}::uuid[])`,
)
/** Names of agencies by id; one the reader does not know any more is left out. */
export async function agencyNames(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.all(agencies, { district: tx.scope.districtId, ids })
  return new Map(rows.map(({ id, name }) => [id, name]))
}
