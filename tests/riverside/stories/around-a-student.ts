import { lookCaseload } from '#caseloads/look-caseload.ts'
import { addMember } from '#wraparound/add-member.ts'
import { addStep } from '#wraparound/add-step.ts'
import { endStep } from '#wraparound/end-step.ts'
import { formTeam } from '#wraparound/form-team.ts'
import { lookTeam } from '#wraparound/look-team.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

/**
 * Grace brings a team around the first student on her caseload: Maya helps at school, the agencies the family
 * lets be coordinated with care, and a caregiver is on it. One step is done, two are owed this week.
 */
export const aroundAStudent: Story = async ({ teller, almanac: { day, moment, ago, weekBegan } }) => {
  teller.at(moment(weekBegan(1) + 1, '10:00'))
  const grace = teller.being('grace')
  const { students } = await lookCaseload.see(grace, {})
  const [first] = students
  if (first === undefined) throw new Error('Nobody is on a caseload')
  const { studentId } = first
  const { teamId } = await perform(grace, formTeam, { studentId })
  const { team } = await lookTeam.see(grace, { studentId })
  const join = async (given: object) => (await perform(grace, addMember, { teamId, ...given })).memberId
  const leads = team?.members.find(({ role }) => role === 'leads')?.id ?? ''
  const [helper] = team?.choices.staff.filter(({ role }) => role === 'navigator') ?? []
  const helps = await join({ side: 'school', role: 'helps_at_school', personId: helper?.id })
  const cares: string[] = []
  for (const { id: referralId, consented } of team?.choices.agencies ?? [])
    if (consented) cares.push(await join({ side: 'agency', referralId }))
  const [caregiver] = team?.choices.caregivers ?? []
  if (caregiver !== undefined) await join({ side: 'caregiver', caregiverId: caregiver.id })

  const plan = (memberId: string, what: string, dueOn: string) =>
    perform(grace, addStep, { teamId, memberId, what, dueOn })
  const { stepId } = await plan(helps, 'forms', day(-1))
  await plan(helps, 'check_in_school', day(1))
  for (const memberId of cares) await plan(memberId, 'keep_visits', day(3))
  await plan(leads, 'meet_again', day(5))
  teller.at(ago(55))
  await perform(teller.being('grace'), endStep, { teamId, stepId, outcome: 'done' })
}
