import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { FamilyNeed, NeedKind, NeedOutcome } from './need.ts'

type Of = { district: string; student: string }
const ofStudent = statement(
  ($: Of) => sql<FamilyNeed>`
    select n.id, n.student_id as "studentId", n.school_id as "schoolId", n.kind, n.owner_id as "ownerId", p.name as "ownerName",
      n.due_on as "dueOn", n.noted_at as "notedAt", n.outcome, n.ended_at as "endedAt", n.version
    from family_need n join person p on p.district_id = n.district_id and p.id = n.owner_id
    where n.district_id = ${$.district} and n.student_id = ${$.student}
    order by n.ended_at is not null, n.due_on, n.noted_at desc, n.id`,
)
/** What the family of a student needs: what is open first. Reach is judged by the caller. */
export const needsOf = (tx: Transaction, student: string): Promise<FamilyNeed[]> =>
  tx.all(ofStudent, { district: tx.scope.districtId, student })

const navigator = statement(
  ($: Of) => sql<{ id: string }>`
    select navigator_id as id from referral where district_id = ${$.district} and student_id = ${$.student} and ended_at is null
    order by referred_at desc, id desc limit 1`,
)
/** Who walks the family already; undefined where no referral is open. */
export const navigatorOfFamily = async (tx: Transaction, student: string): Promise<string | undefined> =>
  (await tx.maybe(navigator, { district: tx.scope.districtId, student }))?.id

type New = Pick<FamilyNeed, 'studentId' | 'schoolId' | 'kind' | 'ownerId' | 'dueOn'>
const insert = statement(
  ($: New & { district: string; id: string; by: string; now: Date; kind: NeedKind }) => sql`
    insert into family_need (district_id, id, student_id, school_id, kind, owner_id, due_on, noted_by, noted_at)
    values (${$.district}, ${$.id}, ${$.studentId}, ${$.schoolId}, ${$.kind}, ${$.ownerId}, ${$.dueOn}::date, ${$.by}, ${$.now})`,
)
/** Writes down that a family needs something. @returns its id */
export function insertNeed(unit: Unit, need: New): string {
  const { tx, districtId: district, actor, now } = unit
  const id = unit.id()
  tx.write(insert, { ...need, district, id, by: actor.personId as string, now })
  return id
}

type Change = { district: string; id: string; by: string; version: number }
const changing = ({ districtId, actor }: Unit, { id, version }: FamilyNeed): Change => ({
  district: districtId,
  id,
  by: actor.personId as string,
  version,
})
const take = statement(
  ($: Change) => sql`
    update family_need set owner_id = ${$.by}, version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)
/** Whoever acts sees to it from now on. */
export const saveTaken = (unit: Unit, need: FamilyNeed): void => unit.tx.write(take, changing(unit, need))

const end = statement(
  ($: Change & { outcome: NeedOutcome; now: Date }) => sql`
    update family_need set outcome = ${$.outcome}, ended_by = ${$.by}, ended_at = ${$.now},
      version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)
/** How it ended. */
export const saveNeedEnded = (unit: Unit, need: FamilyNeed, outcome: NeedOutcome): void =>
  unit.tx.write(end, { ...changing(unit, need), outcome, now: unit.now })
