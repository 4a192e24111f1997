import { expect, test } from 'vitest'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { caseReviewStory, coordinates } from '#tests/support/case-review-story.ts'
import { addMember } from '#wraparound/add-member.ts'
import { addStep } from '#wraparound/add-step.ts'
import { endStep } from '#wraparound/end-step.ts'
import { formTeam } from '#wraparound/form-team.ts'
import { lookToday } from './look-today.ts'

test('a step of a team’s plan stands on Today of whoever does it, or leads where an agency or the family does', async () => {
  const story = await caseReviewStory()
  const { referralId } = await story.accepted('sofia', coordinates)
  const grace = story.being('grace')
  const { teamId } = story.must(await formTeam.perform(grace, { studentId: families.sofia.id }))
  const join = async (given: object) =>
    story.must(await addMember.perform(grace, { teamId, ...given })).memberId
  const helps = await join({ side: 'school', role: 'helps_at_school', personId: cast.maya.id })
  const cares = await join({ side: 'agency', referralId })
  const plan = async (memberId: string, what: string) =>
    story.must(await addStep.perform(grace, { teamId, memberId, what, dueOn: '2026-10-14' })).stepId
  const own = await plan(helps, 'check_in_school')
  await plan(cares, 'keep_visits')

  const owes = async (who: CastKey) => {
    const { groups } = await lookToday.see(story.being(who), {})
    return Object.values(groups)
      .flat()
      .flatMap((one) => (one.of === 'thing' && one.kind === 'team_step' ? [one.code] : []))
  }
  expect(await owes('maya')).toEqual(['check_in_school'])
  expect(await owes('grace')).toEqual(['keep_visits'])
  expect(await owes('daniel')).toEqual([])
  story.must(await endStep.perform(grace, { teamId, stepId: own, outcome: 'done' }))
  expect(await owes('maya')).toEqual([])
  await story.close()
})
