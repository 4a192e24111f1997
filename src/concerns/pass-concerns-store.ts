import { sql } from 'kysely'
import type { Role } from '#access/roles.ts'
import { statement } from '#platform/database/query.ts'
import { heldQueue, type Moment } from './held-queue-store.ts'

type Taken = { id: string; studentId: string | null; queueRole: Role | null }
export type Values = Moment & {
  district: string
  person: string
  school: string
  students: readonly string[] | null
}

const takenBy = ($: Values) => sql`
  select c.id, c.student_id as "studentId", ${heldQueue($)} as "queueRole" from concern c
  where c.district_id = ${$.district} and c.acknowledged_by = ${$.person} and c.school_id = ${$.school}
    and c.state = 'acknowledged'
    and (${$.students}::uuid[] is null or c.student_id = any(${$.students}::uuid[])) order by c.id`
export const taken = statement(($: Values) => sql<Taken>`${takenBy($)}`)
export const takenHeld = statement(($: Values) => sql<Taken>`${takenBy($)} for no key update of c`)
export const give = statement(
  ($: { district: string; id: string; to: string }) => sql`
    update concern set acknowledged_by = ${$.to}, version = version + 1
    where district_id = ${$.district} and id = ${$.id}`,
)
