import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { subjectOf } from './care-notice.ts'
import { stands } from './rules.ts'
import { holdAnyNotice, saveCareNotice } from './store.ts'
import { waitsForNobody } from './told-store.ts'
import { timerWords } from './words.ts'

/**
 * A notice ends after its days [R348]: nobody at school has read it from that instant, and now the name is
 * taken out too. What is left says that there was one, and what was done.
 */
export const expireNotice = act({
  name: 'carenotices/expire-notice',
  by: ['system'],
  given: z.object({ careNoticeId: id }),
  refusals: timerWords,
  async do(unit, { careNoticeId: noticeId }) {
    const notice = (await holdAnyNotice(unit, noticeId)) ?? notFound()
    unit.permit(true, subjectOf(notice))
    if (notice.emptiedAt !== null) return refused(['emptied_already'])
    if (stands(notice, unit.now)) return refused(['not_due'])
    saveCareNotice(unit, { ...notice, childName: '', bornOn: null, grade: null, emptiedAt: unit.now })
    waitsForNobody(unit, notice.id)
    unit.record('care_notice.expired', subjectOf(notice))
    return done({ careNoticeId: noticeId })
  },
})
