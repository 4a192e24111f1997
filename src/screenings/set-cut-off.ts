import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id, text, whole } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findInstrument, insertCutOff } from './instrument-store.ts'
import { instrumentKeepers } from './policy.ts'
import { mostPoints } from './scoring.ts'
import { instrumentActWords } from './words.ts'

/** Sets the next version of a cut-off: rounds opened before keep theirs [R006]. */
export const setCutOff = act({
  name: 'screenings/set-cut-off',
  by: instrumentKeepers,
  given: z.object({ instrumentId: id, points: whole(1, 100_000), decision: text(300) }),
  refusals: instrumentActWords,
  fields: { points_too_many: 'points' },
  async do(unit, { instrumentId, points, decision }) {
    const instrument = (await findInstrument(unit.tx, instrumentId)) ?? notFound()
    unit.permit(true, { type: 'screening_instrument', id: instrumentId })
    if (points > mostPoints(instrument.items)) return refused(['points_too_many'])
    const set = await insertCutOff(unit, { instrumentId, points, decision })
    if (set === undefined) return refused(['set_meanwhile'])
    const subject = { type: 'screening_cut_off', id: set.id }
    unit.record('screening_cut_off.set', subject, { number: set.number, points })
    return done({ instrumentId })
  },
})
