import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { scoreAgain, shippedModel } from '#standards/contract.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { choices, triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { answerReview } from './answer-review.ts'
import { screenConcern } from './screen-concern.ts'

let story: TriageStory
beforeAll(async () => {
  story = await triageStory()
})
afterAll(() => story.close())

const notAllowed = new Problem('not_allowed')
const notFound = new Problem('not_found')
type Kept = {
  answers: Record<string, string>
  score: number
  indicated: 'a' | 'b' | 'c'
  checklist_version: number
  chosen: string
  decided_by: string
  decided_at: Date
}
const decisionOf = async (concernId: string) =>
  (
    await story.rows<Kept & Record<string, unknown>>('select * from triage_decision where concern_id = $1', [
      concernId,
    ])
  )[0]
const count = async (table: string, where: string, value: unknown) =>
  Number(
    (await story.rows<{ n: string }>(`select count(*) as n from ${table} where ${where} = $1`, [value]))[0]
      ?.n,
  )

describe('Moving between tiers and deciding again', () => {
  beforeAll(async () => {
    const first = await story.ready('lena', 'moderate')
    story.must(await story.decide({ ...first, ...choices.b }))
  })

  test('a move to another tier cites the criterion of the tier that is left, or is refused [R012]', async () => {
    const again = await story.ready('lena', 'moderate')
    const moved = { ...choices.b, tier: 3, entryCriterion: 'tier_2_not_enough' }
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

  test('triage again replaces the decision before it, and both stay on record [R021]', async () => {
    const rows = await story.rows<{ id: string; replaces_id: string | null }>(
      'select id, replaces_id from triage_decision where student_id = $1 order by id',
      [families.lena.id],
    )
    expect(rows).toHaveLength(2)
    expect(rows[1]?.replaces_id).toBe(rows[0]?.id)
  })
})
