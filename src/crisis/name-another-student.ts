import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import { insertNotice } from '#concerns/contract.ts'
import { findStudent } from '#people/contract.ts'
import { choice, id, ticked } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { addEntry } from './entry-store.ts'
import { mixUps, obstaclesToRighting } from './another-student.ts'
import { carryOn } from './carry-on.ts'
import { endedOf } from './end.ts'
import { takesSecond } from './ending.ts'
import { newsKind, subjectOf } from './incident.ts'
import { namedAt } from './people-at.ts'
import { mayDecide } from './policy.ts'
import { endingWords } from './words-of-endings.ts'
import { workOnIncident } from './write-entry.ts'

/**
 * Whoever leads says that an incident is about another student than the record says, and why that came about.
 * It ends for the wrong one as entered in error, and goes on with the right one, or with somebody nobody can
 * name yet. Once something was recorded a second person looks first; until then it goes on as it is.
 */
export const nameAnotherStudent = act({
  name: 'crisis/name-another-student',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({
    incidentId: id,
    studentId: id.optional(),
    notKnown: ticked,
    mixUp: choice(mixUps, 'Say how it came about'),
    reviewerId: id.optional(),
  }),
  refusals: endingWords,
  fields: { right_missing: 'studentId', second_missing: 'reviewerId', second_is_you: 'reviewerId' },
  async do(unit, { incidentId, studentId, notKnown, mixUp, reviewerId: asked }) {
    const held = await workOnIncident(unit, incidentId)
    const { incident } = held
    const reviewerId = (await namedAt(unit, incident, asked)) ?? undefined
    const right = studentId ? ((await findStudent(unit.tx, unit.actor, studentId)) ?? notFound()) : null
    if (incident.state === 'closed') return refused(['closed'])
    if (!mayDecide(unit.actor, incident)) return refused(['not_a_lead'])
    const ended = await endedOf(unit, held)
    const said = { right, notKnown, by: unit.actor.personId, reviewerId, schoolId: incident.schoolId }
    const because = obstaclesToRighting({ ...ended, ...said })
    if (because.length > 0) return refused(because)
    const second = takesSecond(ended) ? (reviewerId ?? null) : null
    const draft = { kind: 'ending_said', what: 'another_student', how: mixUp, personId: second } as const
    addEntry(unit, incident, { ...draft, studentId: right?.id ?? null, happenedAt: unit.now })
    unit.record('crisis.another_student_said', subjectOf(incident), { because: mixUp, second })
    if (second === null) return done({ incidentId: await carryOn(unit, held, right?.id ?? null) })
    const kind = newsKind(incident, 'review_asked')
    insertNotice(unit, { personId: second, kind, subject: subjectOf(incident) })
    return done({ incidentId })
  },
})
