import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { Block, BlockKind, LiftReason } from './block.ts'

/** A conflict that the person themselves, or Throughline, said: somebody else has not looked at it yet. */
export const awaitsReview = (block: string) => {
  const of = (column: string) => sql.ref(`${block}.${column}`)
  return sql<boolean>`${of('lifted_at')} is null and ${of('confirmed_at')} is null
    and ${of('kind')} = 'conflict_of_interest' and (${of('set_by')} is null or ${of('set_by')} = ${of('person_id')})`
}

const columns = sql`
  b.id, b.student_id as "studentId", b.person_id as "personId", p.name as "personName", b.kind,
  ${opened('access_block.document_reference', 'b')} as "documentReference", b.set_at as "setAt", w.name as "setByName",
  v.name as "confirmedByName", b.confirmed_at as "confirmedAt", (${awaitsReview('b')}) as "awaitsReview",
  b.lifted_because as "liftedBecause", b.lifted_at as "liftedAt", l.name as "liftedByName"`
const tables = sql`
  access_block b
  join person p on p.district_id = b.district_id and p.id = b.person_id
  left join person w on w.district_id = b.district_id and w.id = b.set_by
  left join person v on v.district_id = b.district_id and v.id = b.confirmed_by
  left join person l on l.district_id = b.district_id and l.id = b.lifted_by`

const all = statement(
  ($: { district: string; student: string }) => sql<Block>`
    select ${columns} from ${tables} where b.district_id = ${$.district} and b.student_id = ${$.student}
    order by b.lifted_at desc nulls first, b.set_at desc, b.id desc`,
)
type Waiting = Block & { studentName: string }
const waiting = statement(
  ($: { district: string; schools: readonly string[] | null; limit: number }) => sql<Waiting>`
    select ${columns}, coalesce(t.preferred_name, t.given_name) || ' ' || t.family_name as "studentName"
    from ${tables} join student t on t.district_id = b.district_id and t.id = b.student_id
    where b.district_id = ${$.district} and ${awaitsReview('b')} and ${withinReach($.schools, 't.school_id')}
    order by b.set_at, b.id limit ${$.limit}`,
)
const held = statement(
  ($: { district: string; student: string; id: string }) => sql<Block>`
    select ${columns} from ${tables}
    where b.district_id = ${$.district} and b.student_id = ${$.student} and b.id = ${$.id} for no key update of b`,
)
const standing = statement(
  ($: { district: string; student: string; person: string }) => sql<{ kind: BlockKind }>`
    select kind from access_block where district_id = ${$.district} and student_id = ${$.student}
      and person_id = ${$.person} and lifted_at is null`,
)
const keptFrom = statement(
  ($: { district: string; person: string }) => sql<{ id: string }>`
    select id from unnest(house.kept_from(${$.district}, ${$.person}, true)) as id`,
)
const add = statement(
  ($: {
    district: string
    id: string
    student: string
    person: string
    kind: BlockKind
    documentReference: string | null
    by: string | null
    at: Date
  }) => sql`
    insert into access_block (district_id, id, student_id, person_id, kind, document_reference, set_by, set_at)
    values (${$.district}, ${$.id}, ${$.student}, ${$.person}, ${$.kind}, ${$.documentReference}, ${$.by}, ${$.at})`,
)
const confirm = statement(
  ($: { district: string; id: string; by: string | null; at: Date }) => sql`
    update access_block set confirmed_by = ${$.by}, confirmed_at = ${$.at}
    where district_id = ${$.district} and id = ${$.id}`,
)
const end = statement(
  ($: { district: string; id: string; because: LiftReason; by: string | null; at: Date }) => sql`
    update access_block set lifted_because = ${$.because}, lifted_by = ${$.by}, lifted_at = ${$.at}
    where district_id = ${$.district} and id = ${$.id}`,
)

/** Everybody who is or was kept from a student, those in force first. */
export const blocksOf = (tx: Transaction, studentId: string): Promise<Block[]> =>
  tx.all(all, { district: tx.scope.districtId, student: studentId })

/** Conflicts nobody else has looked at, at the schools within reach, the oldest first. */
export const blocksToReview = (tx: Transaction, actor: Actor, limit: number): Promise<Waiting[]> =>
  tx.all(waiting, { district: tx.scope.districtId, schools: schoolsInReach(actor), limit })

/** Takes one block of a student for the rest of the act, or answers undefined. */
export const holdBlock = (
  tx: Transaction,
  { studentId, blockId }: { studentId: string; blockId: string },
): Promise<Block | undefined> =>
  tx.maybe(held, { district: tx.scope.districtId, student: studentId, id: blockId })

/** The kinds of block in force between a student and a person. */
export const standingKinds = async (
  tx: Transaction,
  { studentId, personId }: { studentId: string; personId: string },
): Promise<BlockKind[]> => {
  const found = await tx.all(standing, {
    district: tx.scope.districtId,
    student: studentId,
    person: personId,
  })
  return found.map(({ kind }) => kind)
}

/** The students somebody is kept from at work now: by a block, or because they are family. */
export const studentsKeptFrom = async (tx: Transaction, personId: string): Promise<string[]> =>
  (await tx.all(keptFrom, { district: tx.scope.districtId, person: personId })).map(({ id }) => id)

type New = Pick<Block, 'studentId' | 'personId' | 'kind' | 'documentReference'>

/** Sets a block, which holds from the person's next request on. @returns its id */
export function addBlock(unit: Unit, { studentId, personId, kind, documentReference }: New): string {
  const id = unit.id()
  unit.tx.write(add, {
    district: unit.districtId,
    id,
    student: studentId,
    person: personId,
    kind,
    ...unit.tx.sealed('access_block', { row: id, of: studentId }, { documentReference }),
    by: unit.actor.personId,
    at: unit.now,
  })
  return id
}

/** Keeps a conflict that is held after somebody looked at it. */
export const confirmBlock = (unit: Unit, blockId: string): void =>
  unit.tx.write(confirm, { district: unit.districtId, id: blockId, by: unit.actor.personId, at: unit.now })

/** Ends a block that is held. */
export const endBlock = (unit: Unit, blockId: string, because: LiftReason): void =>
  unit.tx.write(end, {
    district: unit.districtId,
    id: blockId,
    because,
    by: unit.actor.personId,
    at: unit.now,
  })
