import { afterAll, beforeAll, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import type { Transaction } from '#platform/database/database.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { type CaseReviewStory, caseReviewStory, coordinates } from '#tests/support/case-review-story.ts'
import { caseFacts, casesFacts } from './case-facts.ts'

let story: CaseReviewStory
beforeAll(async () => {
  story = await caseReviewStory()
  await story.accepted('sofia', coordinates)
  await story.accepted('theo', coordinates)
  await story.alsoAtNorthbank('theo')
})
afterAll(() => story.close())

/** A transaction that counts what is asked of it. */
function counted(tx: Transaction) {
  const asked = { times: 0 }
  const counting = new Proxy(tx, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target)
      if (typeof value !== 'function') return value
      return (...given: unknown[]): unknown => {
        if (key === 'all' || key === 'one' || key === 'maybe') asked.times += 1
        return Reflect.apply(value, target, given)
      }
    },
  })
  return { counting, asked }
}

test('As much is asked for a review of many students as for one, and the same is known of each', async () => {
  const review = (await story.review(await story.begin())).review
  const lines = [{ studentId: families.theo.id }, { studentId: families.sofia.id }]
  const now = story.clock.now()
  await story.db.transaction(scopeOf(actorOf('grace')), async (tx) => {
    const times = async (some: typeof lines) => {
      const { counting, asked } = counted(tx)
      await casesFacts(counting, { review, lines: some, now })
      return asked.times
    }
    await casesFacts(tx, { review, lines, now })
    expect(await times(lines)).toBe(await times(lines.slice(0, 1)))
    expect(await times(lines)).toBeGreaterThan(2)
    const together = await casesFacts(tx, { review, lines, now })
    expect(together.map(({ agencies }) => agencies.length)).toEqual([2, 1])
    for (const [at, line] of lines.entries())
      expect(together[at]).toEqual(await caseFacts(tx, { review, line, now }))
  })
})
