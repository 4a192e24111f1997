import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, id, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { standardKeepers } from './policy.ts'
import { holdRequest, saveAnswered } from './request-store.ts'
import { answers } from './review.ts'
import { requestingWords } from './words.ts'

/**
 * Whoever governs the standard says what becomes of a request. One that is taken up is in force only with the
 * next version, which every agency signs.
 */
export const answerRequest = act({
  name: 'debriefs/answer-request',
  by: standardKeepers,
  given: z.object({
    changeRequestId: id,
    answer: choice(answers, 'Say what becomes of it'),
    reason: text(600, 'Say why'),
  }),
  refusals: requestingWords,
  async do(unit, { changeRequestId, ...said }) {
    const request = (await holdRequest(unit, changeRequestId)) ?? notFound()
    const subject = { type: 'change_request', id: request.id }
    unit.permit(true, subject)
    if (request.answeredAt !== null) return refused(['answered_already'])
    saveAnswered(unit, request, said)
    unit.record('change_request.answered', subject, { answer: said.answer })
    return done({ changeRequestId })
  },
})
