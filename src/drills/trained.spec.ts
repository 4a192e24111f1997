import { afterAll, beforeAll, expect, test } from 'vitest'
import { incidentPage } from '#crisis/incident-page.ts'
import { runRubric } from '#crisis/run-rubric.ts'
import { cast } from '#tests/riverside/cast.ts'
import { schools } from '#tests/riverside/places.ts'
import { comes, required } from '#tests/support/trained.ts'
import { triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { beginDrill } from './begin-drill.ts'
import { completeDrill } from './complete-drill.ts'
import { planDrill } from './plan-drill.ts'

let story: TriageStory
beforeAll(async () => {
  story = await triageStory()
  await required(story, 'rubric')
})
afterAll(() => story.close())

const answers = { hurt_or_in_reach: 'low', said: 'moderate', with_an_adult: 'moderate', today: 'low' }

test('whoever is not trained runs the rubric in a drill, which says that in a crisis somebody trained would', async () => {
  const schoolId = schools.alderCreek.id
  const plan = { schoolId, kind: 'timed', scenario: 'words_in_class', plannedOn: '2026-10-13' }
  const { drillId } = story.must(await planDrill.perform(story.being('ruth'), plan))
  const personIds = [cast.ruth.id, cast.daniel.id]
  story.must(await beginDrill.perform(story.being('ruth'), { drillId, personIds }))
  const daniel = await comes(story, 'daniel')
  const page = await incidentPage.see(daniel, { incidentId: drillId })
  expect(page.rubric).toMatchObject({ drilled: true, lacking: null, asked: null })
  story.must(await runRubric.perform(daniel, { incidentId: drillId, answers }))
  story.must(await completeDrill.perform(story.being('ruth'), { drillId, heldOn: '2026-10-13' }))
})
