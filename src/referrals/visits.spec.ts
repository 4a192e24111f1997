import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { newId } from '#platform/ids.ts'
import type { FamilyKey } from '#tests/riverside/families.ts'
import { type Story, referralStory } from '#tests/support/referral-story.ts'
import { acceptReferral } from './accept-referral.ts'
import { answerOneMonth } from './answer-one-month.ts'
import { disengageReferral } from './disengage-referral.ts'
import { offerTimes } from './offer-times.ts'
import { postStatus } from './post-status.ts'
import { recordResult } from './record-result.ts'
import { scheduleVisit } from './schedule-visit.ts'
import { takeOffer } from './take-offer.ts'

let story: Story
beforeAll(async () => {
  story = await referralStory()
})
afterAll(() => story.close())

const tuesday = '2026-10-13T20:30:00Z'
const noor = () => story.being('noor')
const yes = {
  referral_disclosure: 'yes',
  status_feedback: 'yes',
  participation: 'no',
  safety_signals: 'no',
} as const

async function accepted(family: FamilyKey, answers: Record<string, 'yes' | 'no'> = yes) {
  story.clock.set(tuesday)
  const referralId = await story.decide(family)
  await story.choose(referralId)
  await story.answer(referralId, family, answers)
  await story.send(referralId)
  story.must(await acceptReferral.perform(noor(), { referralId, clinicianName: 'Dana Whitlock' }))
  return referralId
}
const assessment = {
  kind: 'assessment',
  onDay: '2026-10-15',
  atTime: '16:30',
  modality: 'in_person',
  place: '214 Cedar Street',
}
const book = async (referralId: string, change: Record<string, string> = {}) =>
  story.must(await scheduleVisit.perform(noor(), { referralId, ...assessment, ...change })).appointmentId
const afterwards = () => story.clock.set('2026-10-15T23:45:00Z')
const rowOf = async (id: string) =>
  (await story.admin.query('select * from referral where id = $1', [id])).rows[0] as Record<string, unknown>
const visitsIn = async (id: string) =>
  (
    await story.admin.query(
      'select id, kind, result, replaces_id from appointment where referral_id = $1 order by booked_at, id',
      [id],
    )
  ).rows as { id: string; kind: string; result: string | null; replaces_id: string | null }[]
const statuses = async (id: string) =>
  (
    await story.admin.query(
      'select status, answer, reason, source, happened_at, entered_at from referral_status where referral_id = $1 order by entered_at, id',
      [id],
    )
  ).rows as {
    status: string
    answer: boolean | null
    reason: string | null
    source: string
    happened_at: Date
    entered_at: Date
  }[]

