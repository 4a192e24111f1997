import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf, findSchool } from '#district/contract.ts'
import { choice, day, id, text, whole } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { mayRecordAt, trainingRecorders } from './policy.ts'
import { gradesAt, insertSession } from './session-store.ts'
import { sessionTopics } from './training.ts'
import { sessionObstacles } from './words.ts'

/** Students of a grade learned how to ask for help, or what to do in a crisis: how many were there [R118]. */
export const recordSession = act({
  name: 'training/record-session',
  by: trainingRecorders,
  given: z.object({
    schoolId: id,
    grade: text(20, 'Choose a grade'),
    topic: choice(sessionTopics, 'Choose what it was about'),
    heldOn: day,
    invited: whole(1, 5000),
    present: whole(0, 5000),
  }),
  refusals: sessionObstacles,
  fields: { held_ahead: 'heldOn', more_than_invited: 'present', grade_unknown: 'grade' },
  async do(unit, { schoolId, ...session }) {
    const { tx, actor, now } = unit
    const school = (await findSchool(tx, schoolId)) ?? notFound()
    if (!mayRecordAt(actor, school.id)) notFound()
    unit.permit(true, { type: 'school', id: school.id })
    const today = dayOf(await calendarOf(tx), now)
    const because = [
      ...(session.heldOn > today ? (['held_ahead'] as const) : []),
      ...(session.present > session.invited ? (['more_than_invited'] as const) : []),
      ...((await gradesAt(tx, actor)).includes(session.grade) ? [] : (['grade_unknown'] as const)),
    ]
    if (because.length > 0) return refused(because)
    const sessionId = insertSession(unit, { schoolId, ...session })
    const { grade, topic, heldOn: on } = session
    unit.record(
      'training_session.recorded',
      { type: 'training_session', id: sessionId },
      { grade, topic, on },
    )
    return done({ sessionId })
  },
})
