import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type DeviceStory, deviceStory, incidents } from '#tests/support/device-story.ts'
import { closeIncident } from './close-incident.ts'
import { isLateEntered } from './entry.ts'
import { handOver } from './hand-over.ts'
import { stepTimes } from './step-times.ts'
import { tellCaregiver } from './tell-caregiver.ts'

const now = '2026-10-13T20:30:00.000Z'
let story: DeviceStory
beforeAll(async () => {
  story = await deviceStory()
})
afterAll(() => story.close())
beforeEach(() => story.clock.set(now))

/** Joan's device, whose clock is right, without a network. */
async function deviceNow() {
  const it = await story.device()
  it.later((Date.parse(now) - Date.now()) / 1000)
  return it
}
const stepOf = (id: string, step: string) => `${incidents}/${id}/${step}`
const linesOf = async (id: string) =>
  (await story.seen(id)).entries.map(({ kind, what, how, words }) => [kind, what, how, words])

/** A caregiver told and the student handed over, pressed while there was no network and sent since. */
async function pressedAndSent() {
  const id = await story.began()
  await story.upToTheLevel(id, 'low')
  const it = await deviceNow()
  const { html } = await it.presses(stepOf(id, 'caregiver'), { told: 'yes', mode: 'phone' })
  const after = await it.presses(stepOf(id, 'handover'), { disposition: 'with_mobile_crisis' })
  story.minutesOn(40)
  it.back()
  await it.message('send')
  await it.message('send')
  return { id, it, html, over: after.html }
}

describe('That a caregiver was told, and the handover, pressed without a network', () => {
  test('are named on the page that is kept, and stand once with the time they were pressed, late-entered [R373]', async () => {
    const { id, it, html, over } = await pressedAndSent()
    expect(html).toMatch(/\d\d:\d\d A caregiver was told, by phone/)
    expect(over).toMatch(/\d\d:\d\d The student is now: With the mobile crisis team/)
    expect(await it.kept()).toEqual([])
    expect((await linesOf(id)).slice(-2)).toEqual([
      ['caregiver_told', null, 'phone', null],
      ['handed_over', 'with_mobile_crisis', null, null],
    ])
    const seen = await story.seen(id)
    const kept = seen.entries.slice(-2)
    expect(kept.map(isLateEntered)).toEqual([true, true])
    for (const { happenedAt } of kept)
      expect(Math.abs(Number(happenedAt) - Date.parse(now))).toBeLessThan(60_000)
    const told = stepTimes(seen, story.clock.now()).find(({ step }) => step === 'caregiver')
    expect(told?.isLate).toBe(false)
  })

  test('keep the record open until somebody says who it was; that speaks of the press, and is no second telling', async () => {
    const { id } = await pressedAndSent()
    const ledger = 'select recipient_name from consent_exception where incident_id = $1'
    const heard = await story.rows(ledger, [id])
    const blanks = async () => (await story.seen(id)).blanks.filter((each) => each.endsWith('words_blank'))
    expect(await blanks()).toEqual(['told_words_blank', 'handover_words_blank'])
    const closed = await closeIncident.perform(story.being('ruth'), { incidentId: id })
    expect(closed).toMatchObject({ because: expect.arrayContaining(['told_words_blank']) as string[] })
    expect((await story.pages.get('daniel', `${incidents}/${id}`)).html).toContain(
      'without a network: A caregiver was told. By phone. Say the words now.',
    )
    const rest = { incidentId: id, told: 'yes', who: 'Renee Brandt', mode: 'phone', topic: 'safe_now' }
    story.must(await tellCaregiver.perform(story.being('daniel'), { ...rest, completes: 'yes' }))
    const toWhom = { disposition: 'with_mobile_crisis', toWhom: 'Jo Tanner', completes: 'yes' }
    story.must(await handOver.perform(story.being('daniel'), { incidentId: id, ...toWhom }))
    expect(await blanks()).toEqual([])
    const { entries } = await story.seen(id)
    const pairs = entries.filter(({ aboutId }) => aboutId !== null)
    expect(pairs.map(({ words }) => words)).toEqual(['Renee Brandt', 'Jo Tanner'])
    for (const { aboutId, happenedAt } of pairs)
      expect(entries.find((each) => each.id === aboutId)?.happenedAt).toEqual(happenedAt)
    expect(await story.rows(ledger, [id])).toEqual(heard)
  })

  test('by an exception of the standard keeps it too, and why is asked afterwards', async () => {
    const id = await story.began()
    const it = await deviceNow()
    await it.presses(stepOf(id, 'caregiver'), { told: 'no', exception: 'nobody_reached' })
    it.back()
    await it.message('send')
    expect(await linesOf(id)).toEqual([['caregiver_not_told', 'nobody_reached', null, null]])
    const why = { incidentId: id, told: 'no', exception: 'nobody_reached', completes: 'yes' }
    const missing = await tellCaregiver.perform(story.being('daniel'), why)
    expect(missing).toMatchObject({ because: ['exception_incomplete'] })
    const said = { ...why, words: 'Both phones were off' }
    story.must(await tellCaregiver.perform(story.being('daniel'), said))
    expect((await story.seen(id)).blanks).not.toContain('told_words_blank')
  })
})

describe('A form of the live page that is pressed without a network', () => {
  test('leaves its codes on the device and no name; what somebody unticked stays unticked', async () => {
    const id = await story.began()
    const it = await deviceNow()
    const of = (part: string) => ({ _csrf: 'token', _key: crypto.randomUUID(), part, seen: id })
    const named = { told: 'yes', who: 'Rosa Whelan', mode: 'in_person', topic: 'where_to_come' }
    await it.presses(stepOf(id, 'caregiver'), { ...of('told'), ...named })
    const over = { disposition: 'emergency_department', toWhom: 'Dr. Ames', itemsAsked: 'yes' }
    await it.presses(stepOf(id, 'handover'), { ...of('handover'), ...over, items: 'identity' })
    expect(JSON.stringify(await it.kept())).not.toMatch(/Rosa|Ames/)
    it.back()
    await it.message('send')
    const { entries } = await story.seen(id)
    expect(entries.map(({ kind, what, words, items }) => [kind, what, words, items])).toEqual([
      ['caregiver_told', 'where_to_come', null, null],
      ['handed_over', 'emergency_department', null, ['identity']],
    ])
  })

  test('is not kept where it would only say words', async () => {
    const id = await story.began()
    const it = await deviceNow()
    const given = { completes: 'yes', told: 'yes', who: 'Rosa Whelan', mode: 'phone' }
    await it.presses(stepOf(id, 'caregiver'), given)
    expect(await it.kept()).toEqual([])
  })

  test('with a network still asks to whom', async () => {
    const id = await story.began()
    const given = { incidentId: id, disposition: 'other' }
    const outcome = await handOver.perform(story.being('daniel'), given)
    expect(outcome).toMatchObject({ because: ['handed_to_missing'] })
  })
})
