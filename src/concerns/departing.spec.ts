import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
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

describe('Departing from what the checklist indicates', () => {
  const departing = { ...choices.a, overrideReason: 'The family asked for help at school first' }
  let decisionId = ''

  test('it needs a reason and a second person, who is somebody else with a triage role [R019]', async () => {
    const ready = await story.ready('mateo', 'moderate')
    const { overrideReason, ...silent } = departing
    expect(await story.decide({ ...ready, ...silent })).toEqual({
      done: false,
      because: ['override_reason_missing', 'reviewer_missing'],
    })
    expect(await story.decide({ ...ready, ...departing, reviewerId: cast.daniel.id })).toEqual({
      done: false,
      because: ['reviewer_is_decider'],
    })
    expect(await story.decide({ ...ready, ...departing, reviewerId: cast.joan.id })).toEqual({
      done: false,
      because: ['reviewer_not_designated'],
    })
    decisionId = story.must(
      await story.decide({ ...ready, ...departing, reviewerId: cast.helen.id }),
    ).decisionId
    const kept = await decisionOf(ready.concernId)
    expect(kept).toMatchObject({
      indicated: 'b',
      chosen: 'a',
      override_reason: overrideReason,
      reviewer_id: cast.helen.id,
    })
  })

  test('everything that stands in the way is said at once, and nothing is decided', async () => {
    const ready = await story.ready('tessa', 'moderate')
    const outcome = await story.decide({ ...ready, path: 'a', tier: 2, reasonCategory: 'nonsense' })
    expect(outcome).toEqual({
      done: false,
      because: [
        'reason_not_listed',
        'entry_criterion_missing',
        'override_reason_missing',
        'reviewer_missing',
        'support_focus_missing',
        'support_owner_missing',
        'support_start_missing',
        'support_review_missing',
        'support_end_missing',
      ],
    })
    expect(await decisionOf(ready.concernId)).toBeUndefined()
    expect(await count('brief_support', 'student_id', families.tessa.id)).toBe(0)
  })

  test('a form with nothing in it is told everything at once: what does not fit and what is missing', async () => {
    const ready = await story.ready('tessa', 'moderate')
    const empty = { path: 'a', overrideReason: 'long'.repeat(300), support: { startsOn: 'soon' } }
    const told = await story.decide({ ...ready, ...empty }).catch((error: Problem) => error)
    const fields = (told as Problem).because.map(({ field }) => field)
    expect(told).toMatchObject({ code: 'not_valid' })
    expect(new Set(fields).size).toBe(fields.length)
    expect(new Set(fields)).toEqual(
      new Set([
        'entryCriterion',
        'overrideReason',
        'reasonCategory',
        'reviewerId',
        'support.focus',
        'support.ownerId',
        'support.plannedEndOn',
        'support.reviewOn',
        'support.startsOn',
        'tier',
      ]),
    )
    expect((told as Problem).because.find(({ field }) => field === 'support.startsOn')?.says).toContain(
      'Give a date',
    )
    expect(await decisionOf(ready.concernId)).toBeUndefined()
  })

  test('who may not decide hears nothing of what is missing', async () => {
    const ready = await story.ready('tessa', 'moderate')
    await expect(story.decide({ ...ready, path: 'a' }, 'joan')).rejects.toEqual(notAllowed)
    await expect(story.decide({ ...ready, path: 'a' }, 'priya')).rejects.toEqual(notFound)
  })

  test('only what is missing of a support is named', async () => {
    const ready = await story.ready('tessa', 'low')
    const support = { ...choices.a.support, focus: '' }
    expect(await story.decide({ ...ready, ...choices.a, support })).toEqual({
      done: false,
      because: ['support_focus_missing'],
    })
  })

  test('the second person hears of it and owes an answer the same school day [R019]', async () => {
    const [owed] = await story.rows<{ review_due_at: Date }>(
      'select review_due_at from triage_decision where id = $1',
      [decisionId],
    )
    expect(owed?.review_due_at.toISOString()).toBe('2026-10-14T00:00:00.000Z')
    expect(
      await story.rows('select person_id, kind from notice where subject_id = $1', [decisionId]),
    ).toEqual([{ person_id: cast.helen.id, kind: 'decision.review_owed' }])
  })

  test('nobody else answers in their place, and it is answered once', async () => {
    const given = { decisionId, answer: 'agree', note: 'I spoke with the family too' }
    expect(await answerReview.perform(story.being('daniel'), given)).toEqual({
      done: false,
      because: ['not_your_review'],
    })
    await expect(answerReview.perform(story.being('joan'), given)).rejects.toEqual(notAllowed)
    await expect(answerReview.perform(story.being('priya'), given)).rejects.toEqual(notFound)
    story.must(await answerReview.perform(story.being('helen'), given))
    expect(await answerReview.perform(story.being('helen'), given)).toEqual({
      done: false,
      because: ['already_reviewed'],
    })
    expect(
      await story.rows('select review_answer, reviewed_at from triage_decision where id = $1', [decisionId]),
    ).toEqual([{ review_answer: 'agree', reviewed_at: story.clock.now() }])
  })

  test('the trail holds who decided and who answered, and no words of theirs', async () => {
    const trail = await story.trailOf("subject_id = $1 and kind = 'change'", [decisionId])
    expect(trail.map(({ role, name }) => `${role}: ${name}`)).toEqual([
      'counselor: decision.made',
      'psychologist: decision.reviewed',
    ])
    expect(JSON.stringify(trail)).not.toMatch(/family/)
  })
})

describe('Running the checklist', () => {
  test('an unanswered question, or an answer of another version, is turned away', async () => {
    const concernId = await story.raise('diego')
    const given = { concernId, version: 1, answers: { days_seen: 'few' } }
    expect(await screenConcern.perform(story.being('daniel'), given)).toEqual({
      done: false,
      because: ['checklist_unanswered'],
    })
    expect(await screenConcern.perform(story.being('daniel'), { ...given, version: 2 })).toEqual({
      done: false,
      because: ['answers_of_another_version'],
    })
    expect(
      await screenConcern.perform(story.being('daniel'), { ...given, answers: { days_seen: 'sometimes' } }),
    ).toEqual({ done: false, because: ['answers_of_another_version'] })
    expect(await count('concern_screening', 'concern_id', concernId)).toBe(0)
  })

  test('running it takes the concern up', async () => {
    const { concernId } = await story.ready('diego', 'low')
    expect(await story.rows('select state, acknowledged_by from concern where id = $1', [concernId])).toEqual(
      [{ state: 'acknowledged', acknowledged_by: cast.daniel.id }],
    )
  })
})
