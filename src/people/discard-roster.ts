import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { rosterLifecycle } from './lifecycle.ts'
import { advanceImport, holdImport } from './roster-import-store.ts'
import { forgetFile } from './roster-part-store.ts'
import { rosterWords } from './words.ts'

/**
 * Somebody looked at the preview and says: not this one. The file is forgotten; what it would have done
 * stays.
 */
export const discardRoster = act({
  name: 'people/discard-roster',
  by: ['roster_manager'],
  given: z.object({ importId: id }),
  refusals: rosterWords,
  async do(unit, { importId }) {
    const found = (await holdImport(unit, importId)) ?? notFound()
    const subject = { type: 'roster_import', id: found.id }
    unit.permit(true, subject)
    if (!rosterLifecycle.allows(found.state, 'discard')) return refused(['not_previewed'])

    await advanceImport(unit, { id: found.id, state: rosterLifecycle.next(found.state, 'discard') })
    await forgetFile(unit, found.id)
    unit.record('roster.discarded', subject)
    return done({ importId })
  },
})
