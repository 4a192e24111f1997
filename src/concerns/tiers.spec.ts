import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { families } from '#tests/riverside/families.ts'
import { choices, triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { triagePage } from './triage-page.ts'

let story: TriageStory
beforeAll(async () => {
  story = await triageStory()
})
afterAll(() => story.close())

describe('Moving between tiers and deciding again', () => {
  let referralId: string
  beforeAll(async () => {
    const first = await story.ready('lena', 'moderate')
    referralId = story.must(await story.decide({ ...first, ...choices.b })).openedId
  })

  test('a move to another tier cites the criterion of the tier that is left, or is refused [R012]', async () => {
    const again = await story.ready('lena', 'moderate')
    const moved = { ...choices.b, tier: 3, entryCriterion: 'tier_2_not_enough', knownReferrals: [referralId] }
    expect(await story.decide({ ...again, ...moved })).toEqual({
      done: false,
      because: ['exit_criterion_missing'],
    })
    const wrong = { ...moved, exitCriterion: 'care_goals_met' }
    expect(await story.decide({ ...again, ...wrong })).toEqual({
      done: false,
      because: ['exit_criterion_missing'],
    })
    story.must(await story.decide({ ...again, ...moved, exitCriterion: 'not_improving' }))
    const history = await story.rows(
      'select from_tier, to_tier, exit_criterion, entry_criterion from tier_move where student_id = $1 order by id',
      [families.lena.id],
    )
    expect(history).toEqual([
      { from_tier: null, to_tier: 2, exit_criterion: null, entry_criterion: 'triage_decision' },
      { from_tier: 2, to_tier: 3, exit_criterion: 'not_improving', entry_criterion: 'tier_2_not_enough' },
    ])
  })

  test('triage again replaces the decision before it, and both stay on record', async () => {
    const rows = await story.rows<{ id: string; replaces_id: string | null }>(
      'select id, replaces_id from triage_decision where student_id = $1 order by id',
      [families.lena.id],
    )
    expect(rows).toHaveLength(2)
    expect(rows[1]?.replaces_id).toBe(rows[0]?.id)
  })
})

test('tier and path are two facts: counted by each the totals agree, and one student counts once in each [R027]', async () => {
  const decided = [
    ['hana', 'moderate', choices.b],
    ['theo', 'moderate', { ...choices.b, tier: 3, entryCriterion: 'tier_2_not_enough' }],
    ['zoe', 'low', choices.a],
  ] as const
  for (const [key, set, choice] of decided) {
    story.must(await story.decide({ ...(await story.ready(key, set)), ...choice }))
  }
  const students = decided.map(([key]) => families[key].id)
  const volumeBy = (field: 'tier' | 'chosen') =>
    story.rows<{ is: number | string; count: number }>(
      `select ${field} as is, count(*)::int as count from triage_decision
        where student_id = any($1) group by 1 order by 1`,
      [students],
    )
  expect(await volumeBy('tier')).toEqual([
    { is: 2, count: 2 },
    { is: 3, count: 1 },
  ])
  expect(await volumeBy('chosen')).toEqual([
    { is: 'a', count: 1 },
    { is: 'b', count: 2 },
  ])
  const [referral] = await story.rows(
    `select d.tier, d.chosen from triage_decision d join referral r
        on r.district_id = d.district_id and r.decision_id = d.id where d.student_id = $1`,
    [families.hana.id],
  )
  expect(referral).toEqual({ tier: 2, chosen: 'b' })
})

describe('Brief support is proposed', () => {
  test('on days of school, by the standards in force, also to whoever decides on a Sunday [R015]', async () => {
    const { concernId } = await story.ready('hana', 'low')
    const begun = story.clock.now()
    story.clock.set('2026-10-18T20:00:00Z')
    const { offered } = await triagePage.see(story.being('daniel'), { concernId })
    story.clock.set(begun)
    expect(offered?.proposed).toMatchObject({
      startsOn: '2026-10-19',
      reviewOn: '2026-11-09',
      plannedEndOn: '2026-12-03',
    })
  })
})
