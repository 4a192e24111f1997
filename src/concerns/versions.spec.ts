import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { type Kind, scoreAgain, shippedModel, type Standard } from '#standards/contract.ts'
import { publishTiers } from '#standards/publish-tiers.ts'
import { heldTiers } from '#standards/tiers-given.ts'
import { riversideId } from '#tests/riverside/places.ts'
import { insertRows, traceSetting } from '#tests/riverside/rows.ts'
import { answers, choices, triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { decisionPage } from './decision-page.ts'
import { screenConcern } from './screen-concern.ts'
import { triagePage } from './triage-page.ts'

let story: TriageStory
beforeAll(async () => {
  story = await triageStory()
})
afterAll(() => story.close())

const shipped = shippedModel(new Date('2026-08-03T16:00:00Z'))

/** The district publishes the next version of a standard, in force from an instant. */
const publish = (kind: Kind, body: unknown, from: string) =>
  story.db.transaction({ districtId: riversideId, side: 'system' }, async (tx) => {
    const [row] = await story.rows<{ id: string }>('select gen_random_uuid() as id')
    const id = row?.id as string
    const published = {
      sample: false,
      decision: 'Meeting of October 13',
      published_at: from,
      in_force_from: from,
    }
    await insertRows(tx, 'standard', [{ district_id: riversideId, id, kind, version: 2, body, ...published }])
    await traceSetting(tx, { at: new Date(from), type: 'standard', ids: [id] })
  })

const { body } = shipped.checklist
const [first, ...others] = body.items
const stricter = {
  ...body,
  items: [{ ...first, question: 'How often was this seen lately?' }, ...others],
  thresholds: [
    { atLeast: 0, path: 'a' },
    { atLeast: 2, path: 'b' },
  ],
}

describe('When the model changes', () => {
  let decisionId = ''
  let waiting = { concernId: '', screeningId: '' }

  test('a new rule of who calls whom shows its new time at the next decision, and not before [R023]', async () => {
    const concernId = await story.raise('hana')
    const withinOf = async () =>
      (await triagePage.see(story.being('daniel'), { concernId })).offered.rules.path.a[0]
    expect(await withinOf()).toMatchObject({ within: '1 school day', caller: 'Triage staff' })
    const rules = shipped.handoff_rules.body.rules.map((rule) =>
      rule.code === 'to_brief_support'
        ? { ...rule, caller: 'School nurse', within: { unit: 'school_days', amount: 3 } }
        : rule,
    )
    await publish('handoff_rules', { rules }, '2026-10-13T20:40:00Z')
    expect(await withinOf()).toMatchObject({ within: '1 school day', caller: 'Triage staff' })
    story.clock.set('2026-10-13T20:45:00Z')
    expect(await withinOf()).toMatchObject({
      within: '3 school days',
      caller: 'School nurse',
      dueAt: new Date('2026-10-17T00:00:00Z'),
    })
  })

  test('tiers that are said anew leave what was decided in the words it was decided by [R011]', async () => {
    const decided = async (family: 'kayla' | 'mateo') =>
      story.must(await story.decide({ ...(await story.ready(family, 'low')), ...choices.a })).decisionId
    const earlier = await decided('kayla')
    const before = await decisionPage.see(story.being('daniel'), { decisionId: earlier })
    // The district head works with sums: no student's answers.
    await expect(decisionPage.see(story.being('yolanda'), { decisionId: earlier })).rejects.toThrow(
      new Problem('not_allowed'),
    )
    expect(before.tiers).toEqual({
      name: shipped.tiers.body.tiers[before.decision.tier - 1]?.name,
      version: 1,
    })
    const moves = (version: number) =>
      story.rows<{ tiers_id: string }>('select tiers_id from tier_move where tiers_version = $1', [version])
    const cited = await moves(1)
    const minute = () => story.clock.set(new Date(story.clock.now().getTime() + 60_000))
    minute()
    const { result } = (await publishTiers.perform(story.being('yolanda'), {
      ...heldTiers(shipped.tiers.body),
      ...Object.fromEntries([1, 2, 3].map((tier) => [`name${tier}`, `Level ${tier}`])),
      version: 1,
      inForceOn: '2026-10-13',
      decision: 'Board of October 12',
    })) as { result: { version: number } }
    expect(result.version).toBe(2)
    minute()
    const again = await decisionPage.see(story.being('daniel'), { decisionId: earlier })
    expect(again.tiers).toEqual(before.tiers)
    expect(await moves(1)).toEqual(cited)
    const after = await decisionPage.see(story.being('daniel'), {
      decisionId: await decided('mateo'),
    })
    expect(after.tiers).toEqual({ name: `Level ${after.decision.tier}`, version: 2 })
    expect(await moves(2)).toHaveLength(1)
  })

  test('a new checklist scores what comes after it, and leaves what was decided as it was [R013] [R020]', async () => {
    const before = await story.ready('ada', 'low')
    waiting = await story.ready('lena', 'low')
    decisionId = story.must(await story.decide({ ...before, ...choices.a })).decisionId
    await publish('checklist', stricter, '2026-10-13T20:50:00Z')
    story.clock.set('2026-10-13T20:55:00Z')
    const seen = await decisionPage.see(story.being('daniel'), { decisionId })
    expect(seen.answers[0]?.question).toBe(first?.question)
    expect(seen.decision).toMatchObject({ checklistVersion: 1, indicated: 'a', score: 2 })
    const versions = [
      shipped.checklist,
      { ...shipped.checklist, version: 2, body: stricter } as Standard<'checklist'>,
    ]
    expect(scoreAgain(versions, { ...seen.decision, version: 1 })).toMatchObject({ agrees: true })
    expect(scoreAgain(versions, { ...seen.decision, version: 2 })).toMatchObject({
      agrees: false,
      indicated: 'b',
    })
  })

  test('the next concern is asked the new questions, in every school alike [R013]', async () => {
    const here = await triagePage.see(story.being('daniel'), { concernId: await story.raise('theo') })
    const there = await triagePage.see(story.being('priya'), {
      concernId: await story.raise('eli', {}, 'karen'),
    })
    expect(here.checklist).toMatchObject({ version: 2, sample: false })
    expect(here.checklist.items[0]?.question).toBe('How often was this seen lately?')
    expect(there.checklist).toEqual(here.checklist)
  })

  test('answers given to the version before are still decided by that version', async () => {
    const decided = story.must(await story.decide({ ...waiting, ...choices.a }))
    expect(
      await story.rows('select checklist_version, indicated, chosen from triage_decision where id = $1', [
        decided.decisionId,
      ]),
    ).toEqual([{ checklist_version: 1, indicated: 'a', chosen: 'a' }])
  })
})

describe('A shipped sample', () => {
  const demo = (is: boolean) =>
    story.db.transaction({ districtId: riversideId, side: 'system' }, async (tx) => {
      await tx.run(sql`update district set demo = ${is} where district_id = ${riversideId}`)
      await traceSetting(tx, { at: story.clock.now(), type: 'district', ids: [riversideId] })
    })

  test('is not used with the students of a live school before the district approves it', async () => {
    const sampled = await triageStory()
    await story.close()
    story = sampled
    const ready = await story.ready('ada', 'low')
    await demo(false)
    expect(await story.decide({ ...ready, ...choices.a })).toEqual({
      done: false,
      because: ['sample_not_approved'],
    })
    const again = { concernId: ready.concernId, version: 1, answers: answers.low }
    expect(await screenConcern.perform(story.being('daniel'), again)).toEqual({
      done: false,
      because: ['sample_not_approved'],
    })
    await publish('checklist', body, '2026-10-13T20:31:00Z')
    story.clock.set('2026-10-13T20:32:00Z')
    const approved = story.must(await screenConcern.perform(story.being('daniel'), { ...again, version: 2 }))
    const { screeningId } = approved
    story.must(await story.decide({ concernId: ready.concernId, screeningId, ...choices.a }))
  })
})
