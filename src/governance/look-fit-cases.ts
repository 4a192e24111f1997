import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf } from '#district/contract.ts'
import { caseReaders, reportedSince } from './look-triage-fit.ts'
import { type FitCase, heldAtSchool, lowAcuityReferrals } from './triage-fit-store.ts'

/** So many of each are on the page; that there are more is said. */
const most = 200
const listOf = (found: readonly FitCase[]) => ({ cases: found.slice(0, most), more: found.length > most })

/** Each case behind the triage report, for whoever reads what was decided of those students [R024]. */
export const lookFitCases = look({
  name: 'governance/fit-cases',
  by: caseReaders,
  given: z.object({}),
  shows: { for: 'coordination', whole: ['identity', 'triage'], parts: ['referrals', 'supports'] },
  async see(view) {
    view.permit(true)
    const { tx, actor, now } = view
    const at = { ...reportedSince(now), limit: most + 1 }
    const over = view.knows('referrals') ? listOf(await lowAcuityReferrals(tx, actor, at)) : undefined
    const under = view.knows('supports') ? listOf(await heldAtSchool(tx, actor, at)) : undefined
    const cases = [...(over?.cases ?? []), ...(under?.cases ?? [])]
    view.saw({
      type: 'triage_report',
      id: null,
      studentIds: [...new Set(cases.map(({ studentId }) => studentId))],
    })
    return { over, under, timeZone: (await calendarOf(tx)).timeZone, now }
  },
})
export type SeenFitCases = Awaited<ReturnType<typeof lookFitCases.see>>
