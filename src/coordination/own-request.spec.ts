import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askAsStudent } from '#concerns/ask-as-student.ts'
import { matchStudent } from '#concerns/match-student.ts'
import type { CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { choices, triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { lookStudent } from './look-student.ts'

let story: TriageStory
beforeAll(async () => {
  story = await triageStory()
})
afterAll(() => story.close())

const studentId = families.ada.id
const page = (by: CastKey, position = 0) => lookStudent.see(story.being(by, position), { studentId })
async function told(by: CastKey, position = 0) {
  const events = (await page(by, position)).full?.timeline?.events ?? []
  return events.flatMap((event) => [event, ...event.steps].map(({ name }) => name))
}
const others: [CastKey, number][] = [
  ['maya', 0],
  ['ruth', 0],
  ['ruth', 1],
  ['samuel', 0],
]

describe('What a student asked for on their own', () => {
  test('stands in the timeline of triage staff, and in nobody else’s, not even as a number [R004]', async () => {
    story.must(await askAsStudent.perform(story.anybody(), { name: 'Ada' }))
    const [asked] = await story.rows<{ id: string }>(`select id from concern where student_id is null`)
    const concernId = asked?.id as string
    story.must(await matchStudent.perform(story.being('daniel'), { concernId, studentId }))
    expect(await told('daniel')).toContain('concern.matched')
    expect((await page('daniel')).open.concerns).toBe(1)
    for (const [key, position] of others) {
      expect(await told(key, position)).toEqual([])
      const seen = await page(key, position)
      expect(seen.open.concerns).toBe(0)
      expect(JSON.stringify(seen)).not.toContain(concernId)
    }

    const { screeningId } = await story.run(concernId, 'low')
    story.must(await story.decide({ concernId, screeningId, ...choices.a }))
    expect(await told('daniel')).toEqual(expect.arrayContaining(['concern.screened', 'concern.triaged']))
    for (const [key, position] of others) {
      const names = await told(key, position)
      expect(names).toEqual(expect.arrayContaining(['decision.made', 'support.opened']))
      expect(names.filter((name) => name.startsWith('concern.'))).toEqual([])
    }
  })

  test('and what a teacher raised stands in everybody’s who may open the page', async () => {
    await story.raise('ada')
    expect(await told('maya')).toContain('concern.raised')
    expect((await page('maya')).open.concerns).toBe(1)
  })
})
