import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { recordResult } from '#referrals/record-result.ts'
import { updateCaregiver } from '#people/update-caregiver.ts'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { keptTexts, type Posting, postingOf } from '#tests/support/posting.ts'
import { caregiverOf, reminderStory, type ReminderStory } from '#tests/support/reminder-story.ts'
import { noteTextAnswer } from './note-text-answer.ts'
import { setCaregiverChoice } from './set-caregiver-choice.ts'
import { noteTextStatus } from './note-text-status.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/** Wednesday, October 14, 2026, 17:00 in Los Angeles: the visit is tomorrow at 16:30. */
const dayBefore = '2026-10-15T00:00:00Z'
const phone = '206-555-0137'

let story: ReminderStory
let posting: Posting
beforeAll(async () => {
  story = await reminderStory()
  posting = postingOf(story)
})
afterAll(() => story.close())

const whose = (family: FamilyKey) => ({ studentId: families[family].id, caregiverId: caregiverOf(family) })

/** What staff write down of how a caregiver is reached. */
async function reach(family: FamilyKey, change: object = {}) {
  const { studentId, caregiverId } = whose(family)
  const [held] = await posting.rows<{ version: number; name: string }>(
    'select version, name from caregiver where id = $1',
    [caregiverId],
  )
  const reached = {
    name: held?.name,
    version: held?.version,
    phone,
    language: 'es',
    contactRule: 'any',
    relationship: 'mother',
    authority: 'may_consent',
    contactHours: '',
    ...change,
  }
  story.must(await updateCaregiver.perform(story.maya(), { studentId, caregiverId, ...reached }))
}
const agree = async (family: FamilyKey, change: object = {}) => {
  const [held] = await posting.rows<{ version: number }>('select version from message_choice where id = $1', [
    caregiverOf(family),
  ])
  const given = { ...whose(family), version: held?.version ?? 0, text: 'yes', ...change }
  return setCaregiverChoice.perform(story.maya(), given)
}
/** A visit whose family agreed to texts, on the day before. */
async function coming(family: FamilyKey, { reached = {}, agreed = {} } = {}) {
  const visit = await story.booked(family)
  await reach(family, reached)
  story.must(await agree(family, agreed))
  story.clock.set(dayBefore)
  return visit
}
const of = async (appointmentId: string) =>
  (
    await posting.rows<{ id: string; ending: string | null; next_at: Date | null }>(
      'select id, ending, next_at from message where subject_id = $1',
      [appointmentId],
    )
  )[0]
const textsTo = (number: string) => posting.texts.filter(({ to }) => to === number).length

describe('A family whose visit is tomorrow', () => {
  test('gets one text in its language that says nothing, and the try is kept when it arrived [R057]', async () => {
    const { appointmentId, reminderId } = await coming('sofia')
    await posting.round()
    await posting.round()
    expect(posting.texts).toHaveLength(1)
    expect(posting.texts[0]).toMatchObject({ to: phone })
    expect(posting.texts[0]?.text).toMatch(/^Tiene un mensaje nuevo\./)
    expect(posting.texts[0]?.text).toContain('STOP')
    const message = await of(appointmentId)
    expect(message?.ending).toBe('sent')
    const tries = () =>
      posting.rows('select outcome, reply, channel, source from reminder_attempt where reminder_id = $1', [
        reminderId,
      ])
    expect(await tries()).toEqual([])
    const said = { messageId: message?.id, outcome: 'delivered' }
    const house = story.asSystem(story.districtId)
    story.must(await noteTextStatus.perform(house, said))
    expect(await noteTextStatus.perform(house, said)).toMatchObject({ because: ['known_already'] })
    const kept = { outcome: 'delivered', reply: 'no_reply', channel: 'text', source: 'system' }
    expect(await tries()).toEqual([kept])
  })

  test('gets nothing before it agreed', async () => {
    const { appointmentId } = await story.booked('theo')
    await reach('theo')
    story.clock.set(dayBefore)
    await posting.round()
    expect(await of(appointmentId)).toBeUndefined()
  })

  test('may have agreed to the day and the time, which are said as they are now', async () => {
    await coming('ruben', { agreed: { withTime: 'yes' }, reached: { phone: '206-555-0150' } })
    await posting.round()
    expect(posting.texts.at(-1)?.text).toMatch(/^Tiene un recordatorio para .*15.*16:30/)
  })
})

