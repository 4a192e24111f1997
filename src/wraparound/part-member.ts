import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { membersOf, savePart } from './member-store.ts'
import { mayKeepTeam, teamKeepers } from './policy.ts'
import { holdTeam } from './store.ts'
import { partingWords } from './words.ts'

/** Somebody is on the team no more: an agency reads nothing of it from the next request on. */
export const partMember = act({
  name: 'wraparound/part-member',
  by: teamKeepers,
  given: z.object({ teamId: id, memberId: id }),
  refusals: partingWords,
  async do(unit, { teamId, memberId }) {
    const team = (await holdTeam(unit, teamId)) ?? notFound()
    const { studentId } = team
    const subject = { type: 'wraparound_member', id: memberId, studentId }
    unit.permit(mayKeepTeam(unit.actor, team), subject)
    const members = await membersOf(unit.tx, team.id)
    const member = members.find((each) => each.id === memberId) ?? notFound()
    if (member.leftAt !== null) return refused(['parted_already'])
    savePart(unit, member)
    unit.record('team.parted', subject, { side: member.side })
    return done({ studentId })
  },
})
