import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { receiveConcern } from '#concerns/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { subjectOf } from './care-notice.ts'
import { designable } from './policy.ts'
import { obstaclesToStep } from './rules.ts'
import { insertStep, stepsOf } from './step-store.ts'
import { holdNotice, saveCareNotice } from './store.ts'
import { takenUp } from './taken-up.ts'
import { stepWords } from './words.ts'

/**
 * Designated staff send it to triage: a concern that says where it came from, linked both ways [R347]. It is
 * the only record a notice ever leads to, and only by hand.
 */
export const sendToTriage = act({
  name: 'carenotices/send-to-triage',
  by: designable,
  given: z.object({ careNoticeId: id }),
  refusals: stepWords,
  async do(unit, { careNoticeId: noticeId }) {
    const notice = (await holdNotice(unit, noticeId)) ?? notFound()
    unit.permit(true, subjectOf(notice))
    const obstacles = obstaclesToStep(notice, { kind: 'triage' }, await stepsOf(unit.tx, noticeId))
    if (obstacles.length > 0) return refused(obstacles)
    const concernId = await receiveConcern(unit, {
      studentId: notice.studentId,
      schoolId: notice.schoolId,
      source: 'handle_with_care',
      reporterId: unit.actor.personId,
      observed: '',
      urgency: 'today',
    })
    saveCareNotice(unit, takenUp(unit, notice))
    insertStep(unit, notice, { kind: 'triage', concernId })
    unit.record('care_notice.sent_to_triage', subjectOf(notice), { concern: concernId })
    return done({ careNoticeId: noticeId, concernId })
  },
})
