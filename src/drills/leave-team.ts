import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { holdMember } from '#crisis/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { drillKeepers } from './policy.ts'
import { saveMemberEnded } from './team-store.ts'
import { teamActWords } from './words.ts'

/** Takes somebody off the crisis team of a school. What they were credited with stays. */
export const leaveTeam = act({
  name: 'drills/leave-team',
  by: drillKeepers,
  given: z.object({ teamMemberId: id }),
  refusals: teamActWords,
  async do(unit, { teamMemberId }) {
    const member = (await holdMember(unit, teamMemberId)) ?? notFound()
    const subject = { type: 'crisis_team_member', id: member.id }
    unit.permit(true, subject)
    if (member.endedAt !== null) return refused(['left_already'])
    saveMemberEnded(unit, member)
    unit.record('crisis_team.left', subject)
    return done({ teamMemberId })
  },
})
