import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acknowledgeConcern } from '#concerns/acknowledge-concern.ts'
import type { CastKey } from '#tests/riverside/cast.ts'
import { cast } from '#tests/riverside/cast.ts'
import { choices, type TriageStory, triageStory } from '#tests/support/triage-story.ts'
import { dueNow } from './make-due.ts'
import { waitingFor } from './subject-store.ts'

let story: TriageStory
let concernId = ''
beforeAll(async () => {
  story = await triageStory()
  concernId = await story.raise('lena')
  await story.admin.query('delete from notice')
})
afterAll(() => story.close())

const asSystem = <T>(work: (tx: Parameters<typeof dueNow>[0]) => Promise<T>) =>
  story.db.transaction({ districtId: story.districtId, side: 'system' } as const, work)
/** Who is written to today, once each. */
async function digests(): Promise<string[]> {
  const made = await asSystem((tx) => dueNow(tx, story.clock.now()))
  return made.filter(({ kind }) => kind === 'digest').map(({ personId }) => personId as string)
}
const waits = (key: CastKey) => asSystem((tx) => waitingFor({ tx, now: story.clock.now() }, cast[key].id))

describe('The digest of a day', () => {
  test('goes to whoever triages once a concern is due, to nobody else, and once', async () => {
    expect(await digests()).not.toContain(cast.daniel.id)
    story.clock.set('2026-10-14T20:30:00Z')
    const told = await digests()
    expect(told.filter((id) => id === cast.daniel.id)).toHaveLength(1)
    expect(told).not.toContain(cast.joan.id)
    expect(told).not.toContain(cast.maya.id)
    expect(await waits('daniel')).toEqual({ count: 1, due: 1 })
    expect(await waits('joan')).toEqual({ count: 0, due: 0 })
  })

  test('goes to whoever took it up, and to nobody who did not', async () => {
    story.must(await acknowledgeConcern.perform(story.being('daniel'), { concernId }))
    await story.admin.query('delete from notice')
    const told = await digests()
    expect(told).toContain(cast.daniel.id)
    expect(told).not.toContain(cast.helen.id)
  })

  test('counts what somebody owns and owes by the day: support to look at again', async () => {
    const { concernId: other, screeningId } = await story.ready('mateo', 'low')
    story.must(await story.decide({ concernId: other, screeningId, version: 1, ...choices.a }))
    const before = (await waits('daniel')).due
    story.clock.set('2026-10-28T20:30:00Z')
    expect((await waits('daniel')).due).toBe(before + 1)
  })
})
