import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { TeamMember } from './team.ts'

const columns = sql`
  m.id, m.school_id as "schoolId", m.kind, m.name, m.role, ${opened('crisis_team_member.phone', 'm')} as phone,
  ${opened('crisis_team_member.email', 'm')} as email, m.ended_at as "endedAt", m.version,
  (select coalesce(sum(k.quarter_hours), 0)::int from crisis_team_credit k where k.district_id = m.district_id
    and k.member_id = m.id) as "quarterHours"`
type Reach = { district: string; schools: readonly string[] | null }
const reachOf = (actor: Actor): Reach => ({ district: actor.districtId, schools: schoolsInReach(actor) })

const all = statement(
  ($: Reach) => sql<TeamMember>`
    select ${columns} from crisis_team_member m
    where m.district_id = ${$.district} and m.ended_at is null and ${withinReach($.schools, 'm.school_id')}
    order by array_position(array['professional', 'caregiver', 'community'], m.kind), m.name, m.id limit 1000`,
)
/** Everybody on the crisis teams of schools within reach. */
export const teamsOf = (tx: Transaction, actor: Actor): Promise<TeamMember[]> => tx.all(all, reachOf(actor))

const at = statement(
  ($: Reach & { at: readonly string[] }) => sql<TeamMember>`
    select ${columns} from crisis_team_member m
    where m.district_id = ${$.district} and m.ended_at is null and m.school_id = any(${$.at}::uuid[])
      and ${withinReach($.schools, 'm.school_id')}
    order by array_position(array['professional', 'caregiver', 'community'], m.kind), m.name, m.id limit 1000`,
)
/** Everybody on the crisis teams of some schools, as far as these are within reach. */
export const teamsAt = (tx: Transaction, actor: Actor, schoolIds: readonly string[]): Promise<TeamMember[]> =>
  tx.all(at, { ...reachOf(actor), at: schoolIds })

const held = statement(
  ($: Reach & { id: string }) => sql<TeamMember>`
    select ${columns} from crisis_team_member m
    where m.district_id = ${$.district} and m.id = ${$.id} and ${withinReach($.schools, 'm.school_id')} for no key update of m`,
)
/** Takes the row of somebody on a team for the rest of an act. */
export const holdMember = ({ tx, actor }: Unit, id: string): Promise<TeamMember | undefined> =>
  tx.maybe(held, { ...reachOf(actor), id })
