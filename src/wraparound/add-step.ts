import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { choice, day, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { aroundTeam, mayBeGiven } from './around-team.ts'
import { mayKeepTeam, teamKeepers } from './policy.ts'
import { obstaclesToStep } from './rules.ts'
import { insertStep } from './step-store.ts'
import { holdTeam } from './store.ts'
import { stepKinds } from './team.ts'
import { stepWords } from './words.ts'

const who = 'Choose who does it'

/** The plan says who does what by when [R173]. */
export const addStep = act({
  name: 'wraparound/add-step',
  by: teamKeepers,
  given: z.object({
    teamId: id,
    memberId: z.uuid({ error: who }),
    what: choice(stepKinds, 'Choose what is done'),
    dueOn: day,
  }),
  refusals: stepWords,
  fields: { member_gone: 'memberId', due_in_the_past: 'dueOn' },
  async do(unit, { teamId, memberId, what, dueOn }) {
    const team = (await holdTeam(unit, teamId)) ?? notFound()
    const { studentId } = team
    unit.permit(mayKeepTeam(unit.actor, team), { type: 'wraparound_team', id: team.id, studentId })
    const around = await aroundTeam(unit, team)
    const member = around.members.find((each) => each.id === memberId && mayBeGiven(around, each))
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    const obstacles = obstaclesToStep({ dueOn, today }, { ended: team.endedAt !== null, member })
    if (obstacles.length > 0 || member === undefined) return refused(obstacles)
    const stepId = insertStep(unit, member, { what, dueOn })
    unit.record('team.planned', { type: 'wraparound_step', id: stepId, studentId }, { what, due_on: dueOn })
    return done({ studentId, stepId })
  },
})
