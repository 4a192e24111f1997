import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf } from '#district/contract.ts'
import { escalationLeads } from '#escalations/contract.ts'
import { findingsOf, latestChecks } from './lost-check-store.ts'

/** The page of the night: what was open, what was missing, and whether it was put right. */
export const lookLost = look({
  name: 'coordination/lost',
  by: escalationLeads,
  given: z.object({}),
  shows: { for: 'coordination', whole: ['referrals'] },
  async see(view) {
    view.permit(true)
    const { tx, actor, now } = view
    const [last, ...before] = await latestChecks(tx, 8)
    const findings = last === undefined ? [] : await findingsOf(tx, actor, last.id)
    const studentIds = [...new Set(findings.flatMap(({ studentId }) => studentId ?? []))]
    view.saw({ type: 'lost_check', id: last?.id ?? null, studentIds })
    // Whom it is about stays out of it: of a concern a lead may not know it.
    const shown = findings.map(({ recordId: _, studentId: _student, referralId: _referral, ...rest }) => rest)
    return { last, before, findings: shown, timeZone: (await calendarOf(tx)).timeZone, now }
  },
})
export type SeenLost = Awaited<ReturnType<typeof lookLost.see>>
