import { sql } from 'kysely'
import { schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Team } from './team.ts'

type Of = { district: string }
const columns = sql`t.id, t.student_id as "studentId", t.school_id as "schoolId", t.formed_at as "formedAt",
  t.ended_at as "endedAt", t.version`

const latest = statement(
  ($: Of & { student: string }) => sql<Team>`
    select ${columns} from wraparound_team t where t.district_id = ${$.district} and t.student_id = ${$.student}
    order by t.ended_at is null desc, t.formed_at desc, t.id desc limit 1`,
)

/** The team around a student: the one that goes on, else the last. Reach is judged by the caller. */
export const teamOf = (tx: Transaction, student: string): Promise<Team | undefined> =>
  tx.maybe(latest, { district: tx.scope.districtId, student })

type Reach = Of & { id: string; schools: readonly string[] | null }
const held = statement(
  ($: Reach) => sql<Team>`
    select ${columns} from wraparound_team t where t.district_id = ${$.district} and t.id = ${$.id}
      and ${withinReach($.schools, 't.school_id')} for no key update of t`,
)

/** Takes a team of a school within reach for the rest of the act. */
export const holdTeam = ({ tx, actor }: Unit, id: string): Promise<Team | undefined> =>
  tx.maybe(held, { district: tx.scope.districtId, id, schools: schoolsInReach(actor) })

type By = Of & { id: string; by: string; now: Date }
const insert = statement(
  ($: By & { student: string; school: string }) => sql`
    insert into wraparound_team (district_id, id, student_id, school_id, formed_by, formed_at)
    values (${$.district}, ${$.id}, ${$.student}, ${$.school}, ${$.by}, ${$.now})`,
)

/** A team is formed. @returns its id */
export function insertTeam(unit: Unit, { student, school }: { student: string; school: string }): string {
  const { tx, districtId, actor, now } = unit
  const id = unit.id()
  tx.write(insert, { district: districtId, id, student, school, by: actor.personId as string, now })
  return id
}

const end = statement(
  ($: By & { version: number }) => sql`
    with ended as (
      update wraparound_team set ended_by = ${$.by}, ended_at = ${$.now}, version = house.next_version(version, ${$.version})
      where district_id = ${$.district} and id = ${$.id} returning district_id, id)
    update wraparound_member m set left_by = ${$.by}, left_at = ${$.now}, version = m.version + 1
    from ended where m.district_id = ended.district_id and m.team_id = ended.id and m.left_at is null`,
)

/** Ends a held team: with it everybody leaves, so that no agency reads of it any more. */
export const saveEnded = ({ tx, districtId, actor, now }: Unit, { id, version }: Team): void =>
  tx.write(end, { district: districtId, id, by: actor.personId as string, now, version })
