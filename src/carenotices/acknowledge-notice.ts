import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { subjectOf } from './care-notice.ts'
import { designable } from './policy.ts'
import { holdNotice, saveCareNotice } from './store.ts'
import { takenUp } from './taken-up.ts'
import { acknowledgingWords } from './words.ts'

/** Somebody who was told says that they have it: nobody else is told from here on [R347]. */
export const acknowledgeCareNotice = act({
  name: 'carenotices/acknowledge-notice',
  by: designable,
  given: z.object({ careNoticeId: id }),
  refusals: acknowledgingWords,
  async do(unit, { careNoticeId: noticeId }) {
    const notice = (await holdNotice(unit, noticeId)) ?? notFound()
    unit.permit(true, subjectOf(notice))
    if (notice.acknowledgedAt !== null) return refused(['acknowledged_already'])
    saveCareNotice(unit, takenUp(unit, notice))
    return done({ careNoticeId: noticeId })
  },
})
