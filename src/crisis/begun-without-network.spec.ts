import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { actionIn, type DeviceStory, deviceStory, incidents } from '#tests/support/device-story.ts'
import type { House } from '#tests/support/device.ts'

let story: DeviceStory
beforeAll(async () => {
  story = await deviceStory()
})
afterAll(() => story.close())
beforeEach(() => story.clock.set('2026-10-13T20:30:00Z'))

describe('An incident that is begun without a network', () => {
  test('is one, though it was sent by itself and the page still stands as it was', async () => {
    const it = await story.device()
    const before = (await story.begun()).length
    const { html } = await it.presses(incidents)
    const form = actionIn(html)
    it.back()
    await it.message('send')
    expect([await it.kept(), (await story.begun()).length]).toEqual([[], before + 1])
    const id = (await story.begun()).at(-1) ?? ''
    expect(await it.presses(form, { action: 'not_alone' })).toMatchObject({ to: `${incidents}/${id}` })
    it.gone()
    await it.presses(form, { action: 'others_away' })
    it.back()
    await it.message('send')
    expect(await story.written(id)).toEqual(['not_alone', 'others_away'])
    expect((await story.begun()).length).toBe(before + 1)
  })

  test('is one, however often it was pressed: at once, again soon, or while it is not sent', async () => {
    const it = await story.device()
    const before = (await story.begun()).length
    await Promise.all([it.presses(incidents), it.presses(incidents)])
    it.later(600)
    await it.presses(incidents)
    expect(await it.kept()).toHaveLength(1)
    it.back()
    await it.message('send')
    expect((await story.begun()).length).toBe(before + 1)
    it.later(3600)
    await Promise.all([it.presses(incidents), it.presses(incidents)])
    expect((await story.begun()).length).toBe(before + 2)
  })

  test('has a step only once that is pressed twice, and again when it is pressed later', async () => {
    const it = await story.device()
    const form = actionIn((await it.opens('/crisis')).html)
    expect(form).toBe(`${incidents}/~/safety`)
    await Promise.all([1, 2].map(() => it.presses(form, { action: 'not_alone' })))
    expect(await it.kept()).toHaveLength(2)
    it.later(6)
    await it.presses(form, { action: 'not_alone' })
    expect(await it.kept()).toHaveLength(3)
  })
})

describe('Somebody with more than one school', () => {
  test('chooses one first, and only then sees presses: nothing begins nowhere', async () => {
    const it = await story.device('ruth')
    const { html } = await it.opens('/crisis')
    expect(html).toContain('name="schoolId"')
    expect(html).toContain('hidden data-begun')
    expect(await it.presses(incidents)).toMatchObject({ to: '/crisis' })
    expect(await it.kept()).toEqual([])
    const [, schoolId = '', name = ''] = /name="schoolId" value="([^"]*)"[^>]*>([^<]*)/.exec(html) ?? []
    const begun = await it.presses(incidents, { schoolId })
    expect(begun.html).not.toContain('hidden data-begun')
    expect(begun.html).toMatch(new RegExp(`\\d\\d:\\d\\d ${name}`))
    const before = (await story.begun()).length
    it.back()
    await it.message('send')
    expect((await story.begun()).length).toBe(before + 1)
  })
})

describe('What waits', () => {
  test('is sent by itself as soon as the page asks, and the page goes on to the incident', async () => {
    const it = await story.device()
    const { html } = await it.presses(incidents)
    const form = actionIn(html)
    it.shows(form)
    await it.message('send')
    expect(it.said).toEqual([])
    it.back()
    await it.message('send')
    expect(it.said).toEqual([`${incidents}/${(await story.begun()).at(-1)}`])
  })

  test('is kept when the house says nothing for four seconds, and is there once', async () => {
    const incidentId = await story.began()
    const it = await story.device()
    const silent: House = () => new Promise(() => undefined)
    it.answeredBy(silent)
    const path = `${incidents}/${incidentId}/safety`
    const from = performance.now()
    const press = { _csrf: 'token', _key: crypto.randomUUID(), action: 'not_alone' }
    expect((await it.presses(path, press)).html).toContain('Kept on this device')
    expect(performance.now() - from).toBeLessThan(6000)
    it.back()
    await it.message('send')
    await it.message('send')
    expect(await story.written(incidentId)).toEqual(['not_alone'])
  })
})
