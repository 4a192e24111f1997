import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordContact } from '#escalations/record-contact.ts'
import { logContact } from '#handoffs/log-contact.ts'
import { families } from '#tests/riverside/families.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { stalledStory, type StalledStory } from '#tests/support/stalled-story.ts'
import { lookStudent } from './look-student.ts'

let story: StalledStory
beforeAll(async () => {
  story = await stalledStory()
})
afterAll(() => story.close())

const studentId = families.kayla.id
const last = async (key: 'daniel' | 'maya' | 'helen') =>
  (await lookStudent.see(story.being(key), { studentId })).full?.lastContact

test('A second person at school reads when the family was last reached for, how, and what came of it, before calling [R062]', async () => {
  const { referralId, escalationId } = await story.stalled('kayla')
  const before = await last('daniel')
  const tried = { referralId, caregiverId: families.kayla.caregivers[0]?.id, mode: 'text', language: 'es' }
  const next = { nextOn: '2026-12-01', nextAt: '09:00' }
  const interpreter = 'Ana Ruiz'
  story.must(
    await logContact.perform(story.being('maya'), { ...tried, interpreter, result: 'no_answer', ...next }),
  )
  const said = await last('daniel')
  expect(said).not.toEqual(before)
  expect(said).toMatchObject({
    of: 'log',
    contact: { mode: 'text', language: 'es', interpreter, result: 'no_answer', enteredByName: 'Maya Okafor' },
  })
  const pages = await pagesOf(story)
  const { html } = await pages.get('daniel', `/students/${studentId}`)
  await pages.close()
  expect(html).toMatch(/Last contact with the family: .*, By text, Spanish, interpreter Ana Ruiz\./)

  // What the lead did over the stalled loop is a contact of the same family.
  story.pass(60_000)
  const called = { escalationId, reached: 'yes', barriers: ['transportation'] }
  story.must(await recordContact.perform(story.being('ruth'), called))
  expect(await last('daniel')).toMatchObject({ of: 'lead', contact: { reached: true } })
})
