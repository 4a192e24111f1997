import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reactions } from '#access/happening.ts'
import { Problem } from '#platform/problem.ts'
import { scoreAgain, shippedModel } from '#standards/contract.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { choices, triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { decideTriage } from './decide-triage.ts'

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

describe('Deciding a path', () => {
  test('low, moderate and high answers each lead to exactly one path, and to what that path opens [R014]', async () => {
    const low = await story.ready('ada', 'low')
    const moderate = await story.ready('lena', 'moderate')
    const a = story.must(await story.decide({ ...low, ...choices.a }))
    const b = story.must(await story.decide({ ...moderate, ...choices.b }))
    const high = await story.ready('owen', 'high')
    const c = story.must(await story.decide({ ...high, ...choices.c }))

    expect([a.path, b.path, c.path]).toEqual(['a', 'b', 'c'])
    const opened = [
      await story.rows(
        'select id, decision_id, focus, owner_id, review_on::text, entry_criterion, state from brief_support where student_id = $1',
        [families.ada.id],
      ),
      await story.rows('select id, decision_id, navigator_id, state from referral where student_id = $1', [
        families.lena.id,
      ]),
      await story.rows('select id, decision_id, source, state from crisis_incident where student_id = $1', [
        families.owen.id,
      ]),
    ]
    expect(opened).toEqual([
      [
        {
          id: a.openedId,
          decision_id: a.decisionId,
          focus: 'Asking for a break',
          owner_id: cast.daniel.id,
          review_on: '2026-10-28',
          entry_criterion: 'triage_decision',
          state: 'planned',
        },
      ],
      [{ id: b.openedId, decision_id: b.decisionId, navigator_id: cast.maya.id, state: 'handoff_open' }],
      [{ id: c.openedId, decision_id: c.decisionId, source: 'triage', state: 'open' }],
    ])
    expect(await count('referral', 'student_id', families.owen.id)).toBe(0)
  })

  test('a decision that opened nothing is undone', async () => {
    const ready = await story.ready('mateo', 'moderate')
    const nobodyFollows = { ...story.being('daniel'), reactions: reactions([]) }
    const deciding = decideTriage.perform(nobodyFollows, { ...ready, ...choices.b })
    await expect(deciding).rejects.toThrow('opened nothing')
    expect(await decisionOf(ready.concernId)).toBeUndefined()
  })

  test('every answer is kept, and run again on the version it was given to it gives the same path [R020]', async () => {
    const ready = await story.ready('hana', 'moderate')
    story.must(await story.decide({ ...ready, ...choices.b }))
    const kept = await decisionOf(ready.concernId)
    const again = scoreAgain([shippedModel(new Date(0)).checklist], {
      ...(kept as Kept),
      version: kept?.checklist_version ?? 0,
    })
    expect(again).toMatchObject({ agrees: true, score: kept?.score, indicated: 'b' })
    expect(kept).toMatchObject({ chosen: 'b', decided_by: cast.daniel.id, decided_at: story.clock.now() })
    const tampered = { ...(kept as Kept), version: 1, score: (kept?.score ?? 0) + 1 }
    expect(scoreAgain([shippedModel(new Date(0)).checklist], tampered).agrees).toBe(false)
  })

  test('tier and path are two facts of one decision', async () => {
    const rows = await story.rows<{ tier: number; chosen: string }>(
      'select tier, chosen from triage_decision where student_id = $1',
      [families.hana.id],
    )
    expect(rows).toEqual([{ tier: 2, chosen: 'b' }])
    expect(
      await story.rows(
        'select from_tier, to_tier, entry_criterion, moved_by from tier_move where student_id = $1',
        [families.hana.id],
      ),
    ).toEqual([{ from_tier: null, to_tier: 2, entry_criterion: 'triage_decision', moved_by: cast.daniel.id }])
  })

  test('path (b) without a navigator, or with one of another school, is refused [R043]', async () => {
    const ready = await story.ready('tessa', 'moderate')
    const { navigatorId: _, ...nobody } = choices.b
    expect(await story.decide({ ...ready, ...nobody })).toEqual({
      done: false,
      because: ['navigator_missing'],
    })
    const stranger = { ...choices.b, navigatorId: cast.jonah.id }
    expect(await story.decide({ ...ready, ...stranger })).toEqual({
      done: false,
      because: ['navigator_not_here'],
    })
    expect(await count('referral', 'student_id', families.tessa.id)).toBe(0)
  })

  test('a student at high risk is not put on path (a) without a named clinician [R022]', async () => {
    const high = await story.ready('ruben', 'high')
    const departing = {
      ...high,
      ...choices.a,
      overrideReason: 'Talked with the family',
      reviewerId: cast.helen.id,
    }
    expect(await story.decide(departing)).toEqual({ done: false, because: ['high_risk_without_clinician'] })
    const stranger = await story.decide({ ...departing, clinicianId: cast.joan.id })
    expect(stranger).toMatchObject({ because: ['clinician_not_here'] })
    const named = story.must(await story.decide({ ...departing, clinicianId: cast.helen.id }))
    expect(
      await story.rows('select clinician_id, high_risk_at from brief_support where decision_id = $1', [
        named.decisionId,
      ]),
    ).toEqual([{ clinician_id: cast.helen.id, high_risk_at: story.clock.now() }])
  })

  test('an immediate risk is never sent to wait in the referral queue, by an answer or by the score [R017]', async () => {
    for (const set of ['high', 'highByScore'] as const) {
      const ready = await story.ready('kayla', set)
      const given = { ...ready, ...choices.b, overrideReason: 'Calm now', reviewerId: cast.helen.id }
      expect(await story.decide(given)).toEqual({ done: false, because: ['immediate_risk_in_queue'] })
    }
    expect(await count('referral', 'student_id', families.kayla.id)).toBe(0)
  })

  test('only designated staff of the school decide; a teacher is refused and a stranger finds nothing [R018]', async () => {
    const ready = await story.ready('sofia', 'moderate')
    for (const key of ['joan', 'maya', 'marcus', 'noor', 'yolanda'] as const) {
      await expect(story.decide({ ...ready, ...choices.b }, key)).rejects.toEqual(notAllowed)
    }
    await expect(story.decide({ ...ready, ...choices.b }, 'priya')).rejects.toEqual(notFound)
    expect(story.must(await story.decide({ ...ready, ...choices.b }, 'ines')).path).toBe('b')
  })

  test('it is decided once: a second decision, and one on an older run of the checklist, are turned away', async () => {
    const ready = await story.ready('theo', 'moderate')
    const newer = await story.run(ready.concernId, 'low')
    await expect(story.decide({ ...ready, ...choices.b })).rejects.toEqual(new Problem('changed_meanwhile'))
    const current = { ...ready, screeningId: newer.screeningId }
    story.must(await story.decide({ ...current, ...choices.a }))
    expect(await story.decide({ ...current, ...choices.a })).toMatchObject({
      done: false,
      because: ['not_open'],
    })
  })
})
