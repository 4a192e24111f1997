import { sql } from 'kysely'
import { covering } from '#access/covering-store.ts'
import { notKeptFrom } from '#access/not-kept-store.ts'
import type { Role } from '#access/roles.ts'
import { heldQueue } from '#concerns/contract.ts'

/** Of which day it is asked, until which instant something is due, and who decides in triage. */
export type DueAsked = { now: Date; day: string; until: Date; deciders: readonly Role[] }

/** Whether something is the person’s `p`: their own, or of a colleague they stand in for on the day. */
const theirs = ($: DueAsked, owner: string) => sql`
  (${sql.ref(owner)} = p.id or ${sql.ref(owner)} in (select w.person_id from absence w
    where w.district_id = p.district_id and w.backup_id = p.id and w.from_on <= ${$.day}::date
      and w.through_on >= ${$.day}::date and (w.ended_on is null or w.ended_on > ${$.day}::date)))`
const keptApart = (of: string) => notKeptFrom('p', sql`array[${sql.ref(`${of}.student_id`)}]`)

/** What somebody owns that has a day, and is open: tasks, support, and what follows a crisis. */
const owned = ($: DueAsked) => [
  sql`review_task o where o.due_on <= ${$.day}::date and o.finished_at is null`,
  sql`brief_support o where o.review_on <= ${$.day}::date and o.ended_at is null`,
  sql`improvement o where o.due_on <= ${$.day}::date and o.ended_at is null`,
  sql`follow_up o where o.due_at < ${$.until} and o.ended_at is null`,
  sql`return_plan o where o.next_due_at < ${$.until} and o.ended_at is null`,
  sql`incident_review o where o.due_at < ${$.until} and o.written_at is null`,
]
const ownedBy = ($: DueAsked) =>
  owned($).map(
    (open) => sql`
      select 1 from ${open} and o.district_id = p.district_id and ${theirs($, 'o.owner_id')} and ${keptApart('o')}`,
  )

/** Referrals on which the next action is not the agency’s. */
const referrals = ($: DueAsked) => sql`
  select 1 from referral f where f.district_id = p.district_id and ${theirs($, 'f.navigator_id')}
    and f.ended_at is null and f.next_owner is distinct from 'partner' and f.next_due_at < ${$.until} and ${keptApart('f')}`
/** Concerns to be decided: those they took up, and those that wait for anybody of a role they hold there. */
const concerns = ($: DueAsked) => sql`
  select 1 from concern c where c.district_id = p.district_id and c.state in ('submitted', 'acknowledged')
    and c.due_at < ${$.until} and (c.acknowledged_by is null or ${theirs($, 'c.acknowledged_by')}) and ${keptApart('c')}
    and exists (select from assignment t where t.district_id = p.district_id and t.person_id = p.id
      and t.role = any(${$.deciders}::text[]) and coalesce(${heldQueue($)}, t.role) = t.role
      and (t.ended_at is null or t.ended_at > ${$.now}) and t.starts_on <= ${$.day}::date
      and (t.ends_on is null or t.ends_on >= ${$.day}::date)
      and t.id in ${covering(sql`p.district_id`, sql`= c.school_id`)})`

/**
 * All that is due from the person `p` by the end of a day, a row for each: what the digest of the day counts,
 * and what somebody is written to for. Reminders come once a day, and nothing else of the day beside it.
 */
export const dueFrom = ($: DueAsked) => sql.join([referrals($), concerns($), ...ownedBy($)], sql` union all `)
