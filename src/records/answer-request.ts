import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, id, optionalText, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { recordKeepers } from './policy.ts'
import { answers } from './request.ts'
import { obstaclesToAnswering } from './rules.ts'
import { addAnswer, findRequest } from './store.ts'
import { answeringWords } from './words.ts'

/**
 * What a family asked is answered. A correction stands beside what it corrects, and where it is refused, the
 * family's own statement does: nothing in the record is ever written over [R153].
 */
export const answerRequest = act({
  name: 'records/answer-request',
  by: recordKeepers,
  given: z.object({
    studentId: id,
    recordRequestId: id,
    answer: choice(answers, 'Say what you answer'),
    note: text(2000, 'Say how, or why'),
    statement: optionalText(4000),
  }),
  refusals: answeringWords,
  fields: { not_an_answer: 'answer', statement_not_here: 'statement' },
  async do(unit, { studentId, recordRequestId, answer, note, statement }) {
    const request = (await findRequest(unit.tx, unit.actor, recordRequestId)) ?? notFound()
    if (request.studentId !== studentId) notFound()
    const subject = { type: 'record_request', id: request.id, studentId: request.studentId }
    unit.permit(true, subject)
    const words = statement === '' ? undefined : statement
    const because = obstaclesToAnswering({
      ...request,
      answered: request.answer !== null,
      answer,
      statement: words,
    })
    if (because.length > 0) return refused(because)
    const isFirst = await addAnswer(unit, request, { answer, note, statement: words ?? null })
    if (!isFirst) return refused(['already_answered'])
    unit.record('record_request.answered', subject, { answer })
    return done({ studentId: request.studentId })
  },
})
