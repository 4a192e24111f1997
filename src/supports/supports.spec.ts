import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '#access/actor.ts'
import { Problem } from '#platform/problem.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { riversideId } from '#tests/riverside/places.ts'
import { choices, triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { jobs } from './jobs.ts'
import { supportLifecycle } from './lifecycle.ts'
import { reviewSupport } from './review-support.ts'
import { startSupport } from './start-support.ts'
import { supportPage } from './support-page.ts'

const decidedAt = '2026-10-13T20:30:00Z'
let story: TriageStory
beforeAll(async () => {
  story = await triageStory()
})
afterAll(() => story.close())
beforeEach(() => story.clock.set(decidedAt))

/** A brief support, opened by a decision for path (a). */
const opened = async (family: FamilyKey) => {
  const ready = await story.ready(family, 'low')
  return story.must(await story.decide({ ...ready, ...choices.a })).openedId
}
const started = async (family: FamilyKey) => {
  const supportId = await opened(family)
  story.must(await startSupport.perform(story.being('daniel'), { supportId }))
  return supportId
}
const row = async (supportId: string) =>
  (await story.rows<Record<string, unknown>>('select * from brief_support where id = $1', [supportId]))[0]
const review = (
  supportId: string,
  given: object,
  by: 'daniel' | 'ines' | 'joan' | 'maya' | 'priya' = 'daniel',
) => reviewSupport.perform(story.being(by), { supportId, ...given })
const system = () => story.as(systemActor(riversideId))
const callReview = (supportId: string) => jobs[0]?.run(system(), { supportId, district_id: riversideId })
const job = async (supportId: string) =>
  (
    await story.rows<{ task: string; run_at: Date }>(
      'select task_identifier as task, run_at from graphile_worker.jobs where key = $1',
      [`supports/call-review/${supportId}`],
    )
  )[0]

describe('Brief support at school', () => {
  test('it is planned by the decision, started by its owner, and its review is set for the morning of its day [R015] [R026]', async () => {
    const supportId = await opened('ada')
    expect(await row(supportId)).toMatchObject({
      state: 'planned',
      focus: 'Asking for a break',
      owner_id: cast.daniel.id,
      entry_criterion: 'triage_decision',
    })
    expect(await job(supportId)).toEqual({
      task: 'supports/call-review',
      run_at: new Date('2026-10-28T14:30:00Z'),
    })
    await expect(startSupport.perform(story.being('maya'), { supportId })).rejects.toEqual(
      new Problem('not_allowed'),
    )
    await expect(startSupport.perform(story.being('priya'), { supportId })).rejects.toEqual(
      new Problem('not_found'),
    )
    story.must(await startSupport.perform(story.being('daniel'), { supportId }))
    expect(await row(supportId)).toMatchObject({ state: 'active' })
    expect(await startSupport.perform(story.being('daniel'), { supportId })).toEqual({
      done: false,
      because: ['not_planned'],
    })
    const trail = await story.trailOf("subject_id = $1 and kind = 'change'", [supportId])
    expect(trail.map(({ role, name }) => `${role}: ${name}`)).toEqual([
      'counselor: support.opened',
      'counselor: support.started',
    ])
  })

  test('on its day the review is called and the owner told, once', async () => {
    const supportId = await started('theo')
    await callReview(supportId)
    expect(await row(supportId)).toMatchObject({ state: 'active' })
    story.clock.set('2026-10-28T14:30:00Z')
    expect((await supportPage.see(story.being('daniel'), { supportId })).state).toBe('review_due')
    await callReview(supportId)
    await callReview(supportId)
    expect(await row(supportId)).toMatchObject({ state: 'review_due' })
    expect(await story.rows('select person_id, kind from notice where subject_id = $1', [supportId])).toEqual(
      [{ person_id: cast.daniel.id, kind: 'support.review_due' }],
    )
  })

  test('going on needs a day after today; the review moves with it', async () => {
    const supportId = await started('hana')
    expect(await review(supportId, { outcome: 'continue', nextReviewOn: '2026-10-13' })).toEqual({
      done: false,
      because: ['next_review_missing'],
    })
    story.must(await review(supportId, { outcome: 'continue', improving: 'yes', nextReviewOn: '2026-11-10' }))
    expect(
      await story.rows('select state, review_on::text, ended_at from brief_support where id = $1', [
        supportId,
      ]),
    ).toEqual([{ state: 'active', review_on: '2026-11-10', ended_at: null }])
    expect((await job(supportId))?.run_at.toISOString()).toBe('2026-11-10T15:30:00.000Z')
  })

  test('it ends only with an exit criterion of the tier, and the student leaves the tier with it [R012]', async () => {
    const supportId = await started('owen')
    for (const exitCriterion of [undefined, 'care_goals_met']) {
      expect(await review(supportId, { outcome: 'met', exitCriterion, entryCriterion: 'everyone' })).toEqual({
        done: false,
        because: ['exit_criterion_missing'],
      })
    }
    const met = { outcome: 'met', improving: 'yes', exitCriterion: 'goals_met' }
    story.must(await review(supportId, { ...met, entryCriterion: 'everyone' }))
    expect(await row(supportId)).toMatchObject({
      state: 'met',
      exit_criterion: 'goals_met',
      ended_at: story.clock.now(),
    })
    expect(
      await story.rows(
        'select from_tier, to_tier, exit_criterion, entry_criterion, support_id, moved_by from tier_move where student_id = $1 order by id',
        [families.owen.id],
      ),
    ).toMatchObject([
      { from_tier: null, to_tier: 2 },
      {
        from_tier: 2,
        to_tier: 1,
        exit_criterion: 'goals_met',
        entry_criterion: 'everyone',
        support_id: supportId,
        moved_by: cast.daniel.id,
      },
    ])
    expect(await review(supportId, { outcome: 'met', exitCriterion: 'goals_met' })).toMatchObject({
      done: false,
      because: expect.arrayContaining(['not_running']),
    })
  })

  test('not improving steps up, and a new triage is open at once [R015]', async () => {
    const supportId = await started('kayla')
    const given = { outcome: 'step_up', improving: 'no', exitCriterion: 'not_improving' }
    expect(await review(supportId, given)).toEqual({ done: false, because: ['change_unsaid'] })
    const { concernId } = story.must(await review(supportId, { ...given, whatChanged: 'More days alone' }))
    const [concern] = await story.rows<Record<string, unknown>>('select * from concern where id = $1', [
      concernId,
    ])
    const [decision] = await story.rows<{ id: string }>(
      'select id from triage_decision where student_id = $1',
      [families.kayla.id],
    )
    expect(concern).toMatchObject({
      state: 'submitted',
      student_id: families.kayla.id,
      observed: 'More days alone',
      retriage_of: decision?.id,
    })
    expect(await row(supportId)).toMatchObject({ state: 'stepped_up' })
  })

  test('every way it can end is a state of its own, and an ended one stays as it is', async () => {
    for (const [family, outcome, state] of [
      ['lena', 'step_down', 'stepped_down'],
      ['tessa', 'left', 'left'],
    ] as const) {
      const supportId = await started(family)
      const cited = { exitCriterion: 'family_chose_to_stop', entryCriterion: 'everyone' }
      story.must(await review(supportId, { outcome, ...cited }))
      expect(await row(supportId)).toMatchObject({ state })
    }
    expect(supportLifecycle.states.filter(supportLifecycle.ends)).toEqual([
      'met',
      'stepped_up',
      'stepped_down',
      'left',
    ])
  })

  test('the owner and the triage staff of the school review it; others do not', async () => {
    const supportId = await started('diego')
    const given = { outcome: 'left', exitCriterion: 'family_chose_to_stop' }
    await expect(review(supportId, given, 'joan')).rejects.toEqual(new Problem('not_allowed'))
    await expect(review(supportId, given, 'maya')).rejects.toEqual(new Problem('not_allowed'))
    await expect(review(supportId, given, 'priya')).rejects.toEqual(new Problem('not_found'))
    story.must(await review(supportId, given, 'ines'))
  })
})