describe('What is safe is asked when it goes out', () => {
  test('a rule that was set after the message was made holds', async () => {
    const { appointmentId } = await coming('mateo', { reached: { phone: '206-555-0151' } })
    // It is made at night, waits for the morning, and by then they asked not to be contacted.
    story.clock.set('2026-10-15T05:00:00Z')
    await posting.round()
    expect((await of(appointmentId))?.next_at).toEqual(new Date('2026-10-15T15:00:00Z'))
    await reach('mateo', { contactRule: 'do_not_contact', phone: '206-555-0151' })
    story.clock.set('2026-10-15T15:00:00Z')
    await posting.round()
    expect((await of(appointmentId))?.ending).toBe('do_not_contact')
    expect(textsTo('206-555-0151')).toBe(0)
  })

  test('safe hours in words are a reason to call and not to send', async () => {
    const reached = { contactHours: 'after work, not when he is home', phone: '206-555-0152' }
    const { appointmentId } = await coming('lena', { reached })
    await posting.round()
    expect((await of(appointmentId))?.ending).toBe('hours_in_words')
    expect(textsTo('206-555-0152')).toBe(0)
  })

  test('a pause holds, and what would come too late does not come', async () => {
    const agreed = { pausedOn: '2026-10-20', reason: 'safety' }
    const { appointmentId } = await coming('owen', { agreed, reached: { phone: '206-555-0153' } })
    await posting.round()
    expect((await of(appointmentId))?.ending).toBe('too_late')
    expect(textsTo('206-555-0153')).toBe(0)
  })

  test('STOP from a phone holds for every message to it, until START', async () => {
    const number = '206-555-0154'
    const mark = keptTexts().mark(number)
    const house = story.asSystem(story.districtId)
    const { appointmentId } = await coming('ivy', { reached: { phone: number } })
    story.must(await noteTextAnswer.perform(house, { mark, asked: 'stop' }))
    await posting.round()
    expect((await of(appointmentId))?.ending).toBe('stopped')
    expect(textsTo(number)).toBe(0)
    story.must(await noteTextAnswer.perform(house, { mark, asked: 'start' }))
  })

  test('a visit that was cancelled meanwhile reminds nobody', async () => {
    const { appointmentId, referralId } = await coming('ada', { reached: { phone: '206-555-0155' } })
    story.clock.set('2026-10-15T05:00:00Z')
    await posting.round()
    const cancelled = { referralId, appointmentId, result: 'cancelled_by_family' }
    story.must(await recordResult.perform(story.being('noor'), cancelled))
    story.clock.set('2026-10-15T15:00:00Z')
    await posting.round()
    expect((await of(appointmentId))?.ending).toBe('not_needed')
  })
})

describe('A family that had enough messages this week', () => {
  test('gets no more, from whomever, and the next family does', async () => {
    const number = '206-555-0156'
    const { appointmentId } = await coming('tessa', { reached: { phone: number } })
    const caregiver = caregiverOf('tessa')
    await story.admin.query('begin; set local session_replication_role = replica')
    for (const before of [1, 2, 3])
      await story.admin.query(
        `insert into message (district_id, id, kind, cause, caregiver_id, subject_type, subject_id, dedupe_key, made_at, due_at,
           sent_at, ended_at, ending) select $1, gen_random_uuid(), 'reminder', 'visit', $2, 'appointment', gen_random_uuid(), $3, t,
           t, t, t, 'sent' from (select $4::timestamptz - $5::int * interval '1 day' as t) at`,
        [story.districtId, caregiver, `earlier/${before}`, dayBefore, before],
      )
    await story.admin.query('commit')
    await posting.round()
    // The fourth would wait until the week is over, and the visit is tomorrow.
    expect((await of(appointmentId))?.ending).toBe('too_late')
    expect(textsTo(number)).toBe(0)
  })
})

describe('What cannot be written down of a family', () => {
  test('is a yes to messages for somebody who is not to be contacted, or hours that never come', async () => {
    await reach('theo', { contactRule: 'do_not_contact' })
    expect(await agree('theo')).toMatchObject({ because: ['not_to_contact'] })
    await reach('theo', { contactRule: 'call_only' })
    expect(await agree('theo')).toMatchObject({ because: ['calls_only'] })
    await reach('theo')
    const never = { hoursFrom: '22:00', hoursUntil: '23:00' }
    expect(await agree('theo', never)).toMatchObject({ because: ['hours_never'] })
    expect(await agree('theo', { hoursFrom: '17:00' })).toMatchObject({ because: ['hours_half'] })
    const past = { pausedOn: '2026-10-01', reason: 'away' }
    expect(await agree('theo', past)).toMatchObject({ because: ['pause_past'] })
    expect(await agree('theo', { pausedOn: '2026-11-01' })).toMatchObject({ because: ['reason_missing'] })
  })
})
