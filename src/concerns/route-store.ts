import { sql } from 'kysely'
import type { Viewing } from '#access/look.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { decidersAt } from './deciders.ts'
import { isHeld, type Moment } from './held-queue-store.ts'

const one = statement(
  ($: { district: string; school: string }) => sql<{ role: string }>`
    select role from triage_route where district_id = ${$.district} and school_id = ${$.school}`,
)

/** The role a school's queue was given to; null when all triage staff own it [R018]. */
export async function queueRoleOf(tx: Transaction, schoolId: string): Promise<string | null> {
  const row = await tx.maybe(one, { district: tx.scope.districtId, school: schoolId })
  return row?.role ?? null
}

/** Which role owns the queue of a school, and whether nobody who decides holds that role there now. */
export type Route = {
  schoolId: string
  schoolName: string
  role: string | null
  unheld: boolean
  setBy: string | null
  setAt: Date | null
}

const ofRoute = { district: sql`c.district_id`, school: sql`c.id`, role: sql`r.role` }
const all = statement(
  ($: Moment & { district: string; schools: readonly string[] }) => sql<Route>`
    select c.id as "schoolId", c.name as "schoolName", r.role,
      r.role is not null and not ${isHeld(ofRoute, $)} as unheld, p.name as "setBy", r.set_at as "setAt"
    from school c
    left join triage_route r on r.district_id = c.district_id and r.school_id = c.id
    left join person p on p.district_id = c.district_id and p.id = r.set_by
    where c.district_id = ${$.district} and c.id = any(${$.schools}::uuid[])
    order by c.name, c.id`,
)

/** The queues of some schools, by name. */
export const routesOf = async (view: Viewing, schools: readonly string[]): Promise<Route[]> =>
  view.tx.all(all, {
    district: view.districtId,
    schools,
    now: view.now,
    deciders: await decidersAt(view),
  })

const give = statement(
  ($: { district: string; school: string; role: string; by: string; at: Date }) => sql`
    insert into triage_route (district_id, school_id, role, set_by, set_at)
    values (${$.district}, ${$.school}, ${$.role}, ${$.by}, ${$.at})
    on conflict (district_id, school_id) do update set role = excluded.role, set_by = excluded.set_by, set_at = excluded.set_at`,
)
const open = statement(
  ($: { district: string; school: string }) => sql`
    delete from triage_route where district_id = ${$.district} and school_id = ${$.school}`,
)

/** Gives a school's queue to a role, or opens it to all triage staff again. */
export async function saveRoute(
  unit: Unit,
  { schoolId, role }: { schoolId: string; role: string | null },
): Promise<void> {
  const at = { district: unit.districtId, school: schoolId }
  if (role === null) await unit.tx.run(open, at)
  else await unit.tx.run(give, { ...at, role, by: unit.actor.personId as string, at: unit.now })
}

// What somebody took up stays with them, unless the queue opens to everybody.
const move = statement(
  ($: { district: string; school: string; role: string | null }) => sql<{
    id: string
    studentId: string | null
  }>`
    update concern set queue_role = ${$.role}, version = version + 1
    where district_id = ${$.district} and school_id = ${$.school} and queue_role is distinct from ${$.role}
      and (state = 'submitted' or (state = 'acknowledged' and ${$.role}::text is null))
    returning id, student_id as "studentId"`,
)

/** Moves what waits at a school to the queue it has now. @returns the concerns that moved */
export const moveWaiting = (
  { tx, districtId }: Unit,
  { schoolId, role }: { schoolId: string; role: string | null },
): Promise<{ id: string; studentId: string | null }[]> =>
  tx.all(move, { district: districtId, school: schoolId, role })
