import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { findStudent } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { insertMember, nobody } from './member-store.ts'
import { mayKeepTeam, teamKeepers } from './policy.ts'
import { insertTeam, teamOf } from './store.ts'
import { formingWords } from './words.ts'

/** A team is formed around a student: whoever forms it leads it until somebody else does [R173]. */
export const formTeam = act({
  name: 'wraparound/form-team',
  by: teamKeepers,
  given: z.object({ studentId: id }),
  refusals: formingWords,
  async do(unit, { studentId }) {
    const { tx, actor } = unit
    const student = (await findStudent(tx, actor, studentId)) ?? notFound()
    const { schoolId } = student
    const subject = { type: 'student', id: student.id, studentId: student.id }
    unit.permit(schoolId === null || mayKeepTeam(actor, { schoolId }), subject)
    if (schoolId === null) return refused(['no_school'])
    const known = await teamOf(tx, student.id)
    if (known !== undefined && known.endedAt === null) return refused(['one_already'])
    const teamId = insertTeam(unit, { student: student.id, school: schoolId })
    const leads = { ...nobody, personId: actor.personId, side: 'school', role: 'leads' } as const
    const memberId = insertMember(unit, { ...leads, teamId, studentId: student.id })
    const about = (type: string, of: string) => ({ type, id: of, studentId: student.id })
    unit.record('team.formed', about('wraparound_team', teamId))
    unit.record('team.joined', about('wraparound_member', memberId), { side: 'school', role: 'leads' })
    return done({ teamId, studentId: student.id })
  },
})
