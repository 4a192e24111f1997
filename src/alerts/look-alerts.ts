import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf } from '#district/contract.ts'
import { findStudent, studentName } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { alertsAtAgency } from './at-agency.ts'
import { alertersAtAgency, alertersAtSchool, mayAlertAtAgency, mayAlertAtSchool } from './policy.ts'
import { findServed, servedOf } from './served-store.ts'
import { alertsOfStudent } from './store.ts'

/** What school and agencies told each other about a student, and the form that tells one more [R009]. */
export const lookAlertsAtSchool = look({
  name: 'alerts/at-school',
  by: alertersAtSchool,
  given: z.object({ studentId: id }),
  shows: { for: 'coordination', whole: ['identity', 'signals'] },
  async see(view, { studentId }) {
    const { tx, actor, now } = view
    const student = (await findStudent(tx, actor, studentId)) ?? notFound()
    view.permit(true)
    view.saw({ type: 'student', id: student.id, studentId: student.id })
    const served = (await servedOf(tx, student.id)).filter((each) => mayAlertAtSchool(actor, each))
    return {
      student: { id: student.id, name: studentName(student) },
      alerts: await alertsOfStudent(tx, student.id),
      agencies: served.map(({ id: referralId, partnerName }) => ({ id: referralId, name: partnerName })),
      mayAnswer: student.schoolId !== null && mayAlertAtSchool(actor, { schoolId: student.schoolId }),
      calendar: await calendarOf(tx),
      now,
    }
  },
})
export type SeenAtSchool = Awaited<ReturnType<typeof lookAlertsAtSchool.see>>

/** The same at the agency, on one referral: what it may still read, and the form that tells the school. */
export const lookAlertsAtAgency = look({
  name: 'alerts/at-agency',
  by: alertersAtAgency,
  given: z.object({ referralId: id }),
  shows: { for: 'coordination', whole: ['referrals', 'signals'] },
  async see(view, { referralId }) {
    const { tx, actor, now } = view
    const referral = (await findServed(tx, referralId)) ?? notFound()
    if (!mayAlertAtAgency(actor, referral)) notFound()
    view.permit(true)
    view.saw({ type: 'referral', id: referral.id, studentId: referral.studentId })
    return {
      referral: { id: referral.id, number: referral.number },
      alerts: await alertsAtAgency(view, referral),
      calendar: await calendarOf(tx),
      now,
    }
  },
})
export type SeenAtAgency = Awaited<ReturnType<typeof lookAlertsAtAgency.see>>
