import { sql } from 'kysely'
import { type Actor, openedStudents } from '#access/actor.ts'
import { sideOf } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { BriefSupport } from './support.ts'

const columns = sql`b.id, b.student_id as "studentId", b.school_id as "schoolId", b.decision_id as "decisionId",
  ${opened('brief_support.focus', 'b')} as focus,
  b.owner_id as "ownerId", b.state, b.starts_on as "startsOn", b.planned_end_on as "plannedEndOn", b.review_on as "reviewOn",
  b.entry_criterion as "entryCriterion", b.exit_criterion as "exitCriterion", b.clinician_id as "clinicianId",
  b.high_risk_at as "highRiskAt", b.ended_at as "endedAt", b.version`

type Reach = {
  district: string
  id: string
  schools: readonly string[] | null
  opened: readonly string[]
}
const within = ($: Reach) => sql`
  select ${columns} from brief_support b where b.district_id = ${$.district} and b.id = ${$.id}
    and ${withinReach($.schools, 'b.school_id', { students: $.opened, column: 'b.student_id' })}`
const one = statement(($: Reach) => sql<BriefSupport>`${within($)}`)
const oneHeld = statement(($: Reach) => sql<BriefSupport>`${within($)} for no key update`)

const reachOf = (actor: Actor, id: string): Reach => ({
  district: actor.districtId,
  id,
  schools: ['school', 'system'].includes(sideOf(actor.role)) ? actor.schoolIds : [],
  opened: openedStudents(actor),
})

/** One support at a school within the actor's reach, or undefined. */
export const findSupport = (tx: Transaction, actor: Actor, id: string): Promise<BriefSupport | undefined> =>
  tx.maybe(one, reachOf(actor, id))

/** Takes the row for the rest of the act. */
export const holdSupport = ({ tx, actor }: Unit, id: string): Promise<BriefSupport | undefined> =>
  tx.maybe(oneHeld, reachOf(actor, id))

const openHeld = statement(
  ($: { district: string; student: string }) => sql<BriefSupport>`
    select ${columns} from brief_support b where b.district_id = ${$.district} and b.student_id = ${$.student}
      and b.ended_at is null order by b.id for no key update`,
)

/** A student's supports that have not ended, taken for the rest of the act. */
export const holdOpenSupportsOf = ({ tx, districtId }: Unit, studentId: string): Promise<BriefSupport[]> =>
  tx.all(openHeld, { district: districtId, student: studentId })

const insert = statement(
  ($: { district: string; row: string }) => sql`
    insert into brief_support (district_id, id, student_id, school_id, decision_id, focus, owner_id, state, starts_on,
      planned_end_on, review_on, entry_criterion, clinician_id, high_risk_at)
    select ${$.district}::uuid, r."id", r."studentId", r."schoolId", r."decisionId", r."focus", r."ownerId", r."state",
      r."startsOn", r."plannedEndOn", r."reviewOn", r."entryCriterion", r."clinicianId", r."highRiskAt"
    from jsonb_to_record(${$.row}::jsonb) as r("id" uuid, "studentId" uuid, "schoolId" uuid, "decisionId" uuid, "focus" text,
      "ownerId" uuid, "state" text, "startsOn" date, "plannedEndOn" date, "reviewOn" date, "entryCriterion" text,
      "clinicianId" uuid, "highRiskAt" timestamptz)`,
)

const sealedSupport = (tx: Transaction, support: BriefSupport) =>
  tx.sealed('brief_support', { row: support.id, of: support.studentId }, support)

export const insertSupport = ({ tx, districtId }: Unit, support: BriefSupport) =>
  tx.run(insert, { district: districtId, row: JSON.stringify(sealedSupport(tx, support)) })

type Saved = Record<'district' | 'id' | 'state' | 'review', string> &
  Record<'exit' | 'clinician', string | null> &
  Record<'risk' | 'ended', Date | null> & { version: number }
const save = statement(
  ($: Saved) => sql`
    update brief_support set state = ${$.state}, review_on = ${$.review}::date, exit_criterion = ${$.exit},
      clinician_id = ${$.clinician}, high_risk_at = ${$.risk}, ended_at = ${$.ended}, version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)

/** Writes a held support. The commit fails with changed_meanwhile when somebody was faster. */
export function saveSupport({ tx, districtId }: Unit, support: BriefSupport): BriefSupport {
  tx.write(save, {
    district: districtId,
    id: support.id,
    version: support.version,
    state: support.state,
    review: support.reviewOn,
    exit: support.exitCriterion,
    clinician: support.clinicianId,
    risk: support.highRiskAt,
    ended: support.endedAt,
  })
  return { ...support, version: support.version + 1 }
}

/** What somebody owns at a school: everything, or what is of some students. */
type Owned = { owner: string; school: string; students: readonly string[] | null }

const ownedHeld = statement(
  ($: Owned & { district: string }) => sql<BriefSupport>`
    select ${columns} from brief_support b where b.district_id = ${$.district} and b.owner_id = ${$.owner}
      and b.school_id = ${$.school} and b.ended_at is null
      and (${$.students}::uuid[] is null or b.student_id = any(${$.students}::uuid[])) order by b.id for no key update`,
)
const owning = statement(
  ($: { district: string; id: string; owner: string; version: number }) => sql`
    update brief_support set owner_id = ${$.owner}, version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)

/** The open supports somebody owns at one school, taken for the rest of the act. */
export const holdSupportsOwnedBy = ({ tx, districtId: district }: Unit, owned: Owned) =>
  tx.all(ownedHeld, { district, ...owned })

/** Gives a held support another owner. */
export const saveOwner = ({ tx, districtId: district }: Unit, { id, version }: BriefSupport, owner: string) =>
  tx.run(owning, { district, id, owner, version })
