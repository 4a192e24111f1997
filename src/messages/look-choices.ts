import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf } from '#district/contract.ts'
import { calledOf, detailKeepers, findStudent, guardianOf } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { modelInForce } from '#standards/contract.ts'
import { familyDefault, staffDefault } from './choice.ts'
import { findChoice } from './choice-store.ts'
import { pausedOn } from './choosing.ts'
import { tolds } from './policy.ts'
import { findPersonReader } from './reader-store.ts'

/** How somebody is written to, as they chose it. */
export const lookOwnChoice = look({
  name: 'messages/own-choice',
  by: tolds,
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(true)
    view.sawNoStudent()
    const { tx, now, actor } = view
    const personId = actor.personId as string
    const [choice = staffDefault, reader, calendar, model] = await Promise.all([
      findChoice(tx, personId),
      findPersonReader(tx, personId),
      calendarOf(tx),
      modelInForce(tx, now),
    ])
    return {
      choice,
      pausedOn: pausedOn(calendar, choice, now),
      email: reader?.email ?? null,
      phone: reader?.phone ?? null,
      rules: model.message_rules.body,
    }
  },
})
export type SeenOwnChoice = Awaited<ReturnType<typeof lookOwnChoice.see>>

/** What a caregiver agreed to, and until when nothing is sent to them. */
export const lookCaregiverChoice = look({
  name: 'messages/caregiver-choice',
  by: detailKeepers,
  toAct: true,
  given: z.object({ studentId: id, caregiverId: id }),
  shows: { for: 'records', whole: ['identity', 'contact_details'] },
  async see(view, { studentId, caregiverId }) {
    view.permit(true)
    const { tx, now } = view
    const student = (await findStudent(tx, view.actor, studentId)) ?? notFound()
    const caregiver = (await guardianOf(tx, student.id, caregiverId)) ?? notFound()
    view.saw({ type: 'caregiver', id: caregiver.id, studentId: student.id })
    const [choice = familyDefault, calendar, model] = await Promise.all([
      findChoice(tx, caregiver.id),
      calendarOf(tx),
      modelInForce(tx, now),
    ])
    return {
      student: calledOf(student),
      caregiver,
      choice,
      pausedOn: pausedOn(calendar, choice, now),
      rules: model.message_rules.body,
    }
  },
})
export type SeenCaregiverChoice = Awaited<ReturnType<typeof lookCaregiverChoice.see>>
