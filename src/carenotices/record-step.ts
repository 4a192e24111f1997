import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { recordedSteps, subjectOf, supports } from './care-notice.ts'
import { designable } from './policy.ts'
import { obstaclesToStep } from './rules.ts'
import { insertStep, stepsOf } from './step-store.ts'
import { holdNotice, saveCareNotice } from './store.ts'
import { takenUp } from './taken-up.ts'
import { stepWords } from './words.ts'

/** Which support was given, that no signs were seen, or that the child is not here: a code, and no story. */
export const recordCareStep = act({
  name: 'carenotices/record-step',
  by: designable,
  given: z.object({
    careNoticeId: id,
    kind: choice(recordedSteps, 'Choose what was done'),
    support: z.preprocess((given) => (given === '' ? undefined : given), choice(supports).optional()),
  }),
  refusals: stepWords,
  fields: { support_missing: 'support', match_first: 'kind', matched_already: 'kind', not_here_said: 'kind' },
  async do(unit, { careNoticeId: noticeId, kind, support }) {
    const notice = (await holdNotice(unit, noticeId)) ?? notFound()
    unit.permit(true, subjectOf(notice))
    const obstacles = obstaclesToStep(notice, { kind, support }, await stepsOf(unit.tx, noticeId))
    if (obstacles.length > 0) return refused(obstacles)
    saveCareNotice(unit, takenUp(unit, notice))
    insertStep(unit, notice, { kind, support })
    unit.record('care_notice.step_recorded', subjectOf(notice), { kind, support })
    return done({ careNoticeId: noticeId })
  },
})
