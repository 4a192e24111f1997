import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#access/doer.ts'
import { waitsForMoving } from './alert-store.ts'
import { cast } from '#tests/riverside/cast.ts'
import { stalledStory, type StalledStory } from '#tests/support/stalled-story.ts'
import { listLate } from './store.ts'
import { takeEscalation } from './take-escalation.ts'
import { currentRevision, listWaiting } from './watch-store.ts'

let story: StalledStory
beforeAll(async () => {
  story = await stalledStory()
})
afterAll(() => story.close())

const all = [cast.ruth.id, cast.lucia.id, cast.yolanda.id]
const asHouse = <T>(work: Parameters<typeof inTransaction<T>>[1]) =>
  inTransaction(story.asSystem(story.districtId), work)

/** On which day of Riverside how often each was written to, the first time left out. */
async function toldAgain(escalationId: string): Promise<Map<string, number>> {
  const { rows } = await story.admin.query<{ person_id: string; day: string; n: number }>(
    `select person_id, to_char(made_at at time zone 'America/Los_Angeles', 'YYYY-MM-DD') as day, count(*)::int as n
     from message where cause = 'escalation.told' and subject_id = $1 and dedupe_key not like '%/first' group by 1, 2`,
    [escalationId],
  )
  return new Map(rows.map(({ person_id, day, n }) => [`${day} ${person_id}`, n]))
}

async function hours(count: number) {
  for (let passed = 0; passed < count; passed += 1) {
    story.pass(story.hour)
    await story.round()
  }
}

describe('A stalled loop of which everybody was told', () => {
  test('is told to all of them again at each further miss, at most once a day, until somebody takes it [R089]', async () => {
    const { escalationId } = await story.stalled('hana')
    for (let day = 0; day < 3; day += 1) await hours(24)
    expect(await story.toldOf(escalationId)).toEqual(all)
    // Three more days of school: each of the three hears of it on each of them, once.
    const before = await toldAgain(escalationId)
    await hours(72)
    const after = await toldAgain(escalationId)
    expect(after.size).toBeGreaterThan(before.size)
    expect([...after.values()].every((times) => times === 1)).toBe(true)
    const days = new Set([...after.keys()].map((key) => key.slice(0, 10)))
    expect(after.size).toBe(days.size * all.length)
    expect(days.size).toBeGreaterThanOrEqual(2)

    const since = story.clock.now()
    const asked = { escalationId, personId: cast.yolanda.id }
    const waits = (moment: Date) => asHouse((tx) => waitsForMoving(tx, { ...asked, since: moment }))
    expect(await waits(since)).toBe(true)
    story.pass(story.hour)
    story.must(await takeEscalation.perform(story.being('lucia'), { escalationId }))
    // Whoever was told before it was taken is not written to any more; whoever is told because it stays, is.
    expect(await waits(since)).toBe(false)
    expect(await waits(new Date(story.clock.now().getTime() + story.day))).toBe(true)
  })
})

describe('After a standstill', () => {
  test('students of high need are looked at and told of before all others', async () => {
    const others = [await story.decide('owen'), await story.decide('kayla')]
    const high = await story.openHighNeed('mateo')
    await story.round()
    story.pass(30 * story.day)
    const now = story.clock.now()
    const looked = await asHouse(async (tx) =>
      listWaiting(tx, { revision: await currentRevision(tx), now, most: 3 }),
    )
    expect(looked.map(({ id }) => id)).toContain(high)
    expect(looked.map(({ highNeed }) => highNeed)).toEqual(
      looked.map(({ highNeed }) => highNeed).toSorted((one, other) => Number(other) - Number(one)),
    )
    expect(looked.some(({ id }) => others.includes(id))).toBe(true)
    await story.round()
    story.pass(9 * story.day)
    const { rows } = await story.admin.query<{ id: string; high_need: boolean }>(
      'select id, high_need from escalation where closed_at is null order by next_due_at',
    )
    const late = await asHouse((tx) => listLate(tx, story.clock.now()))
    const needOf = new Map(rows.map(({ id, high_need }) => [id, high_need]))
    const needs = late.map((id) => needOf.get(id))
    expect(needs).toEqual(needs.toSorted((one, other) => Number(other) - Number(one)))
    expect(late.length).toBeGreaterThan(0)
  })
})
