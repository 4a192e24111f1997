import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id, whole } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { rosterLifecycle } from './lifecycle.ts'
import { isRead } from './roster-import.ts'
import { advanceImport, holdImport } from './roster-import-store.ts'
import { obstaclesToEnding } from './roster-leaving.ts'
import { whenToWork, workedBy } from './roster-work.ts'
import { rosterWords } from './words.ts'

/**
 * Somebody looked at the preview and says: apply it. A job does so, all of it or none. Only the command that
 * reads the file itself may say so before there is a preview: whether too many would leave is judged then.
 */
export const applyRoster = act({
  name: 'people/apply-roster',
  by: ['roster_manager'],
  given: z.object({
    importId: id,
    workedBy,
    /** How many students leave, typed by whoever applies a roster that ends many. */
    ending: whole(0, 10_000_000).optional(),
  }),
  refusals: rosterWords,
  fields: { ending_unconfirmed: 'ending', ending_differs: 'ending' },
  async do(unit, { importId, ending, ...work }) {
    const found = (await holdImport(unit, importId)) ?? notFound()
    const subject = { type: 'roster_import', id: found.id }
    unit.permit(true, subject)
    const unseen = found.state === 'reading' && work.workedBy === 'job'
    if (unseen || !rosterLifecycle.allows(found.state, 'apply')) return refused(['not_previewed'])
    const because = isRead(found.summary) ? obstaclesToEnding(found.summary, ending) : []
    if (because.length > 0) return refused(because)

    const state = rosterLifecycle.next(found.state, 'apply')
    await advanceImport(unit, { id: found.id, state, appliedBy: unit.actor.personId })
    unit.record('roster.applying', subject)
    unit.enqueue({
      task: 'people/apply-roster',
      payload: { import_id: importId },
      key: `people/apply-roster ${importId}`,
      ...whenToWork(work, unit.now),
    })
    return done({ importId })
  },
})
