import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answers, choices, triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { comes, required, trainedOn } from '#tests/support/trained.ts'
import { decideTriage } from './decide-triage.ts'
import { screenConcern } from './screen-concern.ts'
import { triagePage } from './triage-page.ts'

let story: TriageStory
beforeAll(async () => {
  story = await triageStory()
  await required(story, 'triage')
})
afterAll(() => story.close())

const screens = async (concernId: string, set: keyof typeof answers) =>
  screenConcern.perform(await comes(story, 'daniel'), { concernId, version: 1, answers: answers[set] })

describe('Whoever is not trained to decide in triage', () => {
  test('neither runs the checklist nor decides, and reads whom to ask', async () => {
    const concernId = await story.raise('sofia')
    expect(await screens(concernId, 'moderate')).toEqual({ done: false, because: ['not_trained'] })
    const { screeningId } = await story.run(concernId, 'moderate')
    const given = { concernId, screeningId, ...choices.b }
    const daniel = await comes(story, 'daniel')
    expect(await decideTriage.perform(daniel, given)).toEqual({ done: false, because: ['not_trained'] })
    const { lacking } = await triagePage.see(daniel, { concernId })
    expect(lacking).toMatchObject({ topic: 'triage', until: null })
    expect(lacking?.ask.length).toBeGreaterThan(0)
    await trainedOn(story, 'daniel', { topic: 'triage', on: '2026-10-12' })
    story.must(await decideTriage.perform(await comes(story, 'daniel'), given))
  })

  test('opens a crisis by what indicates one, and decides for it: danger waits for no training', async () => {
    const concernId = await story.raise('liam')
    const ines = await comes(story, 'ines')
    const said = { concernId, version: 1, answers: answers.high }
    const screened = story.must(await screenConcern.perform(ines, said))
    expect(screened.incidentId).not.toBeNull()
    const given = { concernId, screeningId: screened.screeningId, ...choices.c }
    story.must(await decideTriage.perform(ines, given))
  })
})
