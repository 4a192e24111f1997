import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { choices, triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { partners } from '#tests/riverside/places.ts'
import { acceptReferral } from './accept-referral.ts'
import { declineReferral } from './decline-referral.ts'
import { lookFunnel, type SeenFunnel } from './look-funnel.ts'
import { postStatus } from './post-status.ts'
import { receiveReferral } from './receive-referral.ts'
import { redirectReferral } from './redirect-referral.ts'

/** A part of the page that is told. */
function told<P extends keyof SeenFunnel>(seen: SeenFunnel, part: P): NonNullable<SeenFunnel[P]> {
  const shown = seen[part]
  if (shown == null) throw new Error(`${part} is held back`)
  return shown
}

describe('What triage decided, in figures', () => {
  let story: TriageStory
  beforeAll(async () => {
    story = await triageStory()
  })
  afterAll(() => story.close())

  const figures = () => lookFunnel.see(story.being('ruth'), {})
  const decide = async (
    family: 'lena' | 'hana' | 'kayla',
    path: keyof typeof choices,
    given: object = {},
  ) => {
    const ready = await story.ready(family, { a: 'low', b: 'moderate', c: 'high' }[path] as 'low')
    return story.must(await story.decide({ ...ready, ...choices[path], ...given })).openedId
  }

  test('by tier and by path add up to the same, and a student of path (b) in tier 2 counts once in each [R027]', async () => {
    expect(told(await figures(), 'volume').all.all).toBe(0)
    await decide('hana', 'a')
    await decide('lena', 'b', { tier: 3, entryCriterion: 'after_a_crisis' })
    const before = told(await figures(), 'volume')
    expect(before.tiers).toEqual([
      { tier: 2, a: 1, b: 0, c: 0, all: 1 },
      { tier: 3, a: 0, b: 1, c: 0, all: 1 },
    ])
    await decide('kayla', 'b')
    const { tiers, all } = told(await figures(), 'volume')
    expect(tiers).toEqual([
      { tier: 2, a: 1, b: 1, c: 0, all: 2 },
      { tier: 3, a: 0, b: 1, c: 0, all: 1 },
    ])
    expect(all).toEqual({ a: 1, b: 2, c: 0, all: 3 })
    expect(tiers.reduce((sum, row) => sum + row.all, 0)).toBe(all.a + all.b + all.c)
  })

  test('a second referral for the same need is warned of, linked, and one more in the figure of repeats [R033]', async () => {
    const [first] = await story.rows<{ id: string }>(`select id from referral where tier = 2`)
    const before = told(await figures(), 'needs')
    const ready = await story.ready('kayla', 'moderate')
    const warned = await story.decide({ ...ready, ...choices.b })
    expect(warned).toEqual({ done: false, because: ['repeat_not_known'] })
    expect(told(await figures(), 'needs').repeats).toBe(before.repeats)
    const known = { ...ready, ...choices.b, knownReferrals: [first?.id] }
    const { openedId } = story.must(await story.decide(known))
    const [linked] = await story.rows<{ of: string }>(
      'select repeat_of_id as of from referral where id = $1',
      [openedId],
    )
    expect(linked?.of).toBe(first?.id)
    expect(told(await figures(), 'needs')).toMatchObject({
      needs: before.needs + 1,
      repeats: before.repeats + 1,
    })
  })
})

describe('What became of it, in figures', () => {
  let story: AgencyStory
  beforeAll(async () => {
    story = await agencyStory()
  })
  afterAll(() => story.close())

  const figures = () => lookFunnel.see(story.being('ruth'), {})
  const capacity = (seen: SeenFunnel) => told(seen, 'declined').find(({ code }) => code === 'capacity')?.count

  test('an agency that says it has no room counts by its reason, and leaves another to be asked by a day [R040]', async () => {
    const { referralId } = await story.sent('owen')
    story.must(await receiveReferral.perform(story.noor(), { referralId }))
    expect(capacity(await figures())).toBe(0)
    story.must(await declineReferral.perform(story.noor(), { referralId, reason: 'capacity' }))
    expect(capacity(await figures())).toBe(1)
    const row = await story.rowOf(referralId)
    expect(row).toMatchObject({ next_step: 'choose_partner', next_owner: 'navigator', ended_at: null })
    expect(row.next_due_at).toBeInstanceOf(Date)
  })

  test('a visit at the second agency took as long as since the first referral [R034]', async () => {
    const before = told(await figures(), 'needs')
    const { referralId } = await story.sent('mateo')
    const [{ referred_at: first }] = [await story.rowOf(referralId)]
    story.clock.set('2026-10-21T20:30:00Z')
    const given = { referralId, partnerId: partners.northbank.id, reason: 'capacity' }
    const next = story.must(await redirectReferral.perform(story.being('maya'), given))
    expect(await story.rowOf(next.id)).toMatchObject({ predecessor_id: referralId, first_referred_at: first })
    await story.answer(next.id, 'mateo', { referral_disclosure: 'yes', status_feedback: 'yes' })
    await story.send(next.id)
    const farah = story.being('farah')
    story.clock.set('2026-10-23T20:30:00Z')
    const named = { clinicianName: 'Imani Cole', credential: 'LMFT' }
    story.must(await acceptReferral.perform(farah, { referralId: next.id, ...named }))
    const seen = { referralId: next.id, status: 'first_appointment_completed' }
    story.must(await postStatus.perform(farah, seen))
    expect(told(await figures(), 'needs')).toEqual({
      needs: before.needs + 1,
      repeats: 0,
      monthSince: 0,
      afterMonth: 0,
      seen: before.seen + 1,
      daysToVisit: 10,
    })
  })

  test('tell a principal how referrals stand, and whoever reads none no small count', async () => {
    const principal = await lookFunnel.see(story.being('marcus'), {})
    expect(principal.volume).toBeUndefined()
    expect(told(principal, 'needs').needs).toBe(2)
    const district = await lookFunnel.see(story.being('yolanda'), {})
    for (const part of ['steps', 'volume', 'needs', 'declined'] as const)
      expect(district[part]).toBeUndefined()
    const pages = await pagesOf(story)
    const { html } = await pages.get('ruth', '/funnel')
    for (const said of ['Tier 3', 'took 10 days', 'None was referred before']) expect(html).toContain(said)
    expect((await pages.get('yolanda', '/funnel')).html).not.toContain('took 10 days')
    expect(pages.broken).toEqual([])
    await pages.close()
  })
})
