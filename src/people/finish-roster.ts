import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id, whole } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { rosterLifecycle } from './lifecycle.ts'
import { noticeFamilyAtWork } from './notice-family.ts'
import { mergeRoster, type OnProgress, type RosterSummary, traceOf } from './roster-changes.ts'
import { isRead, type RosterImport } from './roster-import.ts'
import { advanceImport, holdImport } from './roster-import-store.ts'
import { obstaclesToEnding } from './roster-leaving.ts'
import { forgetFile } from './roster-part-store.ts'
import type { ReadRoster } from './roster/read-roster.ts'
import { refused as refusedRoster } from './roster/refused.ts'
import { rosterWords } from './words.ts'

/** How many were to leave when somebody looked at it and said so. */
const previewed = ({ summary }: RosterImport) => (isRead(summary) ? summary.counts.students.left : undefined)

/** @throws RosterRefused when many students would leave and nobody said that many */
function mustBeSaid(summary: RosterSummary, ending: number | undefined): void {
  const [code] = obstaclesToEnding(summary, ending)
  const { left } = summary.counts.students
  if (code !== undefined) throw refusedRoster('ending_unsaid', { left, known: summary.known ?? left })
}

/** Applies a roster somebody decided to apply, in one transaction, and forgets the file. */
export const finishRoster = act({
  name: 'people/finish-roster',
  by: ['system'],
  given: z.object({
    importId: id,
    read: z.custom<ReadRoster>(),
    onProgress: z.custom<OnProgress>(),
    /** How many students leave, said by whoever applies it without a preview. */
    ending: whole(0, 10_000_000).optional(),
  }),
  refusals: rosterWords,
  async do(unit, { importId, read, onProgress, ending }) {
    const found = (await holdImport(unit, importId)) ?? notFound()
    const subject = { type: 'roster_import', id: found.id }
    unit.permit(true, subject)
    if (!rosterLifecycle.allows(found.state, 'finish')) return refused(['moved_on'])

    const summary = await mergeRoster(unit, {
      read,
      importId: found.id,
      onProgress,
      mayWrite: (known) => mustBeSaid(known, ending ?? previewed(found)),
    })
    await noticeFamilyAtWork(unit)
    const state = rosterLifecycle.next(found.state, 'finish')
    await advanceImport(unit, { id: found.id, state, summary, format: summary.format, appliedAt: unit.now })
    await forgetFile(unit, found.id)
    unit.record('roster.applied', subject, traceOf(summary))
    return done({ importId })
  },
})
