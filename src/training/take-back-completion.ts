import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { holdCompletion, saveTakenBack } from './completion-store.ts'
import { trainingRecorders } from './policy.ts'
import { takingBackWords } from './words.ts'

/** A training was written down wrongly: it stays on record and counts no more. */
export const takeBackCompletion = act({
  name: 'training/take-back-completion',
  by: trainingRecorders,
  given: z.object({ completionId: id }),
  refusals: takingBackWords,
  async do(unit, { completionId }) {
    const completion = (await holdCompletion(unit, completionId)) ?? notFound()
    const subject = { type: 'training_completion', id: completionId }
    unit.permit(true, subject)
    if (completion.takenBackAt !== null) return refused(['taken_back_already'])
    saveTakenBack(unit, completion)
    unit.record('training.taken_back', subject, { person: completion.personId, topic: completion.topic })
    return done({ topic: completion.topic })
  },
})
