import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deviceAt } from '#tests/support/device.ts'
import { actionIn, type DeviceStory, deviceStory, incidents } from '#tests/support/device-story.ts'

const now = '2026-10-13T20:30:00.000Z'
let story: DeviceStory
beforeAll(async () => {
  story = await deviceStory()
})
afterAll(() => story.close())
beforeEach(() => story.clock.set(now))

/** A form of the page of the house itself, as it stood there when the session ended. */
const ofHouse = (given: Record<string, string> = {}) => ({
  _csrf: 'token',
  _key: crypto.randomUUID(),
  ...given,
})
const linkIn = (html: string) => /href="(\/sign-in[^"]*)"/.exec(html)?.[1]
const leadsTo = (path: string) => `/sign-in?${new URLSearchParams({ to: path })}`

/** Joan's device, whose clock is right, after her session ended. */
async function signedOutDevice() {
  const it = await story.device()
  it.later((Date.parse(now) - Date.now()) / 1000)
  it.signedOut()
  return it
}
const stepOf = (id: string) => `${incidents}/${id}/safety`

describe('A press that meets an ended session', () => {
  test('is kept, says so, and is there once with its time as soon as the same person is signed in', async () => {
    const id = await story.began()
    const it = await signedOutDevice()
    const { html } = await it.presses(stepOf(id), ofHouse({ action: 'not_alone', seen: id }))
    expect(html).toContain('You are signed out. Call first; sign in to send what you pressed.')
    expect(html).toContain('<title>Crisis, signed out')
    expect(html).toMatch(/<div hidden data-why="off"/)
    expect(html).toMatch(/\d\d:\d\d An adult stays with the student/)
    expect(linkIn(html)).toBe(leadsTo(`${incidents}/${id}`))
    await it.presses(actionIn(html), { action: 'others_away' })
    expect(await it.kept()).toHaveLength(2)
    story.minutesOn(20)
    it.back()
    await it.opens(`${incidents}/${id}`)
    await it.message('send')
    expect([await it.kept(), await story.written(id)]).toEqual([[], ['not_alone', 'others_away']])
    const [entry] = (await story.seen(id)).entries
    expect(Math.abs(Number(entry?.happenedAt) - Date.parse(now))).toBeLessThan(60_000)
    expect(entry?.enteredAt.toISOString()).toBe('2026-10-13T20:50:00.000Z')
  })

  test('is not sent by somebody else who signs in there, and is not shown to them', async () => {
    const id = await story.began()
    const it = await signedOutDevice()
    await it.presses(stepOf(id), ofHouse({ action: 'not_alone' }))
    it.signsIn('ruth')
    await it.opens(`${incidents}/${id}`)
    await it.message('look')
    await it.message('send')
    expect([await story.written(id), (await it.kept()).length]).toEqual([[], 1])
    it.gone()
    expect((await it.opens('/crisis')).html).not.toMatch(/\d\d:\d\d An adult stays/)
    it.back()
    await it.message('send')
    expect([await story.written(id), await it.kept()]).toEqual([['not_alone'], []])
  })

  test('is left to the page of the house where words were typed, or where the device keeps no page', async () => {
    const id = await story.began()
    const it = await signedOutDevice()
    const typed = ofHouse({ place: 'Room 114' })
    expect((await it.presses(incidents, typed)).html).toContain('sign_in_needed')
    expect((await it.presses(`${incidents}/${id}/danger`, ofHouse())).html).toContain('sign_in_needed')
    expect(await it.kept()).toEqual([])
    const bare = deviceAt(async () => Response.json({ code: 'sign_in_needed' }, { status: 401 }))
    const press = ofHouse({ action: 'not_alone' })
    expect((await bare.presses(stepOf(id), press)).html).toContain('sign_in_needed')
    expect(await bare.kept()).toEqual([])
  })
})

describe('The beginning of an incident after the session ended', () => {
  test('is kept with what is pressed next, and signing in leads to the incident', async () => {
    const it = await signedOutDevice()
    const before = (await story.begun()).length
    const { html } = await it.presses(incidents, ofHouse())
    const [begun] = await it.kept()
    const back = `${incidents}/${begun?.key}`
    expect(linkIn(html)).toBe(leadsTo(back))
    await it.presses(actionIn(html), { action: 'not_alone' })
    it.signsIn('ruth')
    expect((await it.opens(back)).to).toBe('/crisis')
    expect((await story.begun()).length).toBe(before)
    it.back()
    const id = async () => (await story.begun()).at(-1) ?? ''
    expect((await it.opens(back)).to).toBe(`${incidents}/${await id()}`)
    expect((await story.begun()).length).toBe(before + 1)
    expect(await story.written(await id())).toEqual(['not_alone'])
  })
})

describe('A page of the crisis that is opened after the session ended', () => {
  test('of an incident has presses; any other has them only while something waits', async () => {
    const id = await story.began()
    const it = await signedOutDevice()
    expect((await it.opens('/crisis')).html).toContain('sign_in_needed')
    const { html } = await it.opens(`${incidents}/${id}`)
    expect(html).toContain('You are signed out')
    expect(actionIn(html)).toBe(stepOf(id))
    await it.presses(actionIn(html), { action: 'not_alone' })
    expect((await it.opens('/crisis')).html).toContain('You are signed out')
  })
})
