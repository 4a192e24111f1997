import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { taughtBy } from './observation-store.ts'
import { observers } from './policy.ts'

/** The students a teacher may pass something on about, and the form: nothing of what became of it [R169]. */
export const lookTell = look({
  name: 'classroom/tell',
  by: observers,
  given: z.object({}),
  shows: { for: 'coordination', whole: ['identity'] },
  async see(view) {
    view.permit(true)
    const students = await taughtBy(view.tx, view.actor)
    view.saw({ type: 'student_list', id: null, studentIds: students.map(({ studentId }) => studentId) })
    return {
      students: students.map(({ studentId, studentName }) => ({ id: studentId, name: studentName })),
      today: dayOf(await calendarOf(view.tx), view.now),
    }
  },
})
export type SeenTell = Awaited<ReturnType<typeof lookTell.see>>
