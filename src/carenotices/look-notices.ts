import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf } from '#district/contract.ts'
import { designable } from './policy.ts'
import { noticesToldTo } from './store.ts'

/** The notices somebody was told of, while they stand. */
export const lookNotices = look({
  name: 'carenotices/list',
  by: designable,
  given: z.object({}),
  shows: { for: 'coordination', whole: ['care_notices'], parts: ['identity'] },
  async see(view) {
    view.permit(true)
    const found = await noticesToldTo(view)
    const students = found.flatMap(({ studentId }) => (studentId === null ? [] : [studentId]))
    view.saw({ type: 'care_notice_list', id: null, studentIds: [...new Set(students)] })
    const named = view.knows('identity')
    const calendar = await calendarOf(view.tx)
    return {
      notices: named ? found : found.map((row) => ({ ...row, childName: '', studentName: null })),
      calendar,
      timeZone: calendar.timeZone,
      now: view.now,
    }
  },
})
export type SeenCareNotices = Awaited<ReturnType<typeof lookNotices.see>>
