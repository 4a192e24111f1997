import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf } from '#district/contract.ts'
import { type Caregiver, detailKeepers, findStudent, guardianOf } from '#people/contract.ts'
import { choice, id, ticked } from '#platform/given.ts'
import { notFound, Problem } from '#platform/problem.ts'
import { modelInForce } from '#standards/contract.ts'
import { pauseReasons } from './choice.ts'
import { choiceFields, choiceGiven, obstaclesToChoosing, pauseEnd } from './choosing.ts'
import { saveChoice } from './choice-store.ts'
import { choosingWords } from './words.ts'

type Reached = Pick<Caregiver, 'contactRule' | 'phone' | 'email' | 'protection'>

/** What stands in the way of a family's yes to messages: how they are reached safely goes before it. */
const obstaclesToAgreeing = ({ email, text }: { email: boolean; text: boolean }, reached: Reached) => [
  ...((email || text) && reached.contactRule === 'do_not_contact' ? (['not_to_contact'] as const) : []),
  ...((email || text) && reached.contactRule === 'call_only' ? (['calls_only'] as const) : []),
  ...(text && reached.phone === null && reached.protection?.phone !== true ? (['no_phone'] as const) : []),
  ...(email && reached.email === null && reached.protection?.email !== true ? (['no_email'] as const) : []),
]

/**
 * Staff write down what a caregiver agreed to: by which way messages may come, at which hours it is safe, and
 * until when none come at all. Nothing goes out to a family without it.
 */
export const setCaregiverChoice = act({
  name: 'messages/set-caregiver-choice',
  by: detailKeepers,
  given: z.object({
    studentId: id,
    caregiverId: id,
    ...choiceGiven,
    withTime: ticked,
    reason: choice(pauseReasons).optional(),
  }),
  refusals: choosingWords,
  fields: {
    ...choiceFields,
    no_phone: 'text',
    no_email: 'email',
    not_to_contact: 'email',
    calls_only: 'email',
  },
  async do(unit, { studentId, caregiverId, version, pausedOn, reason, ...given }) {
    const { tx, now } = unit
    const student = (await findStudent(tx, unit.actor, studentId)) ?? notFound()
    const caregiver = (await guardianOf(tx, student.id, caregiverId)) ?? notFound()
    const subject = { type: 'caregiver', id: caregiver.id, studentId: student.id }
    unit.permit(true, subject)
    const [calendar, model] = await Promise.all([calendarOf(tx), modelInForce(tx, now)])
    const { hoursFrom, hoursUntil, email, text, withTime } = given
    const asked = { hoursFrom, hoursUntil, pausedOn, reason }
    const because = [
      ...obstaclesToAgreeing(given, caregiver),
      ...obstaclesToChoosing(asked, { calendar, rules: model.message_rules.body, now }),
    ]
    if (because.length > 0) return refused(because)
    const pausedUntil = pauseEnd(calendar, pausedOn)
    const saved = await saveChoice(
      unit,
      { caregiverId: caregiver.id },
      {
        email,
        text,
        digest: false,
        withTime,
        hoursFrom: hoursFrom ?? null,
        hoursUntil: hoursUntil ?? null,
        pausedUntil,
        pauseReason: pausedUntil === null ? null : (reason ?? null),
        version,
      },
    )
    if (!saved) throw new Problem('changed_meanwhile')
    const paused = pausedUntil === null ? null : reason
    unit.record('caregiver.messages_changed', subject, { email, text, withTime, paused })
    return done({ studentId: student.id, caregiverId: caregiver.id })
  },
})
