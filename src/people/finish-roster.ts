import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { rosterLifecycle } from './lifecycle.ts'
import { mergeRoster, type OnProgress, traceOf } from './roster-changes.ts'
import { advanceImport, holdImport } from './roster-import-store.ts'
import { forgetFile } from './roster-part-store.ts'
import type { ReadRoster } from './roster/read-roster.ts'
import { rosterWords } from './words.ts'

/** Applies a roster somebody decided to apply, in one transaction, and forgets the file. */
export const finishRoster = act({
  name: 'people/finish-roster',
  by: ['system'],
  given: z.object({ importId: id, read: z.custom<ReadRoster>(), onProgress: z.custom<OnProgress>() }),
  refusals: rosterWords,
  async do(unit, { importId, read, onProgress }) {
    const found = (await holdImport(unit, importId)) ?? notFound()
    const subject = { type: 'roster_import', id: found.id }
    unit.permit(true, subject)
    if (!rosterLifecycle.allows(found.state, 'finish')) return refused(['moved_on'])

    const summary = await mergeRoster(unit, { read, importId: found.id, onProgress })
    const state = rosterLifecycle.next(found.state, 'finish')
    await advanceImport(unit, { id: found.id, state, summary, format: summary.format, appliedAt: unit.now })
    await forgetFile(unit, found.id)
    unit.record('roster.applied', subject, traceOf(summary))
    return done({ importId })
  },
})
