import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { mayKeepTeam, teamKeepers } from './policy.ts'
import { saveStepEnded, stepsOf } from './step-store.ts'
import { holdTeam } from './store.ts'
import { stepOutcomes } from './team.ts'
import { finishingWords } from './words.ts'

/** What was planned is done, not needed any more, or was not possible. */
export const endStep = act({
  name: 'wraparound/end-step',
  by: teamKeepers,
  given: z.object({ teamId: id, stepId: id, outcome: choice(stepOutcomes) }),
  refusals: finishingWords,
  async do(unit, { teamId, stepId, outcome }) {
    const team = (await holdTeam(unit, teamId)) ?? notFound()
    const { studentId } = team
    const subject = { type: 'wraparound_step', id: stepId, studentId }
    unit.permit(mayKeepTeam(unit.actor, team), subject)
    const step = (await stepsOf(unit.tx, team.id)).find((each) => each.id === stepId) ?? notFound()
    if (step.outcome !== null) return refused(['finished_already'])
    saveStepEnded(unit, step, outcome)
    unit.record('team.step_finished', subject, { outcome })
    return done({ studentId })
  },
})
