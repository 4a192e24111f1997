import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import { id, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { subjectOf } from './acknowledge-concern.ts'
import { mayAnswer } from './policy.ts'
import { answerOpenQuestion } from './question-store.ts'
import { holdConcern } from './store.ts'
import { actWords } from './words.ts'

/** The person who raised a concern adds what was asked for. */
export const answerQuestion = act({
  name: 'concerns/answer-question',
  by: schoolStaff,
  given: z.object({ concernId: id, answer: text(2000, 'Write what you can add') }),
  refusals: actWords,
  async do(unit, { concernId, answer }) {
    const concern = (await holdConcern(unit, concernId)) ?? notFound()
    if (!mayAnswer(unit.actor, concern)) notFound()
    unit.permit(true, subjectOf(concern))
    const answered = await answerOpenQuestion(unit, { concern, words: answer })
    if (!answered) return refused(['no_question'])
    unit.record('concern.question_answered', subjectOf(concern))
    return done({ concernId })
  },
})
