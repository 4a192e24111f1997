import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { coversSchool } from '#access/actor.ts'
import type { Transaction } from '#platform/database/database.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { statingStaff } from './state-high-need.ts'
import { holdReferral } from './store.ts'
import { videoFirstWords } from './words-navigator.ts'
import { videoReasons, localGaps, type VideoFirst, of, put } from './put-video-first-store.ts'

/** Why visits by video come first on a referral; undefined where nobody said so. */
export const videoFirstOf = (tx: Transaction, id: string): Promise<VideoFirst | undefined> =>
  tx.maybe(of, { district: tx.scope.districtId, id })

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
