import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Counted } from './same-day-figures.ts'

const begun = statement(
  ($: { district: string; schools: readonly string[] | null; since: Date }) => sql<Counted>`
    select h.state, h.opened_at as "openedAt", h.due_at as "dueAt", h.due_standard as "dueStandard",
      h.first_attempt_at as "firstAttemptAt", h.completed_at as "completedAt", h.ended_at as "endedAt",
      h.miss_reason as "missReason", h.exception_reason as "exceptionReason",
      h.caregiver_present_at_send as "caregiverPresentAtSend",
      c.id as "schoolId", c.name as "schoolName", f.ended_at as "referralEndedAt"
    from referral f
    join handoff h on h.district_id = f.district_id and h.referral_id = f.id
    join school c on c.district_id = f.district_id and c.id = f.school_id
    where f.district_id = ${$.district} and f.referred_at >= ${$.since} and ${withinReach($.schools, 'f.school_id')}
    order by c.name, c.id`,
)

/** Every handoff since a moment at the schools within reach, by school, without whom it is of. */
export const handoffsSince = (tx: Transaction, actor: Actor, since: Date): Promise<Counted[]> =>
  tx.all(begun, { district: tx.scope.districtId, schools: schoolsInReach(actor), since })
