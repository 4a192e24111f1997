import { sql } from 'kysely'
import { type Actor, openedStudents, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Escalation } from './escalation.ts'
import type { SeenThere } from './rules.ts'

const columns = sql`
  e.id, e.referral_id as "referralId", e.student_id as "studentId", e.school_id as "schoolId", e.cause,
  e.high_need as "highNeed", e.was_due_at as "wasDueAt", e.state, e.opened_at as "openedAt", e.opened_by as "openedBy",
  e.taken_by as "takenBy", e.taken_at as "takenAt", e.next_due_at as "nextDueAt", e.closed_at as "closedAt",
  e.closed_by as "closedBy", e.ending, e.version`

type Reach = {
  district: string
  id: string
  schools: readonly string[] | null
  opened: readonly string[]
}
const within = ($: Reach) => sql`
  select ${columns} from escalation e where e.district_id = ${$.district} and e.id = ${$.id}
    and ${withinReach($.schools, 'e.school_id', { students: $.opened, column: 'e.student_id' })}`
const one = statement(($: Reach) => sql<Escalation>`${within($)}`)
const oneHeld = statement(($: Reach) => sql<Escalation>`${within($)} for no key update`)

const reachOf = (actor: Actor, id: string): Reach => ({
  district: actor.districtId,
  id,
  schools: schoolsInReach(actor),
  opened: openedStudents(actor),
})

/** One escalation within the actor's reach, or undefined. */
export const findEscalation = (tx: Transaction, actor: Actor, id: string): Promise<Escalation | undefined> =>
  tx.maybe(one, reachOf(actor, id))

/** Takes the row for the rest of the act. */
export const holdEscalation = ({ tx, actor }: Unit, id: string): Promise<Escalation | undefined> =>
  tx.maybe(oneHeld, reachOf(actor, id))

const insert = statement(
  ($: { district: string; row: string }) => sql`
    insert into escalation (district_id, id, referral_id, student_id, school_id, cause, high_need, was_due_at, state,
      opened_at, opened_by, next_due_at)
    select ${$.district}::uuid, r."id", r."referralId", r."studentId", r."schoolId", r."cause", r."highNeed", r."wasDueAt",
      r."state", r."openedAt", r."openedBy", r."nextDueAt"
    from jsonb_to_record(${$.row}::jsonb) as r("id" uuid, "referralId" uuid, "studentId" uuid, "schoolId" uuid,
      "cause" text, "highNeed" boolean, "wasDueAt" timestamptz, "state" text, "openedAt" timestamptz, "openedBy" uuid,
      "nextDueAt" timestamptz)
    on conflict (district_id, referral_id) where closed_at is null do nothing`,
)

/** Opens one, unless one is open for the referral. @returns whether it is this one that stands now */
export const insertEscalation = async (
  { tx, districtId }: Unit,
  escalation: Omit<Escalation, 'takenBy' | 'takenAt' | 'closedAt' | 'closedBy' | 'ending' | 'version'>,
): Promise<boolean> => 1 === (await tx.run(insert, { district: districtId, row: JSON.stringify(escalation) }))

type Saved = Record<'district' | 'id' | 'state', string> &
  Record<'taken' | 'closedBy' | 'ending', string | null> &
  Record<'takenAt' | 'closedAt', Date | null> & { due: Date; version: number }
const save = statement(
  ($: Saved) => sql`
    update escalation set state = ${$.state}, taken_by = ${$.taken}, taken_at = ${$.takenAt}, next_due_at = ${$.due},
      closed_at = ${$.closedAt}, closed_by = ${$.closedBy}, ending = ${$.ending},
      version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)

/** Writes a held escalation. The commit fails with changed_meanwhile when somebody was faster. */
export const saveEscalation = ({ tx, districtId }: Unit, escalation: Escalation): void =>
  tx.write(save, {
    district: districtId,
    id: escalation.id,
    state: escalation.state,
    taken: escalation.takenBy,
    takenAt: escalation.takenAt,
    due: escalation.nextDueAt,
    closedAt: escalation.closedAt,
    closedBy: escalation.closedBy,
    ending: escalation.ending,
    version: escalation.version,
  })

const openOf = statement(
  ($: { district: string; student: string }) => sql<Escalation>`
    select ${columns} from escalation e
    where e.district_id = ${$.district} and e.student_id = ${$.student} and e.closed_at is null order by e.opened_at, e.id`,
)

/** What is open for a student, the longest first. */
export const openEscalationsOf = (tx: Transaction, studentId: string): Promise<Escalation[]> =>
  tx.all(openOf, { district: tx.scope.districtId, student: studentId })

const chain = statement(
  ($: { district: string; id: string }) => sql<SeenThere & { id: string; highNeed: boolean }>`
    with recursive line as (
      select f.id, f.first_seen_at, f.high_need from referral f where f.district_id = ${$.district} and f.id = ${$.id}
      union all
      select n.id, n.first_seen_at, n.high_need from referral n join line on n.predecessor_id = line.id
      where n.district_id = ${$.district}
    )
    select id, high_need as "highNeed", first_seen_at as "seenAt", greatest(
      (select max(a.starts_at) from appointment a
        where a.district_id = ${$.district} and a.referral_id = line.id and a.result = 'attended'),
      (select max(s.entered_at) from referral_status s
        where s.district_id = ${$.district} and s.referral_id = line.id and s.source = 'partner'
          and s.status not in ('not_accepted', 'disengaged', 'redirected') and s.answer is distinct from false)
    ) as "inCareAt"
    from line`,
)

/** The referral an escalation is about and those it was passed on to, the first one first. */
export const chainOf = (tx: Transaction, referralId: string) =>
  tx.all(chain, { district: tx.scope.districtId, id: referralId })

const overdue = statement(
  ($: { district: string; now: Date }) => sql<{ id: string }>`
    select e.id from escalation e
    where e.district_id = ${$.district} and e.closed_at is null and e.next_due_at <= ${$.now}
    order by e.high_need desc, e.next_due_at, e.id limit 100`,
)

/** Those for which something is owed and late: not taken, or taken and not moved. High need first. */
export const listLate = async (tx: Transaction, now: Date): Promise<string[]> =>
  (await tx.all(overdue, { district: tx.scope.districtId, now })).map(({ id }) => id)
