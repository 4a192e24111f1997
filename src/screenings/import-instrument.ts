import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { instrumentFileGiven } from './files.ts'
import { insertInstrument } from './instrument-store.ts'
import { instrumentKeepers } from './policy.ts'
import { instrumentActWords } from './words.ts'

/** The district brings an instrument, as a FHIR Questionnaire: none ships [R006]. */
export const importInstrument = act({
  name: 'screenings/import-instrument',
  by: instrumentKeepers,
  given: z.object({ file: instrumentFileGiven }),
  refusals: instrumentActWords,
  fields: { known_already: 'file' },
  async do(unit, { file: { read, hash } }) {
    unit.permit(true)
    const instrumentId = await insertInstrument(unit, read, hash)
    if (instrumentId === undefined) return refused(['known_already'])
    const subject = { type: 'screening_instrument', id: instrumentId }
    unit.record('screening_instrument.imported', subject, { items: read.items.length, sample: read.sample })
    return done({ instrumentId })
  },
})
