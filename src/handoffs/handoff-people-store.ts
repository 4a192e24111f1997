import { sql } from 'kysely'
import { covering } from '#access/covering-store.ts'
import { notKeptFrom } from '#access/not-kept-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

type About = {
  /** The name a student goes by, alone: for words said to a family. */
  given: string
  grade: string
  navigatorName: string
  navigatorPhone: string | null
  /** Whom a safety signal reaches at this school. */
  leadName: string | null
  decidedByName: string | null
}

// The crisis lead of the school who comes first.
const about = statement(
  ($: { district: string; referral: string }) => sql<About>`
    select coalesce(s.preferred_name, s.given_name) as given, s.grade, n.name as "navigatorName", n.phone as "navigatorPhone",
      d.name as "decidedByName", l.name as "leadName"
    from referral f
    join student s on s.district_id = f.district_id and s.id = f.student_id
    join person n on n.district_id = f.district_id and n.id = f.navigator_id
    left join triage_decision t on t.district_id = f.district_id and t.id = f.decision_id
    left join person d on d.district_id = f.district_id and d.id = t.decided_by
    left join lateral (
      select p.name from assignment a
      join person p on p.district_id = a.district_id and p.id = a.person_id
      where a.district_id = f.district_id and a.role in ('crisis_lead', 'designated_lead') and a.ended_at is null and p.ended_at is null
        and a.id in ${covering($.district, sql`= f.school_id`)} and ${notKeptFrom('p', sql`array[f.student_id]`)}
      order by a.role, a.position, a.whole_district desc, p.name limit 1) l on true
    where f.district_id = ${$.district} and f.id = ${$.referral}`,
)

/** The names a handoff speaks of. @throws when there is no such referral */
export const aboutHandoff = (tx: Transaction, referralId: string): Promise<About> =>
  tx.one(about, { district: tx.scope.districtId, referral: referralId })
