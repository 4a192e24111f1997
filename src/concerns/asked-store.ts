import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

const asked = statement(
  ($: { district: string; schools: readonly string[] | null; since: Date }) => sql<{
    askedAt: Date
    takenUpAt: Date | null
  }>`
    select c.received_at as "askedAt", least(c.acknowledged_at, c.ended_at) as "takenUpAt"
    from concern c
    where c.district_id = ${$.district} and c.source in ('student', 'caregiver') and c.received_at > ${$.since}
      and ${withinReach($.schools, 'c.school_id')}`,
)
/** When students and caregivers asked for help at one's schools, and when somebody took it up. */
export const helpAskedAt = (tx: Transaction, actor: Actor, since: Date) =>
  tx.all(asked, { district: actor.districtId, schools: schoolsInReach(actor), since })
