import { sql } from 'kysely'
import { covering } from '#access/covering-store.ts'
import { notKeptFrom } from '#access/not-kept-store.ts'
import { type Role, schoolStaff } from '#access/roles.ts'
import { isAway } from '#district/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

/** Somebody who holds a role at a school today. */
export type StaffLine = { id: string; name: string; role: Role; phone: string | null }

type Holder = StaffLine & { place: number; away: boolean }

// Those who lead come before those who stand in, then those who answer for the whole district.
const today = ($: { now: Date }) => sql`(${$.now}::timestamptz at time zone d.time_zone)::date`
const holders = statement(
  ($: {
    district: string
    school: string
    roles: readonly string[]
    about: readonly string[]
    now: Date
  }) => sql<Holder>`
    select p.id, p.name, a.role, p.phone, ${isAway('p', today($))} as away,
      row_number() over (order by a.position, a.whole_district desc, a.starts_on, p.id)::int as place
    from assignment a
    join person p on p.district_id = a.district_id and p.id = a.person_id
    join district d on d.district_id = a.district_id
    where a.district_id = ${$.district} and a.role = any(${$.roles}::text[]) and p.ended_at is null
      and (a.ended_at is null or a.ended_at > ${$.now})
      and a.starts_on <= (${$.now}::timestamptz at time zone d.time_zone)::date
      and (a.ends_on is null or a.ends_on >= (${$.now}::timestamptz at time zone d.time_zone)::date)
      and a.id in ${covering($.district, sql`= ${$.school}`)} and ${notKeptFrom('p', $.about)}`,
)

/** Where and when, and the students it is about: whoever is kept from one of them is not among the staff. */
type At = { schoolId: string; about: readonly string[]; now: Date }

const holdersAt = (
  tx: Transaction,
  { schoolId, about, now }: At,
  roles: readonly Role[],
): Promise<Holder[]> =>
  tx.all(holders, { district: tx.scope.districtId, school: schoolId, roles, about, now })

/** Everybody once, under the first of the roles they hold; whoever is away comes after all who are there. */
function inOrderOf(roles: readonly Role[], found: readonly Holder[]): StaffLine[] {
  const byPlace = found.toSorted((one, other) => one.place - other.place)
  const lines = new Map<string, StaffLine>()
  for (const gone of [false, true])
    for (const role of roles)
      for (const { place: _, away, ...line } of byPlace)
        if (away === gone && line.role === role && !lines.has(line.id)) lines.set(line.id, line)
  return [...lines.values()]
}

/**
 * Who holds one of the roles at a school now: in the order of the roles, then the one who leads before
 * those who stand in, then the one who answers for the whole district.
 */
export const staffAt = async (
  tx: Transaction,
  { roles, ...at }: At & { roles: readonly Role[] },
): Promise<StaffLine[]> => inOrderOf(roles, await holdersAt(tx, at, roles))

/** Who works at a school in whatever role, and is not away today. */
export const presentAt = async (tx: Transaction, at: At): Promise<ReadonlySet<string>> =>
  new Set((await holdersAt(tx, at, schoolStaff)).flatMap(({ id, away }) => (away ? [] : [id])))

/** The same for several lists of roles, asked once. */
export async function staffInEach<Part extends string>(
  tx: Transaction,
  at: At,
  parts: Record<Part, readonly Role[]>,
): Promise<Record<Part, StaffLine[]>> {
  const lists = Object.entries<readonly Role[]>(parts)
  const found = await holdersAt(tx, at, [...new Set(lists.flatMap(([, roles]) => roles))])
  const each = lists.map(([part, roles]) => [part, inOrderOf(roles, found)])
  return Object.fromEntries(each) as Record<Part, StaffLine[]>
}
