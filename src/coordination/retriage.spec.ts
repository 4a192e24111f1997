import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideTriage } from '#concerns/decide-triage.ts'
import { retriageStudent } from '#concerns/open-retriage.ts'
import { raiseConcern } from '#concerns/raise-concern.ts'
import { screenConcern } from '#concerns/screen-concern.ts'
import { families } from '#tests/riverside/families.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { answers, choices } from '#tests/support/triage-story.ts'
import { lookStudent } from './look-student.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

const studentId = families.ruben.id
const daniel = () => story.being('daniel')
const decide = async (concernId: string, set: 'moderate' | 'high') => {
  const asked = { concernId, version: 1, answers: answers[set] }
  const { screeningId } = story.must(await screenConcern.perform(daniel(), asked))
  const path = set === 'moderate' ? choices.b : { ...choices.c, exitCriterion: 'not_improving' }
  return story.must(await decideTriage.perform(daniel(), { concernId, screeningId, ...path }))
}

test('A new triage on path (b) leads to (c); both decisions stay, and what happens if risk rises is said [R021]', async () => {
  const said = { studentId, observed: 'Quiet', urgency: 'this_week' }
  const { concernId } = story.must(await raiseConcern.perform(story.being('joan'), said))
  await decide(concernId, 'moderate')
  const page = () => lookStudent.see(daniel(), { studentId })
  expect((await page()).leads.map(({ name }) => name)).toContain('Ruth Halvorsen')

  story.clock.set('2026-10-15T18:00:00Z')
  const again = { studentId, observed: 'It got worse', urgency: 'today' }
  const anew = story.must(await retriageStudent.perform(daniel(), again))
  await decide(anew.concernId, 'high')

  const after = await page()
  expect(after.leads.map(({ name }) => name)).toContain('Ruth Halvorsen')
  const decided = await story.rows(
    `select d.chosen, c.retriage_of is not null as anew from triage_decision d join concern c on c.id = d.concern_id
     where d.student_id = $1 order by d.decided_at, d.id`,
    studentId,
  )
  expect(decided).toEqual([
    { chosen: 'b', anew: false },
    { chosen: 'c', anew: true },
  ])
  const told = after.full?.timeline
  const events = told === undefined || Array.isArray(told) ? [] : told.events
  const triaged = events
    .flatMap(({ name, steps }) => [name, ...steps.map((step) => step.name)])
    .filter((name) => name === 'decision.made')
  expect(triaged).toHaveLength(2)
  expect(await story.rows(`select state from crisis_incident where student_id = $1`, studentId)).toHaveLength(
    1,
  )
})
