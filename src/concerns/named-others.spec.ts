import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishTriageStaff } from '#standards/publish-triage-staff.ts'
import { Problem } from '#platform/problem.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { schools } from '#tests/riverside/places.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { acknowledgeConcern } from './acknowledge-concern.ts'
import { routeQueue } from './route-queue.ts'
import { triagePage } from './triage-page.ts'
import { triageQueue } from './triage-queue.ts'

let story: TriageStory
beforeAll(async () => {
  story = await triageStory()
})
afterAll(() => story.close())

const notAllowed = new Problem('not_allowed')
const publishing = { inForceOn: '2026-10-13', decision: 'Board of October 12' }
const name = async (named: string[], version: number) =>
  publishTriageStaff.perform(story.being('yolanda'), { named, version, ...publishing })

describe('Others the district names', () => {
  test('decide in triage from the day of the version on, and no longer once it names them no more [R018]', async () => {
    const concernId = await story.raise('ada')
    const maya = story.being('maya')
    await expect(acknowledgeConcern.perform(maya, { concernId })).rejects.toEqual(notAllowed)
    await expect(triageQueue.see(maya, {})).rejects.toEqual(notAllowed)
    story.must(await name(['navigator'], 1))
    expect((await triageQueue.see(maya, {})).concerns.map(({ id }) => id)).toContain(concernId)
    expect((await triagePage.see(maya, { concernId })).open).toBe(true)
    const [event] = await story.trailOf(
      `name = 'standard.published' and detail->>'kind' = 'triage_staff'`,
      [],
    )
    expect(event).toMatchObject({ role: 'district_head', detail: { version: 2, others: ['navigator'] } })

    // Its queue may be theirs alone, and falls to all who decide when the district names them no more.
    const given = { schoolId: schools.alderCreek.id, role: 'navigator' }
    story.must(await routeQueue.perform(story.being('yolanda'), given))
    await expect(acknowledgeConcern.perform(story.being('daniel'), { concernId })).rejects.toEqual(notAllowed)
    story.must(await name([], 2))
    await expect(acknowledgeConcern.perform(maya, { concernId })).rejects.toEqual(notAllowed)
    expect(await routeQueue.perform(story.being('yolanda'), given)).toEqual({
      done: false,
      because: ['role_not_named'],
    })
    story.must(await acknowledgeConcern.perform(story.being('daniel'), { concernId }))
  })

  test('are never teachers, and are named by the district head for every school', async () => {
    await expect(name(['teacher'], 3)).rejects.toThrow('not_valid')
    const asked = { named: ['navigator'], version: 3, ...publishing }
    const partly = story.as({ ...actorOf('yolanda'), schoolIds: [schools.harlow.id] })
    for (const doer of [partly, story.being('daniel'), story.being('noor')]) {
      await expect(publishTriageStaff.perform(doer, asked)).rejects.toEqual(notAllowed)
    }
    expect(await name([], 3)).toEqual({ done: false, because: ['nothing_changed'] })
  })

  test('find the queue in their menu, and the district head ticks them in a form', async () => {
    const pages = await pagesOf(story)
    const today = async () => (await pages.get('maya', '/today')).html.includes('href="/concerns"')
    expect(await today()).toBe(false)
    const form = await pages.get('yolanda', '/standards/triage_staff/new')
    expect(form.html).toContain('value="navigator"')
    expect(form.html).not.toContain('value="teacher"')
    expect(form.html).toContain('name="version" value="3"')
    const sent = { named: 'navigator', version: '3', ...publishing }
    const { location } = await pages.post('yolanda', '/standards/triage_staff', sent)
    expect(location).toBe('/standards/triage_staff')
    expect(await today()).toBe(true)
    expect((await pages.get('joan', '/today')).html).not.toContain('href="/concerns"')
    expect((await pages.get('daniel', '/standards/triage_staff')).html).toContain('<li>Navigator</li>')
    expect((await pages.get('lucia', '/triage-queues')).html).toContain('value="navigator"')
    expect(pages.broken).toEqual([])
    await pages.close()
  })
})
