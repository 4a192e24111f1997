import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { findStudent } from '#people/contract.ts'
import { choice, day, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { needKinds, obstaclesToNoting } from './need.ts'
import { insertNeed, navigatorOfFamily, needsOf } from './need-store.ts'
import { householdKeepers, mayKeepHousehold } from './policy.ts'
import { notingWords } from './words.ts'

/**
 * A family needs something at home: food, a place to live, benefits. Whoever walks the family already sees
 * to it, by a day; where nobody does, whoever was told. It stands apart from any referral [R353].
 */
export const noteNeed = act({
  name: 'households/note-need',
  by: householdKeepers,
  given: z.object({ studentId: id, kind: choice(needKinds, 'Choose what is needed'), dueOn: day }),
  refusals: notingWords,
  fields: { due_in_the_past: 'dueOn', is_open: 'kind' },
  async do(unit, { studentId, kind, dueOn }) {
    const { tx, actor, now } = unit
    const student = (await findStudent(tx, actor, studentId)) ?? notFound()
    const { schoolId } = student
    unit.permit(schoolId === null || mayKeepHousehold(actor, { schoolId }), {
      type: 'student',
      id: student.id,
      studentId: student.id,
    })
    const because = obstaclesToNoting({
      kind,
      dueOn,
      today: dayOf(await calendarOf(tx), now),
      hasSchool: schoolId !== null,
      needs: await needsOf(tx, student.id),
    })
    if (because.length > 0 || schoolId === null) return refused(because)

    const ownerId = (await navigatorOfFamily(tx, student.id)) ?? (actor.personId as string)
    const needId = insertNeed(unit, { studentId, schoolId, kind, ownerId, dueOn })
    unit.record('family_need.noted', { type: 'family_need', id: needId, studentId }, { kind })
    return done({ studentId, needId })
  },
})
