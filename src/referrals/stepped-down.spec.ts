import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideTriage } from '#concerns/decide-triage.ts'
import { raiseConcern } from '#concerns/raise-concern.ts'
import { screenConcern } from '#concerns/screen-concern.ts'
import { giveStrategy } from '#supports/give-strategy.ts'
import { reviewSupport } from '#supports/review-support.ts'
import { startSupport } from '#supports/start-support.ts'
import { supportPage } from '#supports/support-page.ts'
import { families } from '#tests/riverside/families.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { answers, choices } from '#tests/support/triage-story.ts'

let story: AgencyStory
let supportId: string
beforeAll(async () => {
  story = await agencyStory()
  await story.seen('sofia')
  supportId = await atSchool()
})
afterAll(() => story.close())

const daniel = () => story.being('daniel')

/** Brief support of somebody whom an agency sees already, decided and started. */
async function atSchool() {
  const observed = { studentId: families.sofia.id, observed: 'Quiet again', urgency: 'this_week' }
  const { concernId } = story.must(await raiseConcern.perform(story.being('joan'), observed))
  const checked = { concernId, version: 1, answers: answers.low }
  const { screeningId } = story.must(await screenConcern.perform(daniel(), checked))
  const decided = await decideTriage.perform(daniel(), { ...choices.a, concernId, screeningId })
  return story.must(decided).openedId
}
const give = (givenTo: string, words: string) => giveStrategy.perform(daniel(), { supportId, givenTo, words })
const card = async () => (await (await pagesOf(story)).get('daniel', `/supports/${supportId}`)).html

test('support at school is stepped down while care outside goes on: the card shows both, and the strategies given [R170]', async () => {
  expect(await give('teacher', 'A break before tests')).toMatchObject({ because: ['not_begun'] })
  story.must(await startSupport.perform(daniel(), { supportId }))
  story.must(await give('caregiver', 'Pack the bag the evening before'))
  const { criteria, entries } = await supportPage.see(daniel(), { supportId })
  const left = { exitCriterion: criteria[0]?.code, entryCriterion: entries[0]?.code }
  const ended = { supportId, outcome: 'step_down', improving: 'yes', ...left }
  story.must(await reviewSupport.perform(daniel(), ended))
  // What works is given on after the end, too.
  story.must(await give('teacher', 'A break before tests'))

  const { state, strategies, outside } = await supportPage.see(daniel(), { supportId })
  expect(state).toBe('stepped_down')
  expect(outside).toMatchObject([{ agency: 'Cedar Street', firstSeenAt: story.clock.now() }])
  expect(strategies.map(({ givenTo, words }) => `${givenTo}: ${words}`)).toEqual([
    'caregiver: Pack the bag the evening before',
    'teacher: A break before tests',
  ])
  const html = await card()
  for (const said of ['Stepped down', 'Care at Cedar Street goes on', 'Pack the bag', 'A teacher, by Daniel'])
    expect(html).toContain(said)
})

test('whoever does not run the support gives nothing in its name', async () => {
  const maya = giveStrategy.perform(story.being('maya'), { supportId, givenTo: 'teacher', words: 'A break' })
  await expect(maya).rejects.toMatchObject({ code: 'not_allowed' })
})
