import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { trainingRecorders } from './policy.ts'
import { holdSession, saveTakenBack } from './session-store.ts'
import { takingBackWords } from './words.ts'

/** A session with students was written down wrongly: it stays on record and counts no more. */
export const takeBackSession = act({
  name: 'training/take-back-session',
  by: trainingRecorders,
  given: z.object({ sessionId: id }),
  refusals: takingBackWords,
  async do(unit, { sessionId }) {
    const session = (await holdSession(unit, sessionId)) ?? notFound()
    const subject = { type: 'training_session', id: sessionId }
    unit.permit(true, subject)
    if (session.takenBackAt !== null) return refused(['taken_back_already'])
    saveTakenBack(unit, session)
    unit.record('training_session.taken_back', subject)
    return done({ sessionId })
  },
})
