import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { EarlierReferral } from './repeat.ts'

const earlier = statement(
  ($: { district: string; student: string; since: Date }) => sql<EarlierReferral>`
    select f.id, f.number, f.school_id as "schoolId", f.reason_category as "reasonCategory",
      f.referred_at as "referredAt", f.ended_at as "endedAt"
    from referral f
    left join referral_ending e on e.district_id = f.district_id and e.referral_id = f.id
    where f.district_id = ${$.district} and f.student_id = ${$.student}
      and (f.ended_at is null or (f.ended_at >= ${$.since} and f.state <> 'redirected' and coalesce(e.ending, '') <> 'connected'))
    order by f.ended_at is null desc, f.referred_at desc, f.id desc`,
)

/**
 * Referrals of a student that another one for the same need would repeat: open ones, and those that ended
 * without a connection since an instant; open ones first, then the latest [R033].
 */
export const earlierReferrals = (
  tx: Transaction,
  { studentId: student, since }: { studentId: string; since: Date },
): Promise<EarlierReferral[]> =>
  tx.once('earlier referrals', `${student} ${since.toISOString()}`, () =>
    tx.all(earlier, { district: tx.scope.districtId, student, since }),
  )
