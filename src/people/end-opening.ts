import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { isOpenAt } from './opening.ts'
import { addEnd, anyOpening } from './opening-store.ts'
import { openingEndWords } from './opening-words.ts'
import { glassBreakers } from './policy.ts'

/** Whoever opened a student closes them again before the time is over. */
export const endOpening = act({
  name: 'people/end-opening',
  by: glassBreakers,
  given: z.object({ openingId: id }),
  refusals: openingEndWords,
  async do(unit, { openingId }) {
    const opening = (await anyOpening(unit.tx, openingId)) ?? notFound()
    if (opening.personId !== unit.actor.personId) notFound()
    const subject = { type: 'record_opening', id: opening.id, studentId: opening.studentId }
    unit.permit(true, subject)
    if (!isOpenAt(opening, unit.now)) return refused(['over_already'])
    addEnd(unit, opening)
    unit.record('opening.ended', subject, { by: 'themselves' })
    return done({ openingId })
  },
})
