import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'

/** So many at once: no statement holds a whole district. */
const batch = 5000

type Address = { id: string; email: string }

const working = statement(
  ($: { district: string; person: string | null }) => sql<Address>`
    select p.id, lower(p.email) as email from person p
    where p.district_id = ${$.district} and p.email is not null and p.ended_at is null
      and (${$.person}::uuid is null or p.id = ${$.person}::uuid)
      and exists (select from assignment a where a.district_id = p.district_id and a.person_id = p.id
        and a.student_id is null and a.ended_at is null)`,
)
/** The addresses of everybody who works here or at an agency, or of one of them. */
export const addressesAtWork = (tx: Transaction, personId: string | null): Promise<Address[]> =>
  tx.all(working, { district: tx.scope.districtId, person: personId })

const contacts = statement(
  ($: { district: string; caregiver: string | null; after: string | null }) => sql<Address>`
    select c.id, ${opened('caregiver.email', 'c')} as email from caregiver c
    where c.district_id = ${$.district} and c.email is not null
      and (${$.caregiver}::uuid is null or c.id = ${$.caregiver}::uuid) and (${$.after}::uuid is null or c.id > ${$.after}::uuid)
    order by c.id limit ${sql.lit(batch)}`,
)
/** The addresses of caregivers, or of one of them, a few thousand at a time: they lie sealed. */
export async function* addressesOfCaregivers(
  tx: Transaction,
  caregiverId: string | null,
): AsyncGenerator<Address[]> {
  for (let after: string | null = null; ; ) {
    const some: Address[] = await tx.all(contacts, {
      district: tx.scope.districtId,
      caregiver: caregiverId,
      after,
    })
    if (some.length > 0) yield some
    if (some.length < batch) return
    after = some.at(-1)?.id ?? null
  }
}

export type SameAddress = { caregiverId: string; personId: string }
type Pair = { studentId: string; personId: string }

const unnoticed = statement(
  ($: { district: string; caregivers: readonly string[]; people: readonly string[] }) => sql<Pair>`
    select distinct g.student_id as "studentId", m.person as "personId"
    from unnest(${$.caregivers}::uuid[], ${$.people}::uuid[]) as m(caregiver, person)
    join guardianship g on g.district_id = ${$.district} and g.caregiver_id = m.caregiver and g.ended_on is null
    where not exists (select from access_block b where b.district_id = g.district_id and b.student_id = g.student_id
        and b.person_id = m.person and b.kind = 'conflict_of_interest' and (b.lifted_at is null or b.set_by is null))
      and not g.student_id = any (house.kept_from(g.district_id, m.person, true))
    order by 1, 2`,
)
/** Of which students these are family, where nothing keeps them away yet and nobody said it is a mistake. */
export const familyUnnoticed = (tx: Transaction, same: readonly SameAddress[]): Promise<Pair[]> =>
  tx.all(unnoticed, {
    district: tx.scope.districtId,
    caregivers: same.map(({ caregiverId }) => caregiverId),
    people: same.map(({ personId }) => personId),
  })

const add = statement(
  ($: Record<'district' | 'id' | 'student' | 'person', string> & { at: Date }) => sql`
    insert into access_block (district_id, id, student_id, person_id, kind, set_at)
    values (${$.district}, ${$.id}, ${$.student}, ${$.person}, 'conflict_of_interest', ${$.at})`,
)
/** Keeps somebody away at work because Throughline noticed something, and leaves its trace. */
export function addNoticed(unit: Unit, { studentId, personId }: Pair): void {
  const id = unit.id()
  unit.tx.write(add, { district: unit.districtId, id, student: studentId, person: personId, at: unit.now })
  const detail = { personId, kind: 'conflict_of_interest', noticed: true }
  unit.record('access.blocked', { type: 'access_block', id, studentId }, detail)
}

export type FamilyAtWork = { personId: string; personName: string }
const ofStudent = statement(
  ($: { district: string; student: string }) => sql<FamilyAtWork>`
    select p.id as "personId", p.name as "personName" from person p
    where p.district_id = ${$.district} and p.ended_at is null
      and exists (select from assignment a where a.district_id = p.district_id and a.person_id = p.id
        and a.student_id is null and a.ended_at is null)
      and p.id in (select f.person_id from assignment f
          where f.district_id = ${$.district} and f.student_id = ${$.student} and f.ended_at is null
        union select k.id from guardianship g
          join caregiver c on c.district_id = g.district_id and c.id = g.caregiver_id
          join person k on k.district_id = c.district_id and (k.id = c.person_id or k.source_id = c.source_id)
          where g.district_id = ${$.district} and g.student_id = ${$.student} and g.ended_on is null)
    order by p.name, p.id`,
)
/** Who works here and is family of a student: kept away at work by that alone, with no block of their own. */
export const familyAtWork = (tx: Transaction, studentId: string): Promise<FamilyAtWork[]> =>
  tx.all(ofStudent, { district: tx.scope.districtId, student: studentId })
