import { z } from 'zod'
import { look } from '#access/look.ts'
import { whoseAre } from '#access/whose-record.ts'
import { noteListTaken } from '#consent/contract.ts'
import { calendarOf, getDistrict } from '#district/contract.ts'
import { newId } from '#platform/ids.ts'
import { trackerExporters } from './policy.ts'
import { openReferrals } from './tracker-store.ts'

/** What the file says of each referral, column by column: this is what the accounting of a student names. */
export const trackerColumns = [
  'number',
  'student',
  'grade',
  'school',
  'navigator',
  'agency',
  'owed',
  'due',
] as const

/** So many rows are in one file. What is left out is said in it. */
const mostRows = 1000

/**
 * Every open referral within reach, to be taken along as a file: asked of who they are just now, written down
 * as an export with each student, and marked with who took it.
 */
export const lookTrackerFile = look({
  name: 'referrals/tracker-file',
  by: trackerExporters,
  given: z.object({}),
  shows: { for: 'coordination', whole: ['identity', 'referrals'], parts: ['visits'] },
  provenLately: () => true,
  async see(view) {
    view.permit(true)
    const { tx, actor, now } = view
    const { timeZone } = await calendarOf(tx)
    const filter = { highNeed: false, late: false, sort: 'due' } as const
    const found = await openReferrals(tx, actor, {
      filter: { ...filter, schoolId: undefined, navigatorId: undefined, state: undefined },
      after: undefined,
      now,
      timeZone,
      limit: mostRows + 1,
    })
    const rows = found.slice(0, mostRows)
    const mark = newId(now.getTime())
    const studentIds = [...new Set(rows.map(({ studentId }) => studentId))]
    const each = rows.map(({ id, studentId }) => ({ type: 'referral', id, studentId }))
    view.saw(
      { type: 'tracker', id: null, studentIds },
      { kind: 'export', detail: { mark, rows: rows.length }, each },
    )
    noteListTaken(view, { referralIds: rows.map(({ id }) => id), items: ['tracker', ...trackerColumns] })
    return {
      rows: view.knows('visits') ? rows : rows.map((row) => ({ ...row, nextVisitAt: null })),
      more: found.length > rows.length,
      mark,
      whose: whoseAre(['identity', 'referrals', 'visits']),
      takenBy: actor.name,
      districtName: (await getDistrict(tx)).name,
      timeZone,
      now,
    }
  },
})
export type TrackerFile = Awaited<ReturnType<typeof lookTrackerFile.see>>
