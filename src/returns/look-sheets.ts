import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { sheetReaders } from './policy.ts'
import { ownSheets } from './sheet-store.ts'

/** What one was told oneself of students who come back: what helps, whom to ask, nothing else [R125]. */
export const lookSheets = look({
  name: 'returns/sheets',
  by: sheetReaders,
  given: z.object({}),
  shows: { for: 'crisis', whole: ['identity', 'crisis'] },
  async see(view) {
    view.permit(true)
    const { tx, actor, now } = view
    const sheets = await ownSheets(tx, actor)
    view.saw({
      type: 'return_sheet',
      id: null,
      studentIds: [...new Set(sheets.map(({ studentId }) => studentId))],
    })
    return {
      sheets: sheets.map(({ id, studentName, words, contactName, contactPhone, givenAt }) => ({
        id,
        studentName,
        words,
        contactName,
        contactPhone,
        givenAt,
      })),
      today: dayOf(await calendarOf(tx), now),
      timeZone: (await calendarOf(tx)).timeZone,
      now,
    }
  },
})
export type SeenSheets = Awaited<ReturnType<typeof lookSheets.see>>
