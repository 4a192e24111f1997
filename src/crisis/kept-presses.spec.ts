import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { actionIn, type DeviceStory, deviceStory, incidents, insteadOf } from '#tests/support/device-story.ts'

let story: DeviceStory
beforeAll(async () => {
  story = await deviceStory()
})
afterAll(() => story.close())
beforeEach(() => story.clock.set('2026-10-13T20:30:00Z'))

describe('A press the house does not take', () => {
  test('because the incident was closed is marked, and what was pressed for others is sent', async () => {
    const [over, runs] = [await story.closed(), await story.began()]
    const it = await story.device('ruth')
    await it.presses(`${incidents}/${over}/safety`, { action: 'not_alone' })
    it.later(10)
    await it.presses(`${incidents}/${runs}/safety`, { action: 'not_alone' })
    it.back()
    await it.message('send')
    expect(await it.kept()).toMatchObject([{ path: `${incidents}/${over}/safety`, refused: 'yes' }])
    expect(await story.written(runs)).toContain('not_alone')
    expect((await it.opens('/crisis/offline')).html).toMatch(/An adult stays with the student/)
  })

  test('because the incident is out of reach is marked, and holds nothing back', async () => {
    const runs = await story.began()
    const it = await story.device()
    const nowhere = `${incidents}/${crypto.randomUUID()}/safety`
    await it.presses(nowhere, { action: 'not_alone' })
    it.later(10)
    await it.presses(`${incidents}/${runs}/safety`, { action: 'others_away' })
    it.back()
    await it.message('send')
    expect(await it.kept()).toMatchObject([{ path: nowhere, refused: 'yes' }])
    expect(await story.written(runs)).toContain('others_away')
  })

  test('when it was a beginning takes what belongs to it along, and the next beginning is sent', async () => {
    const it = await story.device()
    const first = await it.presses(incidents)
    await it.presses(actionIn(first.html), { action: 'not_alone' })
    const refuses = () => Response.json({ code: 'refused' }, { status: 409 })
    it.answeredBy(insteadOf(it.house, /incidents$/, refuses))
    await it.message('send')
    expect((await it.kept()).map(({ refused }) => refused)).toEqual(['yes', 'yes'])
    it.back()
    it.later(60)
    const before = (await story.begun()).length
    await it.presses(incidents)
    expect((await story.begun()).length).toBe(before + 1)
  })
})

describe('A press that cannot be taken yet', () => {
  const later = { changed_meanwhile: 409, sign_in_needed: 401, too_many: 429, broken: 500, busy: 503 }
  test.each(Object.entries(later))('waits after %s, and what is of others goes on', async (code, status) => {
    const [one, other] = [await story.began(), await story.began()]
    const it = await story.device()
    await it.presses(`${incidents}/${one}/safety`, { action: 'not_alone' })
    it.later(10)
    await it.presses(`${incidents}/${one}/roles`, { self: 'yes', role: 'stays' })
    it.later(10)
    await it.presses(`${incidents}/${other}/safety`, { action: 'not_alone' })
    const busy = () => Response.json({ code }, { status })
    it.answeredBy(insteadOf(it.house, new RegExp(`${one}/safety`), busy))
    await it.message('send')
    expect((await it.kept()).map(({ path }) => path)).toEqual([
      `${incidents}/${one}/safety`,
      `${incidents}/${one}/roles`,
    ])
    expect(await story.written(one)).toEqual([])
    expect(await story.written(other)).toEqual(['not_alone'])
    it.back()
    await it.message('send')
    expect(await it.kept()).toEqual([])
    expect(await story.written(one)).toEqual(['not_alone', 'stays'])
  })
})
