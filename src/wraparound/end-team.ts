import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { membersOf } from './member-store.ts'
import { mayKeepTeam, teamKeepers } from './policy.ts'
import { holdTeam, saveEnded } from './store.ts'
import { endingWords } from './words.ts'

/** The team comes to its end, and with it every membership: what it planned stays readable at school. */
export const endTeam = act({
  name: 'wraparound/end-team',
  by: teamKeepers,
  given: z.object({ teamId: id }),
  refusals: endingWords,
  async do(unit, { teamId }) {
    const team = (await holdTeam(unit, teamId)) ?? notFound()
    const { studentId } = team
    const subject = { type: 'wraparound_team', id: team.id, studentId }
    unit.permit(mayKeepTeam(unit.actor, team), subject)
    if (team.endedAt !== null) return refused(['team_ended'])
    const members = await membersOf(unit.tx, team.id)
    saveEnded(unit, team)
    unit.record('team.dissolved', subject)
    for (const { id: memberId, side, leftAt } of members)
      if (leftAt === null)
        unit.record('team.parted', { ...subject, type: 'wraparound_member', id: memberId }, { side })
    return done({ studentId })
  },
})
