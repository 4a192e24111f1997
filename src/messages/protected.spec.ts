import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { protectContact } from '#people/protect-contact.ts'
import { updateCaregiver } from '#people/update-caregiver.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { type Posting, postingOf } from '#tests/support/posting.ts'
import { caregiverOf, reminderStory, type ReminderStory } from '#tests/support/reminder-story.ts'
import { setCaregiverChoice } from './set-caregiver-choice.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let story: ReminderStory
let posting: Posting
beforeAll(async () => {
  story = await reminderStory()
  posting = postingOf(story)
})
afterAll(() => story.close())

const whose = { studentId: families.kayla.id, caregiverId: caregiverOf('kayla') }
type Held = { version: number; name: string; phone: string | null }
const held = async () =>
  (
    await posting.rows<Held>('select version, name, phone from caregiver where id = $1', [whose.caregiverId])
  )[0] as Held
/** What staff write down of how the caregiver is reached. */
async function reach(phone: string) {
  const { version, name } = await held()
  const said = { name, language: 'es', relationship: 'mother', authority: 'may_consent', contactHours: '' }
  story.must(await updateCaregiver.perform(story.maya(), { ...whose, ...said, version, phone }))
}
const textsTo = (number: string) => posting.texts.filter(({ to }) => to === number).length

test('A family is written to where its contact is protected, at the number that was learned since', async () => {
  const [before, learned] = ['206-555-0160', '206-555-0161']
  await story.booked('kayla')
  await reach(before)
  const order = { reason: 'protective_order', endsOn: '2027-06-30', readers: [cast.leila.id] }
  story.must(await protectContact.perform(story.being('leila'), { ...whose, ...order }))
  await reach(learned)
  expect(await held()).toMatchObject({ phone: null })
  story.must(await setCaregiverChoice.perform(story.maya(), { ...whose, version: 0, text: 'yes' }))
  story.clock.set('2026-10-15T00:00:00Z')
  await posting.round()
  expect([textsTo(before), textsTo(learned)]).toEqual([0, 1])
})
