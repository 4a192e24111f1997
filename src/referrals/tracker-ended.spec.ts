import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { endedReferrals } from './ended-store.ts'
import { lookTracker } from './look-tracker.ts'
import { redirectReferral } from './redirect-referral.ts'
import { withdrawReferral } from './withdraw-referral.ts'

let story: AgencyStory
let [withdrawn, redirected, open] = ['', '', '']
beforeAll(async () => {
  story = await agencyStory()
  const { must, being } = story
  withdrawn = await story.decide('mateo')
  const said = { referralId: withdrawn, askedBy: 'caregiver', channel: 'phone' }
  must(await withdrawReferral.perform(being('maya'), said))
  story.clock.set('2026-10-14T18:00:00Z')
  redirected = (await story.sent('hana')).referralId
  const elsewhere = { referralId: redirected, reason: 'capacity' }
  open = must(await redirectReferral.perform(being('maya'), elsewhere)).id
})
afterAll(() => story.close())

test('Referrals that ended are a list of their own, the last one first, each with how it ended', async () => {
  const maya = story.being('maya')
  const seen = await lookTracker.see(maya, { state: 'ended' })
  expect(seen.rows).toEqual([])
  expect(seen.ended.map(({ id, ending }) => [id, ending])).toEqual([
    [redirected, 'redirected'],
    [withdrawn, 'withdrawn'],
  ])
  const usual = await lookTracker.see(maya, {})
  expect([usual.rows.map(({ id }) => id), usual.ended]).toEqual([[open], []])
  expect((await lookTracker.see(story.being('jonah'), { state: 'ended' })).ended).toEqual([])
  const high = await lookTracker.see(maya, { state: 'ended', need: 'high' })
  expect(high.ended).toEqual([])
})

test('they come page by page, where the page before ended', async () => {
  const actor = story.being('maya').actor
  const scope = { districtId: actor.districtId, side: 'system' } as const
  await story.db.transaction(scope, async (tx) => {
    const filter = { schoolId: undefined, navigatorId: undefined, highNeed: false }
    const page = (after: { at: Date; id: string } | undefined) =>
      endedReferrals(tx, actor, { filter, after, limit: 1 })
    const [first] = await page(undefined)
    if (first === undefined) throw new Error('There is none')
    const key = { at: first.endedAt, id: first.id }
    const [second] = await page(key)
    expect([first.id, second?.id]).toEqual([redirected, withdrawn])
    expect(await page({ at: second?.endedAt ?? key.at, id: second?.id ?? key.id })).toEqual([])
  })
})

test('the filter of the list leads there, and the page says how each ended', async () => {
  const pages = await pagesOf(story)
  expect((await pages.get('maya', '/referrals')).html).toContain('<option value="ended"')
  const { html } = await pages.get('maya', '/referrals?state=ended')
  for (const said of ['Withdrawn by the family', 'Passed to another agency', 'Mateo'])
    expect(html).toContain(said)
  expect(pages.broken).toEqual([])
  await pages.close()
})
