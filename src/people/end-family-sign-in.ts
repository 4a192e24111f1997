import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { endAssignmentRow, endSignIn, holdPerson } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { assignmentsLeft, familySignIns, unlinkCaregiver } from './family-sign-in-store.ts'
import { endingWords } from './family-sign-in-words.ts'
import { signInEnders } from './policy.ts'
import { findStudent } from './store.ts'

/**
 * Ends what somebody of the family opens of one student, at their next request. Where nothing else is left to
 * them they are signed out, and no link that was sent to them works. It needs no fresh proof: ending must
 * never wait.
 */
export const endFamilySignIn = act({
  name: 'people/end-family-sign-in',
  by: signInEnders,
  given: z.object({
    studentId: id,
    assignmentId: id,
    /** It turned out to be somebody else: then nothing says any more that they are family. */
    wrongPerson: z.literal('yes').optional(),
  }),
  refusals: endingWords,
  async do(unit, { studentId, assignmentId, wrongPerson }) {
    const student = (await findStudent(unit.tx, unit.actor, studentId)) ?? notFound()
    const given = (await familySignIns(unit.tx, student.id)).find(
      (each) => each.assignmentId === assignmentId,
    )
    if (given === undefined) return notFound()
    const subject = { type: 'family_sign_in', id: given.assignmentId, studentId: student.id }
    unit.permit(true, subject)
    if (given.endedAt !== null) return refused(['ended_already'])
    // The order that keeps them away is found by who they are.
    if (wrongPerson !== undefined && given.keptAway) return refused(['kept_away'])

    const person = (await holdPerson(unit, given.personId)) ?? notFound()
    await endAssignmentRow(unit, assignmentId)
    if ((await assignmentsLeft(unit.tx, person.id)) === 0) await endSignIn(unit, person)
    if (wrongPerson !== undefined) await unlinkCaregiver(unit, { personId: person.id, studentId: student.id })
    unit.record('assignment.ended', { type: 'person', id: person.id }, { role: given.role })
    unit.record('family_sign_in.ended', subject, { person_id: person.id })
    return done({ studentId: student.id })
  },
})
