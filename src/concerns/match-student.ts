import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { careTeam, nameableForTriage } from '#access/roles.ts'
import { findStudent } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { holdForTriage, subjectOf, takenUp } from './acknowledge-concern.ts'
import { inTheWay } from './in-the-way.ts'
import { concernLifecycle } from './lifecycle.ts'
import { saveConcern, sealForStudent } from './store.ts'
import { type ActObstacle, actWords } from './words.ts'

/** Triage staff say which student a request from the public page is about. Matching it takes it up. */
export const matchStudent = act({
  name: 'concerns/match-student',
  by: careTeam,
  ifNamed: nameableForTriage,
  given: z.object({ concernId: id, studentId: id }),
  refusals: actWords,
  async do(unit, { concernId, studentId }) {
    const concern = await holdForTriage(unit, concernId)
    const student = (await findStudent(unit.tx, unit.actor, studentId)) ?? notFound()
    const because: ActObstacle[] = inTheWay({
      not_open: concernLifecycle.ends(concern.state),
      already_matched: concern.studentId !== null,
      another_school: student.schoolId !== concern.schoolId,
    })
    if (because.length > 0) return refused(because)
    const matched = { ...concern, studentId }
    saveConcern(unit, takenUp(unit, matched))
    sealForStudent(unit, matched)
    unit.record('concern.matched', subjectOf(matched))
    return done({ concernId })
  },
})
