import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { ReviewTask, TaskOutcome } from './review.ts'

/** A task with the names it is read by. */
export type SeenTask = ReviewTask & {
  readonly ownerName: string
  readonly studentName: string
  readonly referralNumber: number
  readonly finishedByName: string | null
}

type One = { district: string; id: string }
const seen = sql`
  select t.id, t.review_id as "reviewId", t.referral_id as "referralId", t.student_id as "studentId", t.school_id as "schoolId",
    t.what, ${opened('review_task.words', 't')} as words, t.owner_id as "ownerId", t.due_on as "dueOn", t.made_at as "madeAt",
    t.outcome, t.finished_at as "finishedAt", t.version, o.name as "ownerName", f.number as "referralNumber",
    coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName", b.name as "finishedByName"
  from review_task t
  join person o on o.district_id = t.district_id and o.id = t.owner_id
  join referral f on f.district_id = t.district_id and f.id = t.referral_id
  join student s on s.district_id = t.district_id and s.id = t.student_id
  left join person b on b.district_id = t.district_id and b.id = t.finished_by`
type Reach = One & { person: string | null; schools: readonly string[] | null }
const byId = ($: Reach) => sql<SeenTask>`${seen} where t.district_id = ${$.district} and t.id = ${$.id}
  and (t.owner_id = ${$.person} or ${withinReach($.schools, 't.school_id')})`
const reachOf = (actor: Actor, id: string): Reach => ({
  district: actor.districtId,
  id,
  person: actor.personId,
  schools: schoolsInReach(actor),
})
const one = statement(byId)
const oneHeld = statement(($: Reach) => sql<SeenTask>`${byId($)} for no key update of t`)
const ofReferral = statement(
  ($: { district: string; referral: string }) => sql<SeenTask>`${seen}
    where t.district_id = ${$.district} and t.referral_id = ${$.referral} order by t.due_on, t.id`,
)

/** One task of the actor's own or of a school within reach, or undefined. */
export const findTask = (tx: Transaction, actor: Actor, id: string): Promise<SeenTask | undefined> =>
  tx.maybe(one, reachOf(actor, id))

/** Takes the row for the rest of the act. */
export const holdTask = ({ tx, actor }: Unit, id: string): Promise<SeenTask | undefined> =>
  tx.maybe(oneHeld, reachOf(actor, id))

/** What reviews gave people to do about a referral, the soonest first. */
export const tasksOf = (tx: Transaction, referral: string): Promise<SeenTask[]> =>
  tx.all(ofReferral, { district: tx.scope.districtId, referral })

type New = Omit<ReviewTask, 'id' | 'madeAt' | 'outcome' | 'finishedAt' | 'version'>
const insert = statement(
  ($: New & { district: string; id: string; by: string; now: Date }) => sql`
    insert into review_task (district_id, id, review_id, referral_id, student_id, school_id, what, words, owner_id, due_on,
      made_by, made_at)
    values (${$.district}, ${$.id}, ${$.reviewId}, ${$.referralId}, ${$.studentId}, ${$.schoolId}, ${$.what}, ${$.words},
      ${$.ownerId}, ${$.dueOn}::date, ${$.by}, ${$.now})`,
)

/** Gives somebody something to do. @returns its id */
export function insertTask(unit: Unit, task: New): string {
  const { tx, districtId, actor, now } = unit
  const id = unit.id()
  const sealed = tx.sealed('review_task', { row: id, of: task.studentId }, task)
  tx.write(insert, { ...sealed, district: districtId, id, by: actor.personId as string, now })
  return id
}

const finish = statement(
  ($: One & { outcome: TaskOutcome; by: string; now: Date; version: number }) => sql`
    update review_task set outcome = ${$.outcome}, finished_by = ${$.by}, finished_at = ${$.now},
      version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)

/** Ends a held task. */
export const saveFinished = ({ tx, districtId, actor, now }: Unit, task: ReviewTask, outcome: TaskOutcome) =>
  tx.write(finish, {
    district: districtId,
    id: task.id,
    outcome,
    by: actor.personId as string,
    now,
    version: task.version,
  })

type OfOwner = { district: string; owner: string; school: string; students: readonly string[] | null }
const heldOfOwner = statement(
  ($: OfOwner) => sql<SeenTask>`${seen}
    where t.district_id = ${$.district} and t.owner_id = ${$.owner} and t.school_id = ${$.school} and t.finished_at is null
      and (${$.students}::uuid[] is null or t.student_id = any(${$.students}::uuid[]))
    order by t.id for no key update of t`,
)
const give = statement(
  ($: One & { to: string; version: number }) => sql`
    update review_task set owner_id = ${$.to}, version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)

/** The open tasks somebody owns at a school, of every student or of some, taken for the rest of the act. */
export const holdTasksOwnedBy = (
  { tx, districtId }: Unit,
  of: Omit<OfOwner, 'district'>,
): Promise<SeenTask[]> => tx.all(heldOfOwner, { district: districtId, ...of })

/** A held task has another owner. */
export const saveOwner = ({ tx, districtId }: Unit, { id, version }: ReviewTask, to: string): void =>
  tx.write(give, { district: districtId, id, to, version })
