import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bookAppointment } from '#handoffs/book-appointment.ts'
import { rebookAppointment } from '#handoffs/rebook-appointment.ts'

import { suspendAgreement } from '#partnership/suspend-agreement.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { partners } from '#tests/riverside/places.ts'
import { everything } from '#tests/support/agency-story.ts'
import { type CaseReviewStory, caseReviewStory, coordinates } from '#tests/support/case-review-story.ts'
import { visitFor } from '#tests/support/handoff-story.ts'
import { closeReview } from './close-review.ts'

const shown = { sofia: /Sofia/, mateo: /Mateo/, kayla: /Kayla/ } as const
type Student = keyof typeof shown
const students = ['sofia', 'mateo', 'kayla'] as const

let story: CaseReviewStory
const atCedarStreet = {} as Record<Student, string>
const atNorthbank = {} as Record<Student, string>
const visits = {} as Record<Student, string>
beforeAll(async () => {
  story = await caseReviewStory()
  for (const each of students) {
    const { referralId } = await story.accepted(each, coordinates)
    atNorthbank[each] = await story.alsoAtNorthbank(each)
    const booked = await bookAppointment.perform(story.being('maya'), visitFor(referralId))
    atCedarStreet[each] = referralId
    visits[each] = story.must(booked).appointmentId
  }
  await reviewed(...students)
})
afterAll(() => story.close())

/** A case review that says of each student that the visit is confirmed, and ends. */
async function reviewed(...marked: readonly Student[]) {
  const reviewId = await story.begin()
  for (const each of marked) story.must(await story.mark(reviewId, each, { visitSaid: 'confirmed' }))
  const people = { reviewId, personIds: [cast.grace.id] }
  story.must(await closeReview.perform(story.being('grace'), people))
}
const partsOf = async (who: CastKey, student: Student) =>
  (await story.parts(who)).filter(({ name }) => shown[student].test(name))
/** When visits elsewhere are, as Northbank reads it of the latest review of a student. */
const elsewhere = async (student: Student) => (await partsOf('farah', student))[0]?.otherVisitsAt
/** What a row would say where the facts were others. */
const plant = (update: string) =>
  story.admin.query(`begin; set local session_replication_role = replica; ${update}; commit`)
const visit = new Date('2026-10-15T23:30:00Z')

describe('What an agency reads of visits elsewhere', () => {
  test('is when they are now: a visit that was moved is told as it was moved', async () => {
    for (const each of students) expect(await elsewhere(each)).toEqual([visit])
    const moved = { ...visitFor(atCedarStreet.kayla, { at: '10:30' }), appointmentId: visits.kayla }
    story.must(await rebookAppointment.perform(story.being('maya'), moved))
    expect(await elsewhere('kayla')).toEqual([new Date('2026-10-15T17:30:00Z')])
  })

  test('is gone at the next request once the family takes its yes back there; its own part stays', async () => {
    await story.takeBack(atCedarStreet.sofia)
    expect(await elsewhere('sofia')).toEqual([])
    expect(await elsewhere('mateo')).toEqual([visit])
    expect(await partsOf('noor', 'sofia')).toEqual([])
    expect(await partsOf('noor', 'mateo')).toHaveLength(1)
  })

  test('ends with that yes, and with the say of whoever said it', async () => {
    const { mateo } = atCedarStreet
    const at = `where referral_id = '${mateo}'`
    const [consent] = await story.rows(
      'select ends_on, caregiver_id from consent where referral_id = $1',
      mateo,
    )
    const stranger = families.sofia.caregivers[0]?.id
    await plant(`update consent set ends_on = '2026-10-01' ${at}`)
    expect(await elsewhere('mateo')).toEqual([])
    await plant(`update consent set ends_on = '${String(consent?.['ends_on'])}' ${at}`)
    expect(await elsewhere('mateo')).toEqual([visit])
    await plant(`update consent set caregiver_id = '${stranger}' ${at}`)
    expect(await elsewhere('mateo')).toEqual([])
    await plant(`update consent set caregiver_id = '${String(consent?.['caregiver_id'])}' ${at}`)
    expect(await elsewhere('mateo')).toEqual([visit])
  })

  test('is gone after a no there, and comes again with the review that follows a further yes', async () => {
    const { mateo } = atCedarStreet
    await story.answer(mateo, 'mateo', { care_coordination: 'no' })
    expect(await elsewhere('mateo')).toEqual([])
    story.clock.set('2026-10-20T16:00:00Z')
    await story.answer(mateo, 'mateo', { care_coordination: 'yes' })
    const moved = {
      ...visitFor(mateo, { on: '2026-10-22', lateReason: 'work_schedule' }),
      appointmentId: visits.mateo,
    }
    story.must(await rebookAppointment.perform(story.being('maya'), moved))
    expect(await elsewhere('mateo')).toEqual([])
    await reviewed('mateo')
    expect(await elsewhere('mateo')).toEqual([new Date('2026-10-22T23:30:00Z')])
  })
})

describe('The table of a case review', () => {
  let reviewId: string
  const atTable = async () => (await story.review(reviewId)).choice.map(({ id }) => id)
  const told = async (partner: 'northbank' | 'cedarStreet') => {
    const crossed = `select from disclosure where partner_id = $1 and items = '{coordination}'`
    const part = 'select from case_review_part where partner_id = $1'
    const { id } = partners[partner]
    return [(await story.rows(part, id)).length, (await story.rows(crossed, id)).length]
  }

  test('has the agencies alone that the family lets be coordinated with', async () => {
    story.clock.set('2026-10-27T16:00:00Z')
    await story.accepted('theo', coordinates)
    await story.alsoAtNorthbank('theo', everything)
    for (const each of ['mateo', 'kayla'] as const) await story.takeBack(atNorthbank[each])
    await story.takeBack(atNorthbank.sofia)
    reviewId = await story.begin()
    const people = await atTable()
    expect(people).toContain(cast.tomas.id)
    expect(people).not.toContain(cast.farah.id)
    await story.answer(atNorthbank.kayla, 'kayla', coordinates)
    expect(await atTable()).toContain(cast.farah.id)
  })

  test('has no agency whose agreement is suspended: it is told nothing, and reads nothing', async () => {
    expect(await partsOf('farah', 'kayla')).toHaveLength(1)
    const before = { north: await told('northbank'), cedar: await told('cedarStreet') }
    expect(before.north[0]).toBeGreaterThan(0)
    const agreement = 'select id from agreement where partner_id = $1'
    const [{ id: agreementId }] = (await story.rows(agreement, partners.northbank.id)) as [{ id: string }]
    story.must(await suspendAgreement.perform(story.being('yolanda'), { agreementId }))
    expect(await atTable()).not.toContain(cast.farah.id)
    expect(await story.parts('farah')).toEqual([])
    story.must(await story.mark(reviewId, 'kayla', {}))
    expect(await told('northbank')).toEqual(before.north)
    expect(await told('cedarStreet')).toEqual(before.cedar.map((count) => count + 1))
  })
})
