import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Member, PlanStep, StepKind, StepOutcome } from './team.ts'

type Of = { district: string }
const columns = sql`s.id, s.team_id as "teamId", s.member_id as "memberId", s.student_id as "studentId", s.what,
  s.due_on as "dueOn", s.outcome, s.version`

const ofTeam = statement(
  ($: Of & { team: string }) => sql<PlanStep>`
    select ${columns} from wraparound_step s where s.district_id = ${$.district} and s.team_id = ${$.team}
    order by s.outcome is not null, s.due_on, s.id`,
)

/** The plan of a team: what is owed first, by its day. */
export const stepsOf = (tx: Transaction, team: string): Promise<PlanStep[]> =>
  tx.all(ofTeam, { district: tx.scope.districtId, team })

const insert = statement(
  (
    $: Of &
      Record<'id' | 'by' | 'team' | 'member' | 'student' | 'dueOn', string> & {
        what: StepKind
        partner: string | null
        now: Date
      },
  ) => sql`
    insert into wraparound_step (district_id, id, team_id, member_id, student_id, partner_id, what, due_on, added_by, added_at)
    values (${$.district}, ${$.id}, ${$.team}, ${$.member}, ${$.student}, ${$.partner}, ${$.what}, ${$.dueOn}::date, ${$.by},
      ${$.now})`,
)

/** A step is put in the plan, for a member. @returns its id */
export function insertStep(
  unit: Unit,
  { id: member, teamId, studentId, partnerId }: Member,
  { what, dueOn }: { what: StepKind; dueOn: string },
): string {
  const { tx, districtId, actor, now } = unit
  const id = unit.id()
  const by = actor.personId as string
  const of = { team: teamId, member, student: studentId, partner: partnerId }
  tx.write(insert, { ...of, district: districtId, id, what, dueOn, by, now })
  return id
}

const end = statement(
  ($: Of & { id: string; outcome: StepOutcome; by: string; now: Date; version: number }) => sql`
    update wraparound_step set outcome = ${$.outcome}, ended_by = ${$.by}, ended_at = ${$.now},
      version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)

/** A step has come to an end. */
export const saveStepEnded = (
  { tx, districtId, actor, now }: Unit,
  { id, version }: PlanStep,
  outcome: StepOutcome,
): void => tx.write(end, { district: districtId, id, outcome, by: actor.personId as string, now, version })
