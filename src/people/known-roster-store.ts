import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { KnownPerson, KnownRoster } from './roster/assembled.ts'

type District = { district: string }
type Source = { source_id: string }

const schools = statement(
  ($: District) =>
    sql<Source>`select source_id from school where district_id = ${$.district} and source_id is not null`,
)
const students = statement(
  ($: District) =>
    sql<Source>`select source_id from student where district_id = ${$.district} and source_id is not null`,
)
const caregivers = statement(
  ($: District) =>
    sql<Source>`select source_id from caregiver where district_id = ${$.district} and source_id is not null`,
)
const staff = statement(
  ($: District) =>
    sql<Source>`select source_id from person where district_id = ${$.district} and source_id is not null`,
)
const orgs = statement(
  ($: District) => sql<Source>`
    select distinct jsonb_array_elements_text(summary -> 'otherOrgs') as source_id from roster_import
    where district_id = ${$.district} and state = 'applied'`,
)

/** What the district has from earlier rosters, which a delta may refer to. */
export async function knownRoster(tx: Transaction): Promise<KnownRoster> {
  const district = tx.scope.districtId
  const people = new Map<string, KnownPerson>()
  const add = (id: string, what: Partial<KnownPerson>) => {
    const known = people.get(id) ?? { student: false, staff: false, family: undefined }
    people.set(id, { ...known, ...what })
  }
  for (const { source_id } of await tx.all(students, { district })) add(source_id, { student: true })
  for (const { source_id } of await tx.all(caregivers, { district })) add(source_id, { family: 'guardian' })
  for (const { source_id } of await tx.all(staff, { district })) add(source_id, { staff: true })
  return {
    schools: new Set((await tx.all(schools, { district })).map(({ source_id }) => source_id)),
    otherOrgs: new Set((await tx.all(orgs, { district })).map(({ source_id }) => source_id)),
    people,
  }
}
