import { sql } from 'kysely'
import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { coversSchool } from '#access/actor.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { statingStaff } from './state-high-need.ts'
import { holdReferral } from './store.ts'
import { videoFirstWords } from './words-navigator.ts'

/** What puts a student at risk, and what is missing nearby. */
export const videoReasons = ['high_need', 'missed_school', 'waits_too_long', 'crisis_before'] as const
export const localGaps = ['no_local_service', 'no_local_room', 'no_way_there', 'no_local_language'] as const

/** Why visits by video come first for a student, and which gap nearby they bridge. */
export type VideoFirst = {
  readonly reason: (typeof videoReasons)[number]
  readonly gap: (typeof localGaps)[number]
  readonly byName: string
  readonly at: Date
}
type Of = { district: string; id: string }
const of = statement(
  ($: Of) => sql<VideoFirst>`
    select f.video_first_reason as reason, f.video_first_gap as gap, p.name as "byName", f.video_first_at as at
    from referral f join person p on p.district_id = f.district_id and p.id = f.video_first_by
    where f.district_id = ${$.district} and f.id = ${$.id}`,
)
/** Why visits by video come first on a referral; undefined where nobody said so. */
export const videoFirstOf = (tx: Transaction, id: string): Promise<VideoFirst | undefined> =>
  tx.maybe(of, { district: tx.scope.districtId, id })

const put = statement(
  ($: Of & { reason: string; gap: string; by: string; now: Date; version: number }) => sql`
    update referral set video_first_reason = ${$.reason}, video_first_gap = ${$.gap}, video_first_by = ${$.by},
      video_first_at = ${$.now}, version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)

/** Visits by video come first for a student at risk who has no service nearby, with both on record [R351]. */
export const putVideoFirst = act({
  name: 'referrals/put-video-first',
  by: statingStaff,
  given: z.object({
    referralId: id,
    videoReason: choice(videoReasons, 'Choose why'),
    localGap: choice(localGaps, 'Choose what is missing nearby'),
  }),
  refusals: videoFirstWords,
  async do(unit, { referralId, videoReason: reason, localGap: gap }) {
    const referral = (await holdReferral(unit, referralId)) ?? notFound()
    const subject = { type: 'referral', id: referral.id, studentId: referral.studentId }
    unit.permit(coversSchool(unit.actor, referral.schoolId), subject)
    if (referral.endedAt !== null) return refused(['ended'])
    const { districtId: district, now, actor } = unit
    const { version } = referral
    unit.tx.write(put, { district, id: referralId, reason, gap, by: actor.personId as string, now, version })
    unit.record('referral.video_first', subject, { reason, gap })
    return done({ id: referral.id })
  },
})
