import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { partners } from '#tests/riverside/places.ts'
import { type AgencyStory, agencyStory, thursday } from '#tests/support/agency-story.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { lookPacket } from './look-packet.ts'
import { lookSameWeek } from './look-same-week.ts'
import { offerTimes } from './offer-times.ts'
import { referralPage } from './referral-page.ts'
import { scheduleVisit } from './schedule-visit.ts'
import { takeOffer } from './take-offer.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())
beforeEach(() => story.clock.set('2026-10-13T20:30:00Z'))

const refused = { done: false, because: ['late_without_reason'] }
const nextWeek = { ...thursday, onDay: '2026-10-21' }
const visitsOf = (id: string) =>
  story.rows('select late_reason from appointment where referral_id = $1 and result is null', id)
const report = async () => {
  const { schools } = await lookSameWeek.see(story.being('maya'), {})
  return schools.find(({ name }) => name.startsWith('Alder'))
}

describe('A first visit later than the same week', () => {
  test('is refused to the agency without a reason of the list, flagged with one, and counts as missed [R016]', async () => {
    const { referralId } = await story.accepted('sofia')
    const before = await report()
    const book = (change: object) =>
      scheduleVisit.perform(story.noor(), { referralId, ...nextWeek, ...change })
    expect(await book({})).toEqual(refused)
    expect(await book({ lateReason: 'because' })).toEqual(refused)
    expect((await book({ lateReason: 'work_schedule' })).done).toBe(true)
    expect(await visitsOf(referralId)).toEqual([{ late_reason: 'work_schedule' }])
    const page = await referralPage.see(story.being('maya'), { referralId })
    expect(page.full?.visits[0]?.lateReason).toBe('work_schedule')
    expect(page.sameWeekBy.getTime()).toBeLessThan(page.full?.visits[0]?.startsAt.getTime() as number)
    expect(await report()).toMatchObject({
      missed: (before?.missed ?? 0) + 1,
      open: (before?.open ?? 0) - 1,
    })
  })

  test('is refused to the navigator as well, from the times an agency offered [R016]', async () => {
    const { referralId } = await story.accepted('mateo')
    const { kind, modality, place } = thursday
    const first = { onDay: '2026-10-21', atTime: '16:30' }
    story.must(await offerTimes.perform(story.noor(), { referralId, kind, modality, place, first }))
    const [offer] = await story.rows('select id from visit_offer where referral_id = $1', referralId)
    const by = { referralId, offerId: offer?.['id'] }
    expect(await takeOffer.perform(story.being('maya'), by)).toEqual(refused)
    const taken = await takeOffer.perform(story.being('maya'), { ...by, lateReason: 'transportation' })
    expect(taken.done).toBe(true)
    expect(await visitsOf(referralId)).toEqual([{ late_reason: 'transportation' }])
  })

  test('a visit in time needs no reason, and keeps none that was sent along', async () => {
    const { referralId } = await story.accepted('theo')
    const given = { referralId, ...thursday, lateReason: 'work_schedule' }
    expect((await scheduleVisit.perform(story.noor(), given)).done).toBe(true)
    expect(await visitsOf(referralId)).toEqual([{ late_reason: null }])
  })

  test('the due day, the flag and the report stand on the pages of both sides [R016]', async () => {
    const pages = await pagesOf(story)
    const { referralId } = await story.accepted('lena')
    expect((await pages.get('noor', `/inbox/${referralId}`)).html).toContain('A first visit is asked for by')
    const form = { ...nextWeek, minutes: '60', lateReason: '', _name: 'book' }
    const late = await pages.post('noor', `/inbox/${referralId}/visits`, form)
    expect(late.status).toBe(409)
    expect(late.html).toContain('This first visit is later than the same week. Choose why.')
    await pages.post('noor', `/inbox/${referralId}/visits`, { ...form, lateReason: 'work_schedule' })
    const { html } = await pages.get('maya', `/referrals/${referralId}`)
    expect(html).toContain('First visit due by')
    expect(html).toContain('Later than the same week:')
    expect((await pages.get('maya', '/same-week')).html).toContain('Later, or not at all')
    expect(pages.broken).toEqual([])
    await pages.close()
  })
})

test('an agency that cannot accept names another one, from those that take referrals [R032]', async () => {
  const { referralId } = await story.sent('kayla')
  const { choices } = await lookPacket.see(story.noor(), { referralId })
  expect(choices.partners.map(({ id }) => id)).toContain(partners.northbank.id)
  expect(choices.partners.map(({ id }) => id)).not.toContain(partners.cedarStreet.id)
})
