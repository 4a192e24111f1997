import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { rosterLifecycle } from './lifecycle.ts'
import { advanceImport, holdImport } from './roster-import-store.ts'
import { forgetFile } from './roster-part-store.ts'
import { rosterWords } from './words.ts'

/**
 * A file could not be trusted as a whole: it says why and what to do next, and nothing of the district
 * changed.
 */
export const refuseRoster = act({
  name: 'people/refuse-roster',
  by: ['system'],
  given: z.object({ importId: id, code: z.string(), says: z.string() }),
  refusals: rosterWords,
  async do(unit, { importId, code, says }) {
    const found = (await holdImport(unit, importId)) ?? notFound()
    const subject = { type: 'roster_import', id: found.id }
    unit.permit(true, subject)
    if (!rosterLifecycle.allows(found.state, 'refuse')) return refused(['moved_on'])

    const state = rosterLifecycle.next(found.state, 'refuse')
    await advanceImport(unit, { id: found.id, state, summary: { refusal: { code, says } } })
    await forgetFile(unit, found.id)
    unit.record('roster.refused', subject, { code })
    return done({ importId })
  },
})
