import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pagesOf } from '#tests/support/pages.ts'
import { families } from '#tests/riverside/families.ts'
import { choices, triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { triagePage } from './triage-page.ts'

let story: TriageStory
beforeAll(async () => {
  story = await triageStory()
})
afterAll(() => story.close())

const opened = async (family: 'lena' | 'ada' | 'hana', given: object = {}) => {
  const ready = await story.ready(family, 'moderate')
  return story.must(await story.decide({ ...ready, ...choices.b, ...given })).openedId
}
const repeatOf = async (id: string) => {
  const [row] = await story.rows<{ of: string | null }>(
    'select repeat_of_id as of from referral where id = $1',
    [id],
  )
  return row?.of
}
/** The measure of repeat referrals, as any report counts it: from what is on record. */
const repeats = async () => {
  const rows = await story.rows('select from referral where repeat_of_id is not null')
  return rows.length
}
const end = (id: string, at: string, ending: string) =>
  story.admin.query(
    `begin; set local session_replication_role = replica;
     update referral set state = 'closed', ended_at = '${at}', next_step = null, next_due_at = null, next_owner = null
       where id = '${id}';
     insert into referral_ending (district_id, referral_id, student_id, ending, destination, ended_by, ended_at)
       select district_id, id, student_id, '${ending}', 'Another district', navigator_id, '${at}' from referral where id = '${id}';
     commit`,
  )

describe('A second referral for the same need', () => {
  test('is warned of before it is opened, and opened and linked once the first is known [R033]', async () => {
    const first = await opened('lena')
    const before = await repeats()
    const ready = await story.ready('lena', 'moderate')
    const page = await triagePage.see(story.being('daniel'), { concernId: ready.concernId })
    expect(page.offered.repeats).toMatchObject([{ id: first, endedOn: null, readable: true }])
    expect(await story.decide({ ...ready, ...choices.b })).toEqual({
      done: false,
      because: ['repeat_not_known'],
    })
    expect(await repeats()).toBe(before)

    const known = { ...ready, ...choices.b, knownReferrals: [first] }
    const { openedId } = story.must(await story.decide(known))
    expect(await repeatOf(openedId)).toBe(first)
    expect(await repeats()).toBe(before + 1)
    const [event] = await story.trailOf(`name = 'referral.opened' and subject_id = $1`, [openedId])
    expect(event).toMatchObject({ detail: { repeatOfId: first } })
  })

  test('knowing of another referral is not enough; for another need, or on another path, nothing is asked', async () => {
    const first = await opened('hana')
    const grief = await opened('hana', { reasonCategory: 'loss_and_grief' })
    expect(await repeatOf(grief)).toBeNull()
    const ready = await story.ready('hana', 'moderate')
    expect(await story.decide({ ...ready, ...choices.b, knownReferrals: [grief] })).toMatchObject({
      because: ['repeat_not_known'],
    })
    const other = { ...ready, ...choices.b, reasonCategory: 'low_mood' }
    expect(await repeatOf(story.must(await story.decide(other)).openedId)).toBeNull()
    const later = await story.ready('hana', 'moderate')
    const both = { ...later, ...choices.b, knownReferrals: [grief, first] }
    expect(await repeatOf(story.must(await story.decide(both)).openedId)).toBe(first)
  })

  test('is one for as long as the standard says after the first ended without a connection', async () => {
    const first = await opened('ada')
    await end(first, '2026-04-16T21:00:00Z', 'moved')
    const ready = await story.ready('ada', 'moderate')
    const seen = async () =>
      (await triagePage.see(story.being('daniel'), { concernId: ready.concernId })).offered.repeats
    expect(await seen()).toMatchObject([{ id: first, endedOn: 'Thu\u00a0Apr\u00a016' }])
    story.clock.set('2026-10-14T20:30:00Z')
    expect(await seen()).toEqual([])
    expect(await repeatOf(story.must(await story.decide({ ...ready, ...choices.b })).openedId)).toBeNull()
  })

  test('after one that connected is none', async () => {
    const { rows } = await story.admin.query<{ id: string }>(
      'select id from referral where student_id = $1 and ended_at is null',
      [families.ada.id],
    )
    await end(rows[0]?.id ?? '', '2026-10-14T20:00:00Z', 'connected')
    expect(await repeatOf(await opened('ada'))).toBeNull()
  })
})

describe('The page of triage', () => {
  test('names the earlier referral with a link, says why it counts, and takes the tick', async () => {
    const pages = await pagesOf(story)
    const [first] = await story.rows<{ id: string; number: number }>(
      `select id, number from referral where student_id = $1 and reason_category = 'low_mood'`,
      [families.hana.id],
    )
    const { concernId, screeningId } = await story.ready('hana', 'moderate')
    const { html } = await pages.get('daniel', `/concerns/${concernId}/triage`)
    expect(html).toContain('Referred before')
    expect(html).toContain('for 180 days after one ended without a connection')
    expect(html).toContain(`<a href="/referrals/${first?.id}">Look at referral ${first?.number}</a>`)
    const { entryCriterion, navigatorId } = choices.b
    const typed = {
      screeningId,
      path: 'b',
      tier: '2',
      reasonCategory: 'low_mood',
      entryCriterion,
      navigatorId,
    }
    const refused = await pages.post('daniel', `/concerns/${concernId}/decision`, typed)
    expect(refused.status).toBe(409)
    expect(refused.html).toContain('href="#f-knownReferrals"')
    const sent = await pages.post('daniel', `/concerns/${concernId}/decision`, {
      ...typed,
      knownReferrals: String(first?.id),
    })
    expect(sent.status).toBe(303)
    expect(pages.broken).toEqual([])
    await pages.close()
  })
})
