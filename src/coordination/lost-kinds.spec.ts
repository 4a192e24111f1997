import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addImprovement } from '#debriefs/add-improvement.ts'
import { endAccess } from '#district/end-access.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { schools } from '#tests/riverside/places.ts'
import { type AfterStory, afterStory } from '#tests/support/after-story.ts'
import { choices } from '#tests/support/triage-story.ts'
import { checkLost } from './check-lost.ts'
import { handOverWork } from './hand-over-work.ts'
import { lookLeftWork } from './look-left-work.ts'
import { lookLost } from './look-lost.ts'

let story: AfterStory
let incidentId = ''
beforeAll(async () => {
  story = await afterStory()
  incidentId = await story.closed()
  const better = { incidentId, words: 'Numbers by each door', ownerId: cast.samuel.id, dueOn: story.later() }
  story.must(await addImprovement.perform(story.being('samuel'), better))
  const { concernId, screeningId } = await story.ready('lena', 'low')
  story.must(await story.decide({ concernId, screeningId, version: 1, ...choices.a }))
  await story.began({ studentId: families.mateo.id, onPremises: 'yes', place: 'Gym' })
})
afterAll(() => story.close())

/** A look at a moment of its own, so that the last one is known. */
async function check() {
  story.clock.set(new Date(story.clock.now().getTime() + 1000))
  return checkLost(story.system())
}
/** What the last look found, as whoever answers for it reads it. */
async function found() {
  const { findings } = await lookLost.see(story.being('ruth'), {})
  return findings.map(({ recordType, lacks }) => `${recordType} ${lacks}`)
}
const foundNow = async () => {
  await check()
  return found()
}

test('What is open after a crisis, at school and in triage lacks nothing', async () => {
  const { open, found: missing } = await check()
  expect(open).toBeGreaterThanOrEqual(5)
  expect([missing, await found()]).toEqual([0, []])
})

describe('Each kind proves a clock of its own', () => {
  const long = `now() - interval '400 days'`
  test.each([
    ['support', 'brief_support', 'review_on', `('2026-09-01')`],
    ['improvement', 'improvement', 'due_on', `('2026-09-01')`],
    ['follow_up', 'follow_up', 'due_at', long],
    ['debrief', 'incident_review', 'due_at', `opened_at - interval '1 hour'`],
    ['return', 'return_plan', 'next_due_at', `opened_at - interval '1 hour'`],
    ['incident', 'crisis_incident', 'check_due_at', long],
  ])('a %s whose day nobody moved is found', async (type, table, column, stale) => {
    const before = await story.rows<{ id: string; was: unknown }>(
      `select id, to_jsonb(${column}) #>> '{}' as was from ${table} where ${type === 'incident' ? `state <> 'closed'` : 'true'}`,
    )
    expect(before.length).toBeGreaterThan(0)
    await story.behind(`update ${table} set ${column} = ${stale} where id = any($1::uuid[])`, [
      before.map(({ id }) => id),
    ])
    expect(await foundNow()).toContain(`${type} clock`)
    for (const { id, was } of before)
      await story.behind(`update ${table} set ${column} = ($2::jsonb #>> '{}')::timestamptz where id = $1`, [
        id,
        JSON.stringify(was),
      ])
    expect(await foundNow()).not.toContain(`${type} clock`)
  })
})

test('A student at high risk whom nobody clinical holds is found by name of the record, until somebody does', async () => {
  await story.behind('update brief_support set high_risk_at = now(), clinician_id = null')
  expect(await foundNow()).toEqual(['support clinician'])
  const { html } = await story.pages.get('ruth', '/lost')
  expect(html).toContain('The risk is high, and nobody clinical holds it')
  await story.behind('update brief_support set clinician_id = $1', [cast.daniel.id])
  expect(await foundNow()).toEqual(['support clinician'])
  await story.behind('update brief_support set clinician_id = $1', [cast.helen.id])
  expect(await foundNow()).toEqual([])
})

test('An improvement whose owner is gone waits under the work to hand over, as a number, and goes on from there', async () => {
  story.must(await endAccess.perform(story.being('leila'), { personId: cast.samuel.id }))
  expect(await foundNow()).toContain('improvement owner')
  const { left } = await lookLeftWork.see(story.being('ruth'), {})
  expect(left).toMatchObject([{ personId: cast.samuel.id, improvements: 1, rows: [] }])
  const { html } = await story.pages.get('ruth', '/left-work')
  expect(html).toContain('Improvements after an incident: 1')
  const given = { personId: cast.samuel.id, schoolId: schools.alderCreek.id }
  const to = (improvementsToId: string) =>
    handOverWork.perform(story.being('ruth'), { ...given, improvementsToId })
  expect(await to(cast.joan.id)).toMatchObject({ because: ['not_able'] })
  expect(story.must(await to(cast.ruth.id))).toMatchObject({
    improvements: 1,
  })
  expect(await story.rows('select owner_id from improvement')).toEqual([{ owner_id: cast.ruth.id }])
  expect(await foundNow()).not.toContain('improvement owner')
})
