import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { PageKey } from '#platform/page-key.ts'
import type { TrackerFilter } from './tracker-store.ts'

/** A referral that has ended, with how. */
export type EndedRow = {
  id: string
  number: number
  studentId: string
  studentName: string
  grade: string
  highNeed: boolean
  schoolName: string
  partnerName: string | null
  referredAt: Date
  endedAt: Date
  ending: string | null
  /** What it is put down to, where nobody came into care by it. */
  attributedTo: string | null
}

type Values = {
  district: string
  schools: readonly string[] | null
  school: string | null
  navigator: string | null
  highNeed: boolean
  at: Date | null
  after: string | null
  limit: number
}

// A first page begins after everything, so that each page is the same range of one index.
const ended = statement(
  ($: Values) => sql<EndedRow>`
    select f.id, f.number, f.student_id as "studentId", coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName",
      s.grade, f.high_need as "highNeed", c.name as "schoolName", p.short_name as "partnerName",
      f.referred_at as "referredAt", f.ended_at as "endedAt", e.ending, e.attributed_to as "attributedTo"
    from (select f.* from referral f
      where f.district_id = ${$.district} and f.ended_at is not null and ${withinReach($.schools, 'f.school_id')}
        and (${$.school}::uuid is null or f.school_id = ${$.school}::uuid)
        and (${$.navigator}::uuid is null or f.navigator_id = ${$.navigator}::uuid)
        and (f.high_need or not ${$.highNeed}::boolean)
        and (f.ended_at, f.id) < (coalesce(${$.at}::timestamptz, 'infinity'),
          coalesce(${$.after}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
      order by f.ended_at desc, f.id desc limit ${$.limit}) f
    join student s on s.district_id = f.district_id and s.id = f.student_id
    join school c on c.district_id = f.district_id and c.id = f.school_id
    left join partner p on p.district_id = f.district_id and p.id = f.partner_id
    left join referral_ending e on e.district_id = f.district_id and e.referral_id = f.id
    order by f.ended_at desc, f.id desc`,
)

type Page = {
  filter: Pick<TrackerFilter, 'schoolId' | 'navigatorId' | 'highNeed'>
  after: PageKey | undefined
  limit: number
}

/**
 * Ended referrals within the actor's schools, the one that ended last first.
 * @param limit how many at most; one more than is shown says whether there is a next page
 */
export const endedReferrals = (
  tx: Transaction,
  actor: Actor,
  { filter, after, limit }: Page,
): Promise<EndedRow[]> =>
  tx.all(ended, {
    district: actor.districtId,
    schools: schoolsInReach(actor),
    school: filter.schoolId ?? null,
    navigator: filter.navigatorId ?? null,
    highNeed: filter.highNeed,
    at: after?.at ?? null,
    after: after?.id ?? null,
    limit,
  })
