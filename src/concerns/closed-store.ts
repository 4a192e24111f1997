import { sql } from 'kysely'
import type { Viewing } from '#access/look.ts'
import { withinReach } from '#access/reach-store.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { Concern } from './concern.ts'
import { decidersAt } from './deciders.ts'
import { heldQueue, type Moment } from './held-queue-store.ts'

/** A concern that was closed without a path: by whom, when and why. */
export type ClosedLine = Pick<Concern, 'id' | 'source' | 'receivedAt' | 'studentId' | 'aboutName'> & {
  studentName: string | null
  schoolName: string
  endedAt: Date
  closedReason: string
  /** Null for one closed before its row kept who. */
  closedByName: string | null
}
type Page = Moment & {
  district: string
  schools: readonly string[] | null
  role: string
  at: Date | null
  id: string | null
  limit: number
}

// A queue that was given to one role is read by that role: who may triage a concern reads what became of it.
const closed = statement(
  ($: Page) => sql<ClosedLine>`
    select c.id, c.source, c.received_at as "receivedAt", c.student_id as "studentId",
      ${opened('concern.about_name', 'c')} as "aboutName",
      coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName", k.name as "schoolName",
      c.ended_at as "endedAt", ${opened('concern.closed_reason', 'c')} as "closedReason", p.name as "closedByName"
    from concern c
    join school k on k.district_id = c.district_id and k.id = c.school_id
    left join student s on s.district_id = c.district_id and s.id = c.student_id
    left join person p on p.district_id = c.district_id and p.id = c.closed_by
    where c.district_id = ${$.district} and c.state = 'closed'
      and ${withinReach($.schools, 'c.school_id')}
      and coalesce(${heldQueue($)}, ${$.role}) = ${$.role}
      and (${$.at}::timestamptz is null or (c.ended_at, c.id) < (${$.at}::timestamptz, ${$.id}::uuid))
    order by c.ended_at desc, c.id desc limit ${$.limit}`,
)

/** The closed concerns somebody might have triaged, the latest first, from a row of that order on. */
export const closedConcernsOf = async (
  view: Viewing,
  { after, limit }: { after: { at: Date; id: string } | undefined; limit: number },
): Promise<ClosedLine[]> =>
  view.tx.all(closed, {
    district: view.districtId,
    schools: view.actor.schoolIds,
    role: view.actor.role,
    at: after?.at ?? null,
    id: after?.id ?? null,
    limit,
    now: view.now,
    deciders: await decidersAt(view),
  })
