import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isSmall } from '#platform/small-counts.ts'
import { sendReferral } from '#referrals/contract.ts'
import { withdrawReferral } from '#referrals/withdraw-referral.ts'
import { handoffStory, type HandoffStory } from '#tests/support/handoff-story.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { exceptHandoff } from './except-handoff.ts'
import { finishHandoff } from './finish-handoff.ts'
import { logContact } from './log-contact.ts'
import { lookSameDay, type SeenSameDay } from './look-same-day.ts'

let story: HandoffStory
beforeAll(async () => {
  story = await handoffStory()
  await sixHandoffs(story)
})
afterAll(() => story.close())

/** Six decisions of one Tuesday for path (b), and what people did about each. */
async function sixHandoffs({ must, maya, call, decide, being, clock }: HandoffStory): Promise<void> {
  // 1: everything on the day.
  const kept = await call('mateo')
  must(await finishHandoff.perform(maya(), { referralId: kept }))
  // 2: sent while the caregiver was not there any more, which needs a reason; done on the day.
  const absent = await call('theo', ['send', 'receipt', 'visit', 'logistics', 'plan'])
  const alone = { referralId: absent, caregiverPresent: 'no' }
  expect(await sendReferral.perform(maya(), alone)).toEqual({ done: false, because: ['caregiver_absent'] })
  must(await sendReferral.perform(maya(), { ...alone, absenceReason: 'Had to go back to work' }))
  for (const part of ['receipt', 'visit', 'logistics', 'plan'] as const) await story.parts[part](absent)
  must(await finishHandoff.perform(maya(), { referralId: absent }))
  // 3: reached and talked with on the day; finished on the next one.
  const late = await call('sofia')
  // 4: two tries that day, and nobody answered.
  const tried = await decide('lena')
  const nobody = { mode: 'phone', language: 'en', result: 'no_answer', nextOn: '2026-10-14', nextAt: '09:00' }
  must(await logContact.perform(maya(), { ...nobody, referralId: tried }))
  // 5: put off in time, with its reason, and tried by nobody.
  const excepted = await decide('nadia')
  const reason = { reason: 'no_interpreter', note: 'One comes on Thursday' }
  must(await exceptHandoff.perform(maya(), { ...reason, referralId: excepted }))
  // 6: the family wanted none of it, the same day.
  const withdrawn = await decide('hana')
  const asked = { askedBy: 'caregiver', channel: 'phone' }
  must(await withdrawReferral.perform(being('maya'), { ...asked, referralId: withdrawn }))

  clock.set('2026-10-14T16:00:00Z')
  const finish = { referralId: late }
  expect(await finishHandoff.perform(maya(), finish)).toEqual({
    done: false,
    because: ['late_without_reason'],
  })
  must(await finishHandoff.perform(maya(), { ...finish, missReason: 'another_day_asked' }))
  expect((await story.row(late)).miss_reason).toBe('another_day_asked')
}

const seenBy = (key: 'maya' | 'ruth' | 'marcus' | 'yolanda' | 'jonah') =>
  lookSameDay.see(story.being(key), {})
const all = ({ total }: SeenSameDay) => {
  if (total === null) throw new Error('The total is held back')
  return total
}

describe('The report on the same day', () => {
  test('counts what was done on the day, and what was missed with its reason, as a count by hand does [R042]', async () => {
    const seen = await seenBy('maya')
    expect(all(seen)).toMatchObject({ kept: 2, missed: 2, open: 0, excepted: 1, ended: 1 })
    expect(seen.reasons).toEqual([
      { reason: null, count: 1 },
      { reason: 'The caregiver asked for another day', count: 1 },
    ])
  })

  test('counts the first try apart from the completion: late or none is not what was only never finished [R053]', async () => {
    expect(all(await seenBy('maya'))).toMatchObject({ triedInTime: 4, triedLate: 1 })
  })

  test('counts what was sent while the caregiver was not there, as an exception [R046]', async () => {
    expect(all(await seenBy('maya'))).toMatchObject({ sentPresent: 2, sentAbsent: 1 })
  })

  test('is of one’s own schools, and says school by school what all of them come to', async () => {
    const { part, total } = await seenBy('ruth')
    const missed = part.page.map(({ counts }) => counts?.missed ?? Number.NaN)
    expect(missed.reduce((sum, one) => sum + one, 0)).toBe(total?.missed)
    expect(part.of).toBeGreaterThan(1)
    expect(all(await seenBy('jonah')).kept).toBe(0)
  })

  test('tells who follows no referral no small count, on no page and in no data', async () => {
    for (const key of ['marcus', 'yolanda'] as const) {
      const { part, total, reasons } = await seenBy(key)
      expect(part.page.map(({ counts }) => counts)).toEqual(part.page.map(() => null))
      expect([total, reasons]).toEqual([null, undefined])
    }
    expect(isSmall(all(await seenBy('ruth')).missed)).toBe(true)
  })

  test('stands on a page, to which the list of referrals leads', async () => {
    const pages = await pagesOf(story)
    const { html } = await pages.get('maya', '/same-day')
    for (const said of ['The caregiver asked for another day', 'Missed: later, or not yet', 'All together'])
      expect(html).toContain(said)
    expect((await pages.get('maya', '/referrals')).html).toContain('href="/same-day"')
    const held = (await pages.get('marcus', '/same-day')).html
    expect(held).toContain('Under 10')
    expect(held).not.toContain('The caregiver asked for another day')
    for (const key of ['noor', 'joan'] as const) expect((await pages.get(key, '/same-day')).status).toBe(403)
    expect(pages.broken).toEqual([])
    await pages.close()
  })

  test('looks back thirty days', async () => {
    const then = story.clock.now()
    story.clock.set('2026-11-13T16:00:00Z')
    expect((await seenBy('maya')).part.of).toBe(0)
    story.clock.set(then.toISOString())
  })
})
