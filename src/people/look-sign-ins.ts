import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { isOfAge } from './family-sign-in.ts'
import { familySignIns } from './family-sign-in-store.ts'
import { signInEnders, signInGivers } from './policy.ts'
import { caregiversOf, findStudent } from './store.ts'
import { calledOf } from './student.ts'

/** Who of the family signs in for one student, and whom a sign-in can be given. */
export const lookSignIns = look({
  name: 'people/family-sign-ins',
  by: signInEnders,
  toAct: true,
  given: z.object({ studentId: id }),
  shows: { for: 'records', whole: ['identity', 'contact_details'] },
  async see(view, { studentId }) {
    view.permit(true)
    const { tx, actor, now } = view
    const student = (await findStudent(tx, actor, studentId)) ?? notFound()
    view.saw({ type: 'student', id: student.id, studentId: student.id })
    const calendar = await calendarOf(tx)
    const today = dayOf(calendar, now)
    const mayGive = (signInGivers as readonly string[]).includes(actor.role)
    return {
      student: calledOf(student),
      signIns: await familySignIns(tx, student.id),
      caregivers: mayGive
        ? (await caregiversOf(tx, student.id)).map(({ id: of, name }) => ({ id: of, name }))
        : [],
      mayGive,
      ofAge: isOfAge(student, today),
      today,
      timeZone: calendar.timeZone,
    }
  },
})
export type SeenSignIns = Awaited<ReturnType<typeof lookSignIns.see>>
