import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { Problem } from '#platform/problem.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { idOf } from '#tests/riverside/ids.ts'
import { riversideId } from '#tests/riverside/places.ts'
import { visitFor } from '#tests/support/handoff-story.ts'
import { caregiverOf, type ReminderStory, reminderStory, wednesday } from '#tests/support/reminder-story.ts'
import { logReminder } from './log-reminder.ts'
import { rebookAppointment } from './rebook-appointment.ts'
import { reminderPage } from './reminder-page.ts'

let story: ReminderStory
beforeAll(async () => {
  story = await reminderStory()
})
afterAll(() => story.close())

const triesOf = (reminderId: string) =>
  story.rows('select * from reminder_attempt where reminder_id = $1 order by happened_at, id', reminderId)
const standing = async (reminderId: string) => (await reminderPage.see(story.maya(), { reminderId })).standing
const toStudent = { whom: 'student', channel: 'in_person', language: 'en' }

describe('A reminder of a visit', () => {
  test('comes with the booking, by the standard in force, and what came of it is kept [R057]', async () => {
    const { appointmentId, reminderId } = await story.booked('sofia')
    const [planned] = await story.rows('select * from appointment_reminder where id = $1', reminderId)
    expect(planned).toMatchObject({
      appointment_id: appointmentId,
      due_at: new Date('2026-10-15T00:00:00Z'),
      due_standard: { clock: 'visit_reminder', unit: 'school_days', amount: 1, version: 1 },
    })
    expect(await standing(reminderId)).toBe('owed')
    story.clock.set(wednesday)
    story.must(await story.tell(reminderId, 'sofia'))
    expect(await triesOf(reminderId)).toMatchObject([
      {
        reached: 'caregiver',
        caregiver_id: caregiverOf('sofia'),
        channel: 'phone',
        language: 'es',
        outcome: 'delivered',
        reply: 'confirmed',
        source: 'staff',
        happened_at: new Date(wednesday),
      },
    ])
    expect(await standing(reminderId)).toBe('delivered')
  })

  test('that did not arrive stays owed, and another try is a row more [R057]', async () => {
    const { reminderId } = await story.booked('mateo')
    story.clock.set(wednesday)
    story.must(await story.tell(reminderId, 'mateo', { channel: 'text', answer: 'not_delivered' }))
    expect(await standing(reminderId)).toBe('owed')
    story.clock.set('2026-10-14T20:00:00Z')
    story.must(await story.tell(reminderId, 'mateo', { ...toStudent, answer: 'no_reply' }))
    expect(await standing(reminderId)).toBe('delivered')
    expect(await triesOf(reminderId)).toMatchObject([
      { channel: 'text', reached: 'caregiver', outcome: 'not_delivered', reply: null },
      { channel: 'in_person', reached: 'student', outcome: 'delivered', reply: 'no_reply' },
    ])
  })

  test('is planned for a visit the agency books too, which can read neither it nor the tries', async () => {
    const { referralId } = await story.accepted('hana')
    const reminderId = await story.reminderOf(await story.book(referralId))
    story.must(await story.tell(reminderId, 'hana'))
    const seenBy = (key: 'noor' | 'maya', table: string) =>
      story.db.transaction(scopeOf(actorOf(key)), (tx) =>
        tx.all(sql`select from ${sql.table(table)} where referral_id = ${referralId}`),
      )
    for (const table of ['appointment_reminder', 'reminder_attempt']) {
      expect(await seenBy('noor', table), table).toEqual([])
      expect(await seenBy('maya', table), table).toHaveLength(1)
    }
    const asked = { reminderId, ...toStudent, answer: 'confirmed' }
    await expect(reminderPage.see(story.noor(), asked)).rejects.toThrow(new Problem('not_allowed'))
    await expect(logReminder.perform(story.noor(), asked)).rejects.toThrow(new Problem('not_allowed'))
    const jonah = logReminder.perform(story.being('jonah'), asked)
    await expect(jonah).rejects.toThrow(new Problem('not_found'))
  })

  test('is put in by the agency of the visit, and by no other', async () => {
    const { referralId } = await story.booked('tessa')
    const forged = (key: 'noor' | 'farah') =>
      story.db.transaction(scopeOf(actorOf(key)), (tx) =>
        tx.run(sql`
          insert into appointment_reminder (district_id, id, appointment_id, referral_id, student_id, partner_id, due_at,
            due_standard, planned_at)
          values (${riversideId}, ${idOf(`reminder by ${key}`)}, ${idOf('no visit')}, ${referralId}, ${families.tessa.id},
            ${actorOf('noor').partnerId}, now(), '{}', now())`),
      )
    await expect(forged('farah')).rejects.toMatchObject({ code: '42501' })
    // Its own agency passes the wall, and fails at the visit that does not exist.
    await expect(forged('noor')).rejects.toMatchObject({ code: '23503' })
  })

  test('puts another time first when the family asks for one, until they can come after all', async () => {
    const { referralId, reminderId } = await story.booked('theo')
    story.clock.set(wednesday)
    story.must(await story.tell(reminderId, 'theo', { answer: 'asks_to_reschedule' }))
    expect(await story.rowOf(referralId)).toMatchObject({
      next_step: 'rebook_visit',
      next_owner: 'navigator',
    })
    expect(await standing(reminderId)).toBe('move_asked')
    story.must(await story.tell(reminderId, 'theo'))
    expect(await story.rowOf(referralId)).toMatchObject({ next_step: 'hold_visit', next_owner: 'partner' })
    expect(await standing(reminderId)).toBe('delivered')
  })

  test('is off once the visit is moved, and the new time has one of its own', async () => {
    const { referralId, appointmentId, reminderId } = await story.booked('kayla')
    const moved = { appointmentId, ...visitFor(referralId, { on: '2026-10-16' }) }
    const next = story.must(await rebookAppointment.perform(story.maya(), moved)).appointmentId
    expect(await standing(reminderId)).toBe('off')
    const [planned] = await story.rows('select * from appointment_reminder where appointment_id = $1', next)
    expect(planned).toMatchObject({ due_at: new Date('2026-10-16T00:00:00Z') })
    story.clock.set(wednesday)
    expect(await story.tell(reminderId, 'kayla')).toEqual({ done: false, because: ['visit_off'] })
  })

  test('keeps codes alone, goes to somebody of the family, and only before the visit', async () => {
    const { reminderId } = await story.booked('ruben')
    story.clock.set(wednesday)
    for (const words of [{ answer: 'feels worse' }, { whom: 'Tía Ana' }, { channel: 'shouting' }])
      await expect(story.tell(reminderId, 'ruben', words)).rejects.toMatchObject({ code: 'not_valid' })
    expect(await story.tell(reminderId, 'sofia')).toEqual({ done: false, because: ['not_a_caregiver'] })
    const friday = '2026-10-16T16:00:00Z'
    story.clock.set(friday)
    expect(await story.tell(reminderId, 'ruben')).toEqual({ done: false, because: ['visit_begun'] })
    story.must(await story.tell(reminderId, 'ruben', { on: '2026-10-14', at: '11:00' }))
    const kept = { happened_at: new Date(wednesday), entered_at: new Date(friday) }
    expect(await triesOf(reminderId)).toMatchObject([kept])
  })
})
