import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { staffKeepers } from './policy.ts'
import { gapsOf, recentDays } from './rules.ts'
import { listMembers } from './store.ts'

/** So many people are on the page; that there are more is said. */
const most = 300

/** Those who help students at schools within reach, and what is missing on the record of each [R157]. */
export const lookReport = look({
  name: 'staffing/report',
  by: staffKeepers,
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(true)
    view.sawNoStudent()
    const { tx, actor, now } = view
    const today = dayOf(await calendarOf(tx), now)
    const found = await listMembers(tx, actor, { today, limit: most + 1 })
    const members = found.slice(0, most).map((member) => ({ ...member, gaps: gapsOf(member, today) }))
    return {
      missing: members.filter(({ gaps }) => gaps.length > 0),
      complete: members.filter(({ gaps }) => gaps.length === 0),
      more: found.length > most,
      recentDays,
      today,
    }
  },
})
export type SeenReport = Awaited<ReturnType<typeof lookReport.see>>
