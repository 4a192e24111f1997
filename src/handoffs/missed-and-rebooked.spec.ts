import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordResult } from '#referrals/record-result.ts'
import { noShowRate } from '#referrals/visit-rates.ts'
import type { VisitResult } from '#referrals/visit.ts'
import { cast } from '#tests/riverside/cast.ts'
import { visitFor } from '#tests/support/handoff-story.ts'
import { type ReminderStory, reminderStory, tuesday, wednesday } from '#tests/support/reminder-story.ts'
import { rebookAppointment } from './rebook-appointment.ts'

let story: ReminderStory
beforeAll(async () => {
  story = await reminderStory()
})
afterAll(() => story.close())

/** Booked, reminded of and missed. */
async function missed() {
  const booked = await story.booked('lena')
  story.clock.set(wednesday)
  story.must(await story.tell(booked.reminderId, 'lena'))
  story.clock.set('2026-10-16T01:00:00Z')
  const { referralId, appointmentId } = booked
  const given = { referralId, appointmentId, result: 'no_show' }
  story.must(await recordResult.perform(story.noor(), given))
  return booked
}

const visitsOf = (referralId: string) =>
  story.rows('select * from appointment where referral_id = $1 order by starts_at', referralId)

/** How many visits were missed of those that were due, from the records alone. */
const rateOf = async (referralId: string) =>
  noShowRate((await visitsOf(referralId)).map(({ result }) => ({ result: result as VisitResult | null })))

describe('One appointment that is booked, reminded of, missed and booked again', () => {
  test('leaves four records that are linked, and one missed visit counts [R083] [R059]', async () => {
    const { referralId, appointmentId, reminderId } = await missed()
    expect(await story.rowOf(referralId)).toMatchObject({
      next_step: 'rebook_visit',
      next_owner: 'navigator',
      next_due_at: new Date('2026-10-20T00:00:00Z'),
    })
    story.clock.set('2026-10-16T16:00:00Z')
    const time = visitFor(referralId, { on: '2026-10-20', lateReason: 'work_schedule' })
    const again = { appointmentId, ...time, conflicts: ['transportation'] }
    const rebooked = story.must(await rebookAppointment.perform(story.maya(), again)).appointmentId

    const [first, second] = await visitsOf(referralId)
    expect(first).toMatchObject({
      id: appointmentId,
      kind: 'assessment',
      starts_at: new Date('2026-10-15T23:30:00Z'),
      place: '214 Cedar Street',
      modality: 'in_person',
      booked_by: cast.maya.id,
      booked_at: new Date(tuesday),
      result: 'no_show',
    })
    expect(second).toMatchObject({ id: rebooked, result: null, replaces_id: appointmentId })
    const linked = (table: string) =>
      story.rows(`select * from ${table} where appointment_id = $1`, appointmentId)
    expect(await linked('appointment_reminder')).toMatchObject([{ id: reminderId }])
    expect(await linked('barrier')).toMatchObject([{ category: 'transportation', referral_id: referralId }])
    expect(await rateOf(referralId)).toEqual({ missed: 1, due: 1, rate: 1 })
  })

  test('what stood in the way is from the list, and what stood open before is linked too', async () => {
    const { referralId, appointmentId } = await story.booked('theo')
    const again = { appointmentId, ...visitFor(referralId, { on: '2026-10-16' }) }
    const unknown = { ...again, conflicts: ['laziness'] }
    expect(await rebookAppointment.perform(story.maya(), unknown)).toEqual({
      done: false,
      because: ['barrier_unknown'],
    })
    await story.admin.query('begin; set local session_replication_role = replica')
    await story.admin.query(
      `insert into barrier (district_id, id, referral_id, student_id, category, opened_by, opened_at)
       select district_id, uuidv7(), id, student_id, 'language', navigator_id, $2 from referral where id = $1`,
      [referralId, tuesday],
    )
    await story.admin.query('commit')
    const known = { ...again, conflicts: ['language', 'work_schedule'] }
    story.must(await rebookAppointment.perform(story.maya(), known))
    const barriers = 'select category, appointment_id from barrier where referral_id = $1 order by category'
    expect(await story.rows(barriers, referralId)).toEqual([
      { category: 'language', appointment_id: appointmentId },
      { category: 'work_schedule', appointment_id: appointmentId },
    ])
  })
})
