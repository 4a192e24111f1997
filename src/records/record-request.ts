import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { findStudent } from '#people/contract.ts'
import { choice, day, id, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { recordKeepers } from './policy.ts'
import { askers, owners, requestKinds } from './request.ts'
import { dueOn } from './rules.ts'
import { addRequest } from './store.ts'
import { requestingWords } from './words.ts'

/** A family asks to see the record of a student, or to have it corrected: an answer is owed [R153]. */
export const recordRequest = act({
  name: 'records/record-request',
  by: recordKeepers,
  given: z.object({
    studentId: id,
    kind: choice(requestKinds, 'Say what is asked'),
    askedBy: choice(askers, 'Say who asks'),
    askedByName: text(120, 'Give the name of who asks'),
    owner: choice(owners, 'Say whose record it is'),
    about: text(2000, 'Say which part, or what is wrong'),
    receivedOn: day,
  }),
  refusals: requestingWords,
  fields: { in_the_future: 'receivedOn' },
  async do(unit, given) {
    const student = (await findStudent(unit.tx, unit.actor, given.studentId)) ?? notFound()
    unit.permit(true, { type: 'student', id: student.id, studentId: student.id })
    if (given.receivedOn > dayOf(await calendarOf(unit.tx), unit.now)) return refused(['in_the_future'])
    const due = dueOn(given.receivedOn, given.owner)
    const requestId = addRequest(unit, { ...given, dueOn: due })
    const subject = { type: 'record_request', id: requestId, studentId: student.id }
    unit.record('record_request.received', subject, { kind: given.kind, owner: given.owner })
    return done({ requestId, studentId: student.id })
  },
})
