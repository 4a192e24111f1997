import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { findStudent } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { subjectOf } from './care-notice.ts'
import { designable } from './policy.ts'
import { obstaclesToMatching } from './rules.ts'
import { stepsOf } from './step-store.ts'
import { holdNotice, saveCareNotice } from './store.ts'
import { takenUp } from './taken-up.ts'
import { matchingWords } from './words.ts'

/** Designated staff say which student a notice is about. The sender hears nothing of it. */
export const matchNotice = act({
  name: 'carenotices/match-notice',
  by: designable,
  given: z.object({ careNoticeId: id, studentId: id }),
  refusals: matchingWords,
  async do(unit, { careNoticeId: noticeId, studentId }) {
    const notice = (await holdNotice(unit, noticeId)) ?? notFound()
    unit.permit(true, subjectOf(notice))
    const student = (await findStudent(unit.tx, unit.actor, studentId)) ?? notFound()
    const steps = await stepsOf(unit.tx, noticeId)
    const obstacles = obstaclesToMatching(notice, { schoolId: student.schoolId, steps })
    if (obstacles.length > 0) return refused(obstacles)
    const matched = { ...notice, studentId, matchedBy: unit.actor.personId, matchedAt: unit.now }
    saveCareNotice(unit, takenUp(unit, matched))
    unit.record('care_notice.matched', subjectOf(matched))
    return done({ careNoticeId: noticeId })
  },
})
