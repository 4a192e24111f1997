import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { comes, required, trainedOn } from '#tests/support/trained.ts'
import { triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { askTrained } from './ask-trained.ts'
import { callResponse } from './call-response.ts'
import { incidentPage } from './incident-page.ts'
import { nameRole } from './name-role.ts'
import { runRubric } from './run-rubric.ts'
import { skipStep } from './skip-step.ts'
import { startIncident } from './start-incident.ts'
import { tickSafety } from './tick-safety.ts'

let story: TriageStory
beforeAll(async () => {
  story = await triageStory()
  await required(story, 'rubric')
  await trainedOn(story, 'ruth', { topic: 'rubric', on: '2026-10-01' })
  await trainedOn(story, 'daniel', { topic: 'rubric', on: '2025-10-01' })
})
afterAll(() => story.close())
beforeEach(() => story.clock.set('2026-10-13T20:30:00Z'))

const answers = { hurt_or_in_reach: 'low', said: 'moderate', with_an_adult: 'moderate', today: 'low' }
const came = (key: CastKey, position = 0) => comes(story, key, position)
const begins = async (key: CastKey) =>
  story.must(await startIncident.perform(await came(key), { studentId: families.sofia.id })).incidentId
const runs = async (key: CastKey, incidentId: string) =>
  runRubric.perform(await came(key), { incidentId, answers })
const news = (incidentId: string) =>
  story.rows<{ person_id: string; read: boolean }>(
    `select person_id, read_at is not null as read from notice where kind = 'crisis.trained_asked' and subject_id = $1`,
    [incidentId],
  )

describe('Whoever is not trained to run the rubric', () => {
  test('[R308] cannot run it, and begins and writes everything else of an emergency all the same', async () => {
    const incidentId = await begins('daniel')
    expect(await runs('daniel', incidentId)).toEqual({ done: false, because: ['not_trained'] })
    const daniel = await came('daniel')
    story.must(await tickSafety.perform(daniel, { incidentId, action: 'not_alone' }))
    story.must(await nameRole.perform(daniel, { incidentId, role: 'stays', self: 'yes' }))
    const call = { incidentId, response: 'emergency_services', reached: '911' }
    story.must(await callResponse.perform(daniel, call))
    const left = { incidentId, step: 'rubric', why: 'Nobody trained was there' }
    // Nobody leaves it out alone: a second person is named, and looks at it.
    expect(await skipStep.perform(daniel, left)).toEqual({ done: false, because: ['left_out_alone'] })
    story.must(await skipStep.perform(daniel, { ...left, reviewerId: cast.helen.id }))
  })

  test('has somebody trained asked by itself, and the lead told, and reads which training and whom to ask', async () => {
    const incidentId = await begins('daniel')
    expect(await news(incidentId)).toEqual([{ person_id: cast.ruth.id, read: false }])
    const page = await incidentPage.see(await came('daniel'), { incidentId })
    expect(page.rubric.lacking).toMatchObject({ topic: 'rubric', until: '2026-10-01' })
    expect(page.rubric.lacking?.ask.map(({ name }) => name)).toContain('Ruth Halvorsen')
    expect(page.rubric.trained.map(({ name }) => name)).toEqual(['Ruth Halvorsen'])
    expect(page.rubric.asked?.name).toBe('Ruth Halvorsen')
    expect(page.rubric.mayAsk).toBe(false)
  })

  test('goes on with the next step while somebody trained comes', async () => {
    const incidentId = await begins('daniel')
    const daniel = await came('daniel')
    story.must(await tickSafety.perform(daniel, { incidentId, action: 'not_alone' }))
    for (const role of ['stays', 'tells_caregiver', 'writes', 'plans_return'])
      story.must(await nameRole.perform(daniel, { incidentId, role, self: 'yes' }))
    expect((await incidentPage.see(daniel, { incidentId })).step).toBe('response')
    expect((await incidentPage.see(await came('ruth', 1), { incidentId })).step, 'hers is the rubric').toBe(
      'rubric',
    )
    story.must(await runRubric.perform(await came('ruth', 1), { incidentId, answers }))
    expect(await news(incidentId)).toEqual([{ person_id: cast.ruth.id, read: true }])
  })

  test('asks with one press where whoever began it is trained, and once', async () => {
    const incidentId = await begins('ruth')
    expect(await news(incidentId)).toEqual([])
    const lucia = await came('lucia')
    expect((await incidentPage.see(lucia, { incidentId })).rubric.mayAsk).toBe(true)
    story.must(await askTrained.perform(lucia, { incidentId }))
    expect(await askTrained.perform(lucia, { incidentId })).toEqual({
      done: false,
      because: ['asked_already'],
    })
  })

  test('runs it as soon as the training is recorded', async () => {
    const incidentId = await begins('ines')
    expect((await runs('ines', incidentId)).done).toBe(false)
    await trainedOn(story, 'ines', { topic: 'rubric', on: '2026-10-13' })
    story.must(await runs('ines', incidentId))
  })
})
