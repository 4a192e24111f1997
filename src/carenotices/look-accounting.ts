import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf } from '#district/contract.ts'
import { accountedBefore } from './accounting-store.ts'
import { accountants } from './policy.ts'

/** Notices on one page. */
const size = 50

/** Every notice that came, those that ended too: when, what was done, and who had it [R348]. */
export const lookAccounting = look({
  name: 'carenotices/accounting',
  by: accountants,
  given: z.object({ before: z.iso.datetime().optional().catch(undefined) }),
  shows: { for: 'oversight', whole: ['care_notices'], parts: ['identity'] },
  async see(view, { before }) {
    view.permit(true)
    const until = before === undefined ? new Date(view.now.getTime() + 1) : new Date(before)
    const rows = await accountedBefore(view.tx, view.actor, { before: until, limit: size + 1 })
    const found = rows.slice(0, size)
    const students = found.flatMap(({ studentId }) => (studentId === null ? [] : [studentId]))
    view.saw({ type: 'care_notice_accounting', id: null, studentIds: [...new Set(students)] })
    const named = view.knows('identity')
    const calendar = await calendarOf(view.tx)
    return {
      notices: named ? found : found.map((row) => ({ ...row, studentId: null, studentName: null })),
      earlier: rows.length > size ? (found.at(-1)?.receivedAt.toISOString() ?? null) : null,
      timeZone: calendar.timeZone,
      now: view.now,
    }
  },
})
export type SeenAccounting = Awaited<ReturnType<typeof lookAccounting.see>>
