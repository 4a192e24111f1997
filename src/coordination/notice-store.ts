import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import { statement } from '#platform/database/query.ts'

type Notice = { id: string; personId: string; subjectType: string; subjectId: string }
const own = statement(
  ($: { district: string; id: string; person: string }) => sql<Notice>`
    select id, person_id as "personId", subject_type as "subjectType", subject_id as "subjectId" from notice
    where district_id = ${$.district} and id = ${$.id} and person_id = ${$.person}`,
)
/** A notice made for whoever acts, or undefined: somebody else's looks like none. */
export const findNotice = ({ tx, districtId, actor }: Unit, id: string): Promise<Notice | undefined> =>
  tx.maybe(own, { district: districtId, id, person: actor.personId as string })

const read = statement(
  ($: { district: string; id: string; at: Date }) => sql`
    update notice set read_at = coalesce(read_at, ${$.at}) where district_id = ${$.district} and id = ${$.id}`,
)
export const readNotice = ({ tx, districtId, now }: Unit, id: string) =>
  tx.run(read, { district: districtId, id, at: now })
