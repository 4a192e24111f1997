import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import type { CastKey } from '#tests/riverside/cast.ts'
import { comes, required, trainedOn } from '#tests/support/trained.ts'
import { triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { lookOwn } from '#training/look-own.ts'
import { lookToday } from './look-today.ts'

let story: TriageStory
beforeAll(async () => {
  story = await triageStory()
  await required(story, 'rubric')
  await trainedOn(story, 'daniel', { topic: 'rubric', on: '2026-10-12' })
})
afterAll(() => story.close())

describe('A training that is due', () => {
  test('stands on Today of whoever is due, and of whoever records it, and says whom to ask', async () => {
    const duties = async (key: CastKey) =>
      (await lookToday.see(story.being(key), {})).duties.filter(({ kind }) => kind.includes('training'))
    expect(await duties('daniel')).toEqual([])
    expect(await duties('ines')).toEqual([{ kind: 'own_training', count: 1, late: 1 }])
    const [recorder] = await duties('lucia')
    expect(recorder).toMatchObject({ kind: 'training' })
    expect(recorder?.count).toBeGreaterThan(1)
    const own = await lookOwn.see(await comes(story, 'ines'), {})
    expect(own.trainings).toMatchObject([{ topic: 'rubric', standing: 'never', asked: true }])
    expect(own.ask.map(({ name }) => name)).toContain('Ruth Halvorsen')
  })

  test('to read records closes pages of students, and neither Crisis nor one’s own training', async () => {
    await required(story, 'records')
    const ines = await comes(story, 'ines')
    await expect(lookToday.see(ines, {})).rejects.toEqual(new Problem('training_needed'))
    expect((await lookOwn.see(ines, {})).trainings.map(({ topic }) => topic)).toContain('records')
    await trainedOn(story, 'ines', { topic: 'records', on: '2026-10-13' })
    expect((await lookToday.see(await comes(story, 'ines'), {})).role).toBe('nurse')
    await required(story, 'records', { version: 1, isRequired: 'no' })
  })
})
