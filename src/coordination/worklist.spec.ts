import { afterAll, beforeAll, expect, test } from 'vitest'
import { settleLogistics } from '#handoffs/settle-logistics.ts'
import { requestHelp } from '#navigation/request-help.ts'
import { stateHighNeed } from '#referrals/state-high-need.ts'
import { decidedAt, handoffStory, type HandoffStory } from '#tests/support/handoff-story.ts'
import { groups } from './promises.ts'
import { lookToday } from './look-today.ts'

let story: HandoffStory
beforeAll(async () => {
  story = await handoffStory()
})
afterAll(() => story.close())

const atRisk = (referralId: string) => ({ referralId, criterion: 'safety_concerns' })

test('a navigator’s list has high need on top, then what stalled, today’s handoffs, reminders, help and barriers by their time [R055]', async () => {
  story.clock.set('2026-10-05T17:05:00Z')
  await story.decide('theo')
  story.clock.set(decidedAt)
  await story.decide('kayla')
  await story.call('sofia')
  const referralId = await story.call('mateo', ['logistics', 'plan', 'visit'])
  const inTheWay = { referralId, transport: 'unsettled', conflicts: ['work_schedule'] }
  story.must(await settleLogistics.perform(story.maya(), inTheWay))
  story.must(await requestHelp.perform(story.maya(), { referralId, kind: 'food', dueOn: '2026-10-16' }))
  const needy = await story.decide('ruben')
  story.must(await stateHighNeed.perform(story.being('daniel'), atRisk(needy)))

  const seen = await lookToday.see(story.maya(), {})
  const rows = groups.flatMap((group) =>
    seen.groups[group].map((row) => ({
      group,
      what: row.of === 'thing' ? row.kind : row.of === 'referral' ? (row.nextStep ?? '') : row.of,
      who: row.studentName?.split(' ')[0],
      dueAt: row.dueAt,
    })),
  )
  const order = rows.map(({ group, what, who }) => `${group}: ${who} ${what}`)
  expect(order).toEqual([
    'high: Rubén holder',
    'high: Rubén make_handoff',
    'late: Theo make_handoff',
    'today: Kayla make_handoff',
    'today: Sofia handoff',
    'today: Mateo handoff',
    'week: Sofia reminder',
    'week: Mateo barrier',
    'week: Mateo barrier',
    'week: Mateo help',
  ])
  for (const group of groups) {
    const times = rows.filter((row) => row.group === group).map(({ dueAt }) => dueAt?.getTime() ?? Infinity)
    expect(times).toEqual(times.toSorted((one, other) => one - other))
  }
})
