import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { rosterLifecycle } from './lifecycle.ts'
import { compareRoster, type OnProgress, traceOf } from './roster-changes.ts'
import { advanceImport, holdImport } from './roster-import-store.ts'
import type { ReadRoster } from './roster/read-roster.ts'
import { rosterWords } from './words.ts'

/** A roster was read: what it would change is worked out for somebody to look at. */
export const previewRoster = act({
  name: 'people/preview-roster',
  by: ['system'],
  given: z.object({ importId: id, read: z.custom<ReadRoster>(), onProgress: z.custom<OnProgress>() }),
  refusals: rosterWords,
  async do(unit, { importId, read, onProgress }) {
    const found = (await holdImport(unit, importId)) ?? notFound()
    const subject = { type: 'roster_import', id: found.id }
    unit.permit(true, subject)
    if (!rosterLifecycle.allows(found.state, 'preview')) return refused(['moved_on'])

    const summary = await compareRoster(unit, read, onProgress)
    const state = rosterLifecycle.next(found.state, 'preview')
    await advanceImport(unit, { id: found.id, state, summary, format: summary.format })
    unit.record('roster.previewed', subject, traceOf(summary))
    return done({ importId })
  },
})
