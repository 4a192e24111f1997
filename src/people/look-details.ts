import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { linkStanding } from './family-link.ts'
import { latestFamilyLink } from './family-link-store.ts'
import { familySignIns } from './family-sign-in-store.ts'
import { detailKeepers, openedBy, signInGivers } from './policy.ts'
import { caregiversOf, findStudent, guardianOf } from './store.ts'
import { calledOf } from './student.ts'

/** What staff keep of a student, and who cares for them. */
export const lookDetails = look({
  name: 'people/details',
  by: detailKeepers,
  toAct: true,
  given: z.object({ studentId: id }),
  shows: { for: 'records', whole: ['identity', 'background', 'contact_details'] },
  async see(view, { studentId }) {
    view.permit(true)
    const student = (await findStudent(view.tx, view.actor, studentId)) ?? notFound()
    view.saw({ type: 'student', id: student.id, studentId: student.id })
    const calendar = await calendarOf(view.tx)
    const today = dayOf(calendar, view.now)
    const opens = openedBy(view.actor)
    const mayGive = (signInGivers as readonly string[]).includes(view.actor.role)
    const signIns = await familySignIns(view.tx, student.id)
    return {
      student,
      caregivers: await caregiversOf(view.tx, student.id),
      // How it was checked who somebody is, and by whom, is for those who give sign-ins.
      signIns: mayGive ? signIns : signIns.map((row) => ({ ...row, checkedHow: null, givenByName: null })),
      mayGive,
      timeZone: calendar.timeZone,
      today,
      opens,
    }
  },
})

/** How the latest link to the page of the family stands: not sent where its message ended unsent. */
async function linkTo({ tx, now }: Viewing, studentId: string, caregiverId: string) {
  const link = await latestFamilyLink(tx, { studentId, caregiverId })
  if (link === undefined) return undefined
  const is = linkStanding(link, now)
  return { is: is === 'sending' && link.notSent !== null ? ('not_sent' as const) : is, askedAt: link.askedAt }
}

/** One caregiver, as what they are to one student. */
export const lookCaregiver = look({
  name: 'people/caregiver',
  by: detailKeepers,
  toAct: true,
  given: z.object({ studentId: id, caregiverId: id }),
  shows: { for: 'records', whole: ['identity', 'contact_details'] },
  async see(view, { studentId, caregiverId }) {
    view.permit(true)
    const student = (await findStudent(view.tx, view.actor, studentId)) ?? notFound()
    const caregiver = (await guardianOf(view.tx, student.id, caregiverId)) ?? notFound()
    view.saw({ type: 'caregiver', id: caregiver.id, studentId: student.id })
    const sends = signInGivers.some((role) => role === view.actor.role)
    return {
      student: calledOf(student),
      caregiver,
      sends,
      link: sends ? await linkTo(view, student.id, caregiver.id) : undefined,
    }
  },
})

/** The student a new caregiver is added to. */
export const lookNewCaregiver = look({
  name: 'people/new-caregiver',
  by: detailKeepers,
  toAct: true,
  given: z.object({ studentId: id }),
  shows: { for: 'records', whole: ['identity', 'contact_details'] },
  async see(view, { studentId }) {
    view.permit(true)
    const student = (await findStudent(view.tx, view.actor, studentId)) ?? notFound()
    view.saw({ type: 'student', id: student.id, studentId: student.id })
    return { student: calledOf(student), caregiver: undefined }
  },
})
