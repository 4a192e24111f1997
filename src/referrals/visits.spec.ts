import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { Problem } from '#platform/problem.ts'
import type { FamilyKey } from '#tests/riverside/families.ts'
import { type AgencyStory, agencyStory, everything, thursday } from '#tests/support/agency-story.ts'
import { offerTimes } from './offer-times.ts'
import { recordResult } from './record-result.ts'
import { scheduleVisit } from './schedule-visit.ts'
import { takeOffer } from './take-offer.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

const tuesday = '2026-10-13T20:30:00Z'
const answers = { ...everything, participation: 'no', safety_signals: 'no' } as const

const accepted = async (family: FamilyKey) => {
  story.clock.set(tuesday)
  return (await story.accepted(family, answers)).referralId
}
const afterwards = () => story.clock.set('2026-10-15T23:45:00Z')
const visitsIn = (id: string) =>
  story.rows(
    'select id, kind, result, replaces_id from appointment where referral_id = $1 order by booked_at, id',
    id,
  )

describe('a first visit', () => {
  test('is booked on the district’s clock; the agency holds it next', async () => {
    const referralId = await accepted('sofia')
    const appointmentId = await story.book(referralId)
    expect(await story.rowOf(referralId)).toMatchObject({
      state: 'scheduled',
      next_step: 'hold_visit',
      next_owner: 'partner',
    })
    expect((await story.rowOf(referralId))['next_due_at']).toEqual(new Date('2026-10-15T23:30:00Z'))

    afterwards()
    story.must(await recordResult.perform(story.noor(), { referralId, appointmentId, result: 'attended' }))
    const row = await story.rowOf(referralId)
    expect(row).toMatchObject({
      state: 'in_service',
      next_step: 'confirm_feedback',
      first_seen_at: new Date('2026-10-15T23:30:00Z'),
    })
    const completed = (await story.statuses(referralId)).find(
      ({ status }) => status === 'first_appointment_completed',
    )
    expect(completed).toMatchObject({
      source: 'partner',
      happened_at: new Date('2026-10-15T23:30:00Z'),
      entered_at: new Date('2026-10-15T23:45:00Z'),
    })
  })

  test('an intake is a milestone and not yet a first visit', async () => {
    const referralId = await accepted('mateo')
    const appointmentId = await story.book(referralId, { kind: 'intake' })
    afterwards()
    story.must(await recordResult.perform(story.noor(), { referralId, appointmentId, result: 'attended' }))
    const row = await story.rowOf(referralId)
    expect(row).toMatchObject({
      state: 'scheduled',
      first_seen_at: null,
      next_step: 'book_first_visit',
      next_owner: 'navigator',
    })
    expect(row['intake_completed_at']).toEqual(new Date('2026-10-15T23:30:00Z'))
    expect((await story.statuses(referralId)).map(({ status }) => status)).not.toContain(
      'first_appointment_completed',
    )
  })

  test('a missed visit stays missed when another is booked, and only it counts as missed [R076]', async () => {
    const referralId = await accepted('theo')
    const first = await story.book(referralId)
    afterwards()
    story.must(
      await recordResult.perform(story.noor(), { referralId, appointmentId: first, result: 'no_show' }),
    )
    expect(await story.rowOf(referralId)).toMatchObject({
      state: 'scheduled',
      next_step: 'rebook_visit',
      next_owner: 'navigator',
    })

    const second = await story.book(referralId, { onDay: '2026-10-20', replacesId: first })
    expect(await story.rowOf(referralId)).toMatchObject({ state: 'scheduled', next_step: 'hold_visit' })
    const third = await story.book(referralId, {
      onDay: '2026-10-21',
      replacesId: second,
      lateReason: 'work_schedule',
    })
    expect(await visitsIn(referralId)).toEqual([
      { id: first, kind: 'assessment', result: 'no_show', replaces_id: null },
      { id: second, kind: 'assessment', result: 'rescheduled', replaces_id: first },
      { id: third, kind: 'assessment', result: null, replaces_id: second },
    ])
    const again = await recordResult.perform(story.noor(), {
      referralId,
      appointmentId: first,
      result: 'attended',
    })
    expect(again).toEqual({ done: false, because: ['already_recorded'] })
  })

  test('says everything that stands in the way of a booking at once', async () => {
    const referralId = await accepted('kayla')
    await story.book(referralId)
    const outcome = await scheduleVisit.perform(story.noor(), {
      referralId,
      ...thursday,
      onDay: '2026-10-12',
    })
    expect(outcome).toEqual({ done: false, because: ['in_the_past', 'visit_still_open'] })
  })

  test('whether they came is not known before it has begun, nor for a visit of somebody else', async () => {
    const referralId = await accepted('owen')
    const appointmentId = await story.book(referralId)
    expect(
      await recordResult.perform(story.noor(), { referralId, appointmentId, result: 'attended' }),
    ).toEqual({
      done: false,
      because: ['not_yet'],
    })
    const other = recordResult.perform(story.noor(), {
      referralId,
      appointmentId: newId(),
      result: 'attended',
    })
    await expect(other).rejects.toThrow(new Problem('not_found'))
    const stranger = recordResult.perform(story.being('farah'), {
      referralId,
      appointmentId,
      result: 'no_show',
    })
    await expect(stranger).rejects.toThrow(new Problem('not_found'))
  })

  test('later visits are told only where the family agreed to each of them [R072]', async () => {
    const referralId = await accepted('ada')
    const first = await story.book(referralId)
    afterwards()
    story.must(
      await recordResult.perform(story.noor(), { referralId, appointmentId: first, result: 'attended' }),
    )
    const later = await story.book(referralId, { kind: 'follow_up', onDay: '2026-10-16', atTime: '10:00' })
    story.clock.set('2026-10-16T19:00:00Z')
    const outcome = await recordResult.perform(story.noor(), {
      referralId,
      appointmentId: later,
      result: 'attended',
    })
    expect(outcome).toEqual({ done: false, because: ['participation_not_shared'] })
  })
})

describe('times an agency offers', () => {
  test('the navigator books one with the family, and it becomes a visit', async () => {
    const referralId = await accepted('lena')
    const { kind, modality, place } = thursday
    const first = { onDay: '2026-10-15', atTime: '16:30' }
    const second = { onDay: '2026-10-16', atTime: '17:15' }
    story.must(await offerTimes.perform(story.noor(), { referralId, kind, modality, place, first, second }))
    const { rows } = await story.admin.query<{ id: string }>(
      'select id from visit_offer where referral_id = $1 order by starts_at',
      [referralId],
    )
    expect(rows).toHaveLength(2)
    const offerId = rows[1]?.id
    const { appointmentId } = story.must(
      await takeOffer.perform(story.being('maya'), { referralId, offerId }),
    )
    expect(await visitsIn(referralId)).toMatchObject([{ id: appointmentId, result: null }])
    expect(await story.rowOf(referralId)).toMatchObject({ state: 'scheduled' })
    const twice = await takeOffer.perform(story.being('maya'), { referralId, offerId })
    expect(twice).toEqual({ done: false, because: ['already_answered', 'visit_still_open'] })
    await expect(takeOffer.perform(story.being('jonah'), { referralId, offerId })).rejects.toThrow(
      new Problem('not_found'),
    )
  })

  test('no time is no offer', async () => {
    const referralId = await accepted('diego')
    const { kind, modality, place } = thursday
    expect(await offerTimes.perform(story.noor(), { referralId, kind, modality, place })).toEqual({
      done: false,
      because: ['no_times'],
    })
  })
})