describe('a first visit', () => {
  test('is booked on the district’s clock; the agency holds it next', async () => {
    const referralId = await accepted('sofia')
    const appointmentId = await book(referralId)
    expect(await rowOf(referralId)).toMatchObject({
      state: 'scheduled',
      next_step: 'hold_visit',
      next_owner: 'partner',
    })
    expect((await rowOf(referralId))['next_due_at']).toEqual(new Date('2026-10-15T23:30:00Z'))

    afterwards()
    story.must(await recordResult.perform(noor(), { referralId, appointmentId, result: 'attended' }))
    const row = await rowOf(referralId)
    expect(row).toMatchObject({
      state: 'in_service',
      next_step: 'confirm_feedback',
      first_seen_at: new Date('2026-10-15T23:30:00Z'),
    })
    const completed = (await statuses(referralId)).find(
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
    const appointmentId = await book(referralId, { kind: 'intake' })
    afterwards()
    story.must(await recordResult.perform(noor(), { referralId, appointmentId, result: 'attended' }))
    const row = await rowOf(referralId)
    expect(row).toMatchObject({
      state: 'scheduled',
      first_seen_at: null,
      next_step: 'book_first_visit',
      next_owner: 'navigator',
    })
    expect(row['intake_completed_at']).toEqual(new Date('2026-10-15T23:30:00Z'))
    expect((await statuses(referralId)).map(({ status }) => status)).not.toContain(
      'first_appointment_completed',
    )
  })

  test('a missed visit stays missed when another is booked, and only it counts as missed [R076] [R083]', async () => {
    const referralId = await accepted('theo')
    const first = await book(referralId)
    afterwards()
    story.must(await recordResult.perform(noor(), { referralId, appointmentId: first, result: 'no_show' }))
    expect(await rowOf(referralId)).toMatchObject({
      state: 'scheduled',
      next_step: 'rebook_visit',
      next_owner: 'navigator',
    })

    const second = await book(referralId, { onDay: '2026-10-20', replacesId: first })
    expect(await rowOf(referralId)).toMatchObject({ state: 'scheduled', next_step: 'hold_visit' })
    const third = await book(referralId, { onDay: '2026-10-21', replacesId: second })
    expect(await visitsIn(referralId)).toEqual([
      { id: first, kind: 'assessment', result: 'no_show', replaces_id: null },
      { id: second, kind: 'assessment', result: 'rescheduled', replaces_id: first },
      { id: third, kind: 'assessment', result: null, replaces_id: second },
    ])
    const again = await recordResult.perform(noor(), { referralId, appointmentId: first, result: 'attended' })
    expect(again).toEqual({ done: false, because: ['already_recorded'] })
  })

  test('says everything that stands in the way of a booking at once', async () => {
    const referralId = await accepted('kayla')
    await book(referralId)
    const outcome = await scheduleVisit.perform(noor(), { referralId, ...assessment, onDay: '2026-10-12' })
    expect(outcome).toEqual({ done: false, because: ['in_the_past', 'visit_still_open'] })
  })

  test('whether they came is not known before it has begun, nor for a visit of somebody else', async () => {
    const referralId = await accepted('owen')
    const appointmentId = await book(referralId)
    expect(await recordResult.perform(noor(), { referralId, appointmentId, result: 'attended' })).toEqual({
      done: false,
      because: ['not_yet'],
    })
    const other = recordResult.perform(noor(), { referralId, appointmentId: newId(), result: 'attended' })
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
    const first = await book(referralId)
    afterwards()
    story.must(await recordResult.perform(noor(), { referralId, appointmentId: first, result: 'attended' }))
    const later = await book(referralId, { kind: 'follow_up', onDay: '2026-10-16', atTime: '10:00' })
    story.clock.set('2026-10-16T19:00:00Z')
    const outcome = await recordResult.perform(noor(), {
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
    const { kind, modality, place } = assessment
    const first = { onDay: '2026-10-15', atTime: '16:30' }
    const second = { onDay: '2026-10-16', atTime: '17:15' }
    story.must(await offerTimes.perform(noor(), { referralId, kind, modality, place, first, second }))
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
    expect(await rowOf(referralId)).toMatchObject({ state: 'scheduled' })
    const twice = await takeOffer.perform(story.being('maya'), { referralId, offerId })
    expect(twice).toEqual({ done: false, because: ['already_answered', 'visit_still_open'] })
    await expect(takeOffer.perform(story.being('jonah'), { referralId, offerId })).rejects.toThrow(
      new Problem('not_found'),
    )
  })

  test('no time is no offer', async () => {
    const referralId = await accepted('diego')
    const { kind, modality, place } = assessment
    expect(await offerTimes.perform(noor(), { referralId, kind, modality, place })).toEqual({
      done: false,
      because: ['no_times'],
    })
  })
})

describe('still being seen', () => {
  const seen = async (family: FamilyKey) => {
    const referralId = await accepted(family)
    const appointmentId = await book(referralId)
    afterwards()
    story.must(await recordResult.perform(noor(), { referralId, appointmentId, result: 'attended' }))
    story.clock.set('2026-11-13T18:00:00Z')
    return referralId
  }

  test('yes after one month is a date, and can be said again later', async () => {
    const referralId = await seen('hana')
    story.must(await answerOneMonth.perform(noor(), { referralId, engaged: 'yes' }))
    expect((await rowOf(referralId))['engaged_at']).toEqual(new Date('2026-11-13T18:00:00Z'))
    story.clock.set('2026-12-14T18:00:00Z')
    story.must(await answerOneMonth.perform(noor(), { referralId, engaged: 'yes' }))
    expect((await rowOf(referralId))['engaged_at']).toEqual(new Date('2026-11-13T18:00:00Z'))
    expect((await statuses(referralId)).filter(({ status }) => status === 'ongoing_engagement')).toHaveLength(
      2,
    )
  })

  test('no opens the question why, and asks the navigator', async () => {
    const referralId = await seen('tessa')
    story.must(await answerOneMonth.perform(noor(), { referralId, engaged: 'no' }))
    expect(await rowOf(referralId)).toMatchObject({
      state: 'disengaged',
      next_step: 'find_out_why',
      next_owner: 'navigator',
      engaged_at: null,
    })
    const booked = await book(referralId, { kind: 'first_treatment', onDay: '2026-11-18' })
    expect(await rowOf(referralId)).toMatchObject({ state: 'scheduled' })
    story.clock.set('2026-11-19T18:00:00Z')
    story.must(await recordResult.perform(noor(), { referralId, appointmentId: booked, result: 'attended' }))
    expect(await rowOf(referralId)).toMatchObject({
      state: 'in_service',
      first_seen_at: new Date('2026-10-15T23:30:00Z'),
    })
  })

  test('is not asked before anybody was seen', async () => {
    const referralId = await accepted('liam')
    expect(await answerOneMonth.perform(noor(), { referralId, engaged: 'yes' })).toEqual({
      done: false,
      because: ['not_seen_yet'],
    })
  })

  test('visits that stopped are put down to one of three, and to nothing that blames [R061]', async () => {
    const referralId = await seen('zoe')
    expect(await disengageReferral.perform(noor(), { referralId })).toEqual({
      done: false,
      because: ['reason_missing'],
    })
    expect(await disengageReferral.perform(noor(), { referralId, reason: 'non_compliant' })).toEqual({
      done: false,
      because: ['reason_not_listed'],
    })
    story.must(
      await disengageReferral.perform(noor(), {
        referralId,
        reason: 'family_choice',
        happenedOn: '2026-11-10',
      }),
    )
    const last = (await statuses(referralId)).at(-1)
    expect(last).toMatchObject({
      status: 'disengaged',
      reason: 'family_choice',
      happened_at: new Date('2026-11-10T08:00:00Z'),
      entered_at: new Date('2026-11-13T18:00:00Z'),
    })
  })
})

describe('a status as a machine sends it', () => {
  test('carries the day it happened and the time it was entered, and both rows stay [R069] [R070]', async () => {
    const referralId = await accepted('emma')
    await book(referralId)
    story.clock.set('2026-10-16T18:00:00Z')
    story.must(
      await postStatus.perform(noor(), {
        referralId,
        status: 'first_appointment_completed',
        happenedOn: '2026-10-15',
      }),
    )
    expect(await rowOf(referralId)).toMatchObject({
      state: 'in_service',
      first_seen_at: new Date('2026-10-15T07:00:00Z'),
    })
    const last = (await statuses(referralId)).at(-1)
    expect(last).toMatchObject({
      status: 'first_appointment_completed',
      happened_at: new Date('2026-10-15T07:00:00Z'),
      entered_at: new Date('2026-10-16T18:00:00Z'),
    })
    expect(await postStatus.perform(noor(), { referralId, status: 'received' })).toEqual({
      done: false,
      because: ['already_answered'],
    })
    await expect(postStatus.perform(noor(), { referralId, status: 'diagnosed' })).rejects.toMatchObject({
      code: 'not_valid',
    })
    await expect(
      postStatus.perform(noor(), { referralId, status: 'received', diagnosis: 'F41.1' }),
    ).rejects.toMatchObject({ code: 'not_valid' })
  })

  test('history is only added to: the application cannot change or remove a row [R070]', async () => {
    const change = story.db.transaction({ districtId: story.districtId, side: 'school' }, (tx) =>
      tx.run({ name: 'x', text: 'update referral_status set status = status', values: [] }),
    )
    await expect(change).rejects.toThrow(/permission denied/)
    const remove = story.db.transaction({ districtId: story.districtId, side: 'school' }, (tx) =>
      tx.run({ name: 'y', text: 'delete from referral_status', values: [] }),
    )
    await expect(remove).rejects.toThrow(/permission denied/)
  })
})
