import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { Answer, RecordRequest } from './request.ts'

const columns = sql`
  r.id, r.student_id as "studentId", coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName", r.kind,
  r.asked_by as "askedBy", r.asked_by_name as "askedByName", r.owner, ${opened('record_request.about', 'r')} as about, r.received_on as "receivedOn",
  r.due_on as "dueOn", p.name as "recordedByName", a.answer, ${opened('record_answer.note', 'a')} as note,
  ${opened('record_answer.statement', 'a')} as statement, a.answered_at as "answeredAt",
  w.name as "answeredByName"`
const tables = sql`
  record_request r
  join student s on s.district_id = r.district_id and s.id = r.student_id
  join person p on p.district_id = r.district_id and p.id = r.recorded_by
  left join record_answer a on a.district_id = r.district_id and a.request_id = r.id
  left join person w on w.district_id = a.district_id and w.id = a.answered_by`

type Reach = { district: string; schools: readonly string[] | null }
const reachOf = (actor: Actor): Reach => ({ district: actor.districtId, schools: schoolsInReach(actor) })
const within = ($: Reach) => sql`r.district_id = ${$.district} and ${withinReach($.schools, 's.school_id')}`

const ofStudent = statement(
  ($: Reach & { student: string }) => sql<RecordRequest>`
    select ${columns} from ${tables} where ${within($)} and r.student_id = ${$.student} order by r.received_on desc, r.id desc`,
)
const one = statement(
  ($: Reach & { id: string }) => sql<RecordRequest>`
    select ${columns} from ${tables} where ${within($)} and r.id = ${$.id}`,
)
const listed = statement(
  ($: Reach & { answered: boolean; from: number; limit: number }) => sql<RecordRequest>`
    select ${columns} from ${tables} where ${within($)} and (a.request_id is not null) = ${$.answered}
    order by case when ${$.answered} then null else r.due_on end, a.answered_at desc, r.id offset ${$.from} limit ${$.limit}`,
)

/** What was asked about one student's record, the latest first. */
export const requestsOf = (tx: Transaction, actor: Actor, studentId: string): Promise<RecordRequest[]> =>
  tx.all(ofStudent, { ...reachOf(actor), student: studentId })

/** One request within reach, or undefined. */
export const findRequest = (tx: Transaction, actor: Actor, id: string): Promise<RecordRequest | undefined> =>
  tx.maybe(one, { ...reachOf(actor), id })

/** Requests that wait, the earliest due first; or answered ones, the latest first. */
export const listRequests = (
  tx: Transaction,
  actor: Actor,
  page: { answered: boolean; from: number; limit: number },
): Promise<RecordRequest[]> => tx.all(listed, { ...reachOf(actor), ...page })

type New = Pick<RecordRequest, 'studentId' | 'kind' | 'askedBy' | 'askedByName' | 'owner' | 'about'> & {
  receivedOn: string
  dueOn: string
}
const add = statement(
  ($: New & { district: string; id: string; by: string; at: Date }) => sql`
    insert into record_request (district_id, id, student_id, kind, asked_by, asked_by_name, owner, about, received_on, due_on,
      recorded_by, recorded_at)
    values (${$.district}, ${$.id}, ${$.studentId}, ${$.kind}, ${$.askedBy}, ${$.askedByName}, ${$.owner}, ${$.about},
      ${$.receivedOn}, ${$.dueOn}, ${$.by}, ${$.at})`,
)
/** Keeps what was asked. @returns its id */
export function addRequest(unit: Unit, request: New): string {
  const id = unit.id()
  const { districtId: district, actor, now: at } = unit
  const sealed = unit.tx.sealed('record_request', { row: id, of: request.studentId }, request)
  unit.tx.write(add, { ...sealed, district, id, by: actor.personId as string, at })
  return id
}

type Given = { answer: Answer; note: string; statement: string | null }
const addOne = statement(
  ($: Given & { district: string; id: string; student: string; by: string; at: Date }) => sql`
    insert into record_answer (district_id, request_id, student_id, answer, note, statement, answered_by, answered_at)
    values (${$.district}, ${$.id}, ${$.student}, ${$.answer}, ${$.note}, ${$.statement}, ${$.by}, ${$.at})
    on conflict (district_id, request_id) do nothing`,
)
/** Keeps what was answered. @returns false where somebody was faster */
export const addAnswer = async (
  unit: Unit,
  { id, studentId }: Pick<RecordRequest, 'id' | 'studentId'>,
  given: Given,
): Promise<boolean> =>
  1 ===
  (await unit.tx.run(addOne, {
    ...unit.tx.sealed('record_answer', { row: id, of: studentId }, given),
    district: unit.districtId,
    id,
    student: studentId,
    by: unit.actor.personId as string,
    at: unit.now,
  }))
