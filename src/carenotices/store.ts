import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { CareNotice } from './care-notice.ts'

const columns = sql`
  n.id, n.school_id as "schoolId", ${opened('care_notice.child_name', 'n')} as "childName",
  ${opened('care_notice.born_on', 'n')} as "bornOn", ${opened('care_notice.grade', 'n')} as grade, n.receipt,
  n.received_at as "receivedAt", n.answer_due_at as "answerDueAt", n.expires_at as "expiresAt",
  n.backup_told_at as "backupToldAt", n.acknowledged_by as "acknowledgedBy", n.acknowledged_at as "acknowledgedAt",
  n.student_id as "studentId", n.matched_by as "matchedBy", n.matched_at as "matchedAt", n.emptied_at as "emptiedAt", n.version`

type One = { district: string; id: string }
const held = statement(
  ($: One) => sql<CareNotice>`
    select ${columns} from care_notice n where n.district_id = ${$.district} and n.id = ${$.id} for no key update`,
)
/** Takes a notice for the rest of what the house does with it, or undefined. */
export const holdAnyNotice = ({ tx, districtId }: Unit, id: string): Promise<CareNotice | undefined> =>
  tx.maybe(held, { district: districtId, id })

type Reach = One & { person: string; schools: readonly string[] | null; now: Date }
const reachOf = (actor: Actor, id: string, now: Date): Reach => ({
  district: actor.districtId,
  id,
  person: actor.personId as string,
  schools: schoolsInReach(actor),
  now,
})
// Whoever was told reads it, at a school they cover, until it ends: nobody else, whatever their role.
const toldOf = ($: Omit<Reach, 'id'>) => sql`
  n.expires_at > ${$.now} and ${withinReach($.schools, 'n.school_id')} and exists (select from care_notice_told t
    where t.district_id = n.district_id and t.notice_id = n.id and t.person_id = ${$.person})`
const own = ($: Reach) => sql<CareNotice>`
  select ${columns} from care_notice n where n.district_id = ${$.district} and n.id = ${$.id} and ${toldOf($)}`
const one = statement(own)
const oneHeld = statement(($: Reach) => sql<CareNotice>`${own($)} for no key update of n`)

type At = { tx: Transaction; actor: Actor; now: Date }
/** A notice whoever asks was told of, while it stands; any other looks like none. */
export const findNotice = ({ tx, actor, now }: At, id: string): Promise<CareNotice | undefined> =>
  tx.maybe(one, reachOf(actor, id, now))

/** Takes such a notice for the rest of the act. */
export const holdNotice = ({ tx, actor, now }: Unit, id: string): Promise<CareNotice | undefined> =>
  tx.maybe(oneHeld, reachOf(actor, id, now))

/** A notice as a list shows it. */
export type ListedNotice = Pick<
  CareNotice,
  'id' | 'childName' | 'receivedAt' | 'answerDueAt' | 'expiresAt' | 'acknowledgedAt' | 'studentId'
> & { schoolName: string; studentName: string | null; acknowledgedByName: string | null; steps: number }
const listed = statement(
  ($: Omit<Reach, 'id'>) => sql<ListedNotice>`
    select n.id, ${opened('care_notice.child_name', 'n')} as "childName", n.received_at as "receivedAt",
      n.answer_due_at as "answerDueAt", n.expires_at as "expiresAt", n.acknowledged_at as "acknowledgedAt",
      n.student_id as "studentId", c.name as "schoolName", p.name as "acknowledgedByName",
      coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName",
      (select count(*)::int from care_notice_step k where k.district_id = n.district_id and k.notice_id = n.id
        and (k.student_id is null or k.student_id = n.student_id)) as steps
    from care_notice n
    join school c on c.district_id = n.district_id and c.id = n.school_id
    left join person p on p.district_id = n.district_id and p.id = n.acknowledged_by
    left join student s on s.district_id = n.district_id and s.id = n.student_id
    where n.district_id = ${$.district} and ${toldOf($)}
    order by n.acknowledged_at is not null, n.received_at desc, n.id limit 100`,
)
/** The notices whoever asks was told of and that stand: what nobody answered first. */
export const noticesToldTo = ({ tx, actor, now }: At): Promise<ListedNotice[]> =>
  tx.all(listed, reachOf(actor, '', now))

const sealed = (tx: Transaction, notice: CareNotice) =>
  tx.sealed('care_notice', { row: notice.id, of: notice.studentId }, notice)

type NewNotice = CareNotice & { senderId: string; standardVersion: number }
const insert = statement(
  ($: { district: string; row: string }) => sql`
    insert into care_notice (district_id, id, sender_id, school_id, child_name, born_on, grade, receipt, received_at,
      standard_version, answer_due_at, expires_at)
    select ${$.district}::uuid, r."id", r."senderId", r."schoolId", r."childName", r."bornOn", r."grade", r."receipt",
      r."receivedAt", r."standardVersion", r."answerDueAt", r."expiresAt"
    from jsonb_to_record(${$.row}::jsonb) as r("id" uuid, "senderId" uuid, "schoolId" uuid, "childName" text, "bornOn" text,
      "grade" text, "receipt" text, "receivedAt" timestamptz, "standardVersion" int, "answerDueAt" timestamptz,
      "expiresAt" timestamptz)`,
)
/** Keeps what was sent, sealed under the key of the district until it is known whom it is about. */
export const insertCareNotice = ({ tx, districtId }: Unit, notice: NewNotice): void =>
  tx.write(insert, { district: districtId, row: JSON.stringify({ ...notice, ...sealed(tx, notice) }) })

const save = statement(
  ($: { district: string; row: string }) => sql`
    update care_notice n set child_name = r."childName", born_on = r."bornOn", grade = r."grade", backup_told_at = r."backupToldAt",
      acknowledged_by = r."acknowledgedBy", acknowledged_at = r."acknowledgedAt", student_id = r."studentId",
      matched_by = r."matchedBy", matched_at = r."matchedAt", emptied_at = r."emptiedAt",
      version = house.next_version(n.version, r."version")
    from jsonb_to_record(${$.row}::jsonb) as r("id" uuid, "childName" text, "bornOn" text, "grade" text,
      "backupToldAt" timestamptz, "acknowledgedBy" uuid, "acknowledgedAt" timestamptz, "studentId" uuid, "matchedBy" uuid,
      "matchedAt" timestamptz, "emptiedAt" timestamptz, "version" int)
    where n.district_id = ${$.district} and n.id = r."id"`,
)
/** Writes a held notice, its words under the key of whom it is about. */
export const saveCareNotice = ({ tx, districtId }: Unit, notice: CareNotice): void =>
  tx.write(save, { district: districtId, row: JSON.stringify({ ...notice, ...sealed(tx, notice) }) })

const count = statement(
  ($: One & { since: Date }) => sql<{ count: number }>`
    select count(*)::int as count from care_notice where district_id = ${$.district} and sender_id = ${$.id}
      and received_at > ${$.since}`,
)
/** How many notices a desk sent since an instant. */
export const countSent = async ({ tx, districtId }: Unit, id: string, since: Date): Promise<number> =>
  (await tx.one(count, { district: districtId, id, since })).count
