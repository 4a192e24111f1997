import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agreeTime } from '#classroom/agree-time.ts'
import { tellObservation } from '#classroom/tell-observation.ts'
import { bookAppointment } from '#handoffs/book-appointment.ts'
import { withdrawSignOff } from '#partnership/withdraw-sign-off.ts'
import { acceptReferral } from '#referrals/accept-referral.ts'
import { lookPacket } from '#referrals/look-packet.ts'
import { postParticipation } from '#referrals/post-participation.ts'
import { postSignal } from '#referrals/post-signal.ts'
import { postStatus } from '#referrals/post-status.ts'
import { referralPage } from '#referrals/referral-page.ts'
import { scheduleVisit } from '#referrals/schedule-visit.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { partners } from '#tests/riverside/places.ts'
import { everything, thursday } from '#tests/support/agency-story.ts'
import { type CaseReviewStory, caseReviewStory, coordinates } from '#tests/support/case-review-story.ts'
import { visitFor } from '#tests/support/handoff-story.ts'
import { agreeOnEveryItem } from '#tests/support/whole-agreement.ts'

let story: CaseReviewStory
beforeAll(async () => {
  story = await caseReviewStory()
})
afterAll(() => story.close())

const { mateo } = families
const caregiverId = mateo.caregivers[0]?.id ?? ''
/** A fact of the student system, as its next file would bring it. */
const guardianship = (set: string) =>
  story.admin.query(`begin; set local session_replication_role = replica;
    update guardianship set ${set} where student_id = '${mateo.id}' and caregiver_id = '${caregiverId}'; commit`)
const crossed = async (direction = 'to_school') =>
  (
    await story.admin.query('select from disclosure where student_id = $1 and direction = $2', [
      mateo.id,
      direction,
    ])
  ).rowCount

const accept = (referralId: string) =>
  acceptReferral.perform(story.noor(), { referralId, clinicianId: cast.tomas.id, credential: 'LCSW' })
const later = (referralId: string) => [
  () => postStatus.perform(story.noor(), { referralId, status: 'first_appointment_completed' }),
  () => scheduleVisit.perform(story.noor(), { referralId, ...thursday }),
  () => postParticipation.perform(story.noor(), { referralId, signal: 'attended', visitOn: '2026-10-12' }),
  () => postSignal.perform(story.noor(), { referralId, signal: 'call_today' }),
]
const refusals = /^(not|participation_not|safety_not)_shared$/

describe('A yes said by somebody who may not say it any more', () => {
  test('carries nothing back to the school: neither the receipt nor any status, visit or signal after it', async () => {
    const { referralId } = await story.sent('mateo')
    const receive = () => postStatus.perform(story.noor(), { referralId, status: 'received' })
    await guardianship(`authority = 'may_not_consent'`)
    for (const post of [receive, () => accept(referralId)]) {
      const outcome = await post()
      expect(outcome.done ? [] : outcome.because.filter((code) => refusals.test(code))).toEqual([
        'not_shared',
      ])
    }
    expect(await crossed()).toBe(0)
    const { tellings } = await lookPacket.see(story.noor(), { referralId })
    expect(new Set(tellings.map(({ standing }) => standing))).toEqual(new Set(['grantor_may_not']))

    await guardianship(`authority = 'may_consent'`)
    story.must(await receive())
    story.must(await accept(referralId))
    const before = await crossed()
    expect(before).toBe(2)
    for (const set of [`authority = 'unknown'`, `authority = 'may_consent', ended_on = '2026-10-01'`]) {
      await guardianship(set)
      for (const post of later(referralId)) {
        const outcome = await post()
        expect(outcome.done ? [] : outcome.because.filter((code) => refusals.test(code))).toHaveLength(1)
      }
    }
    expect(await crossed()).toBe(before)
    await guardianship(`authority = 'may_consent', ended_on = null`)
    const [status] = later(referralId)
    expect(await status?.()).toMatchObject({ done: true })
  })

  test('carries nothing on to the agency: no visit that is booked, nothing a teacher noticed, and the packet is gone', async () => {
    await agreeOnEveryItem(story)
    const { referralId } = await story.accepted('mateo', { ...everything, academic_observations: 'yes' })
    const agreed = { teacherId: cast.joan.id, partnerId: partners.cedarStreet.id, lesson: 'math' }
    const time = { kind: 'in_class', weekday: 4, fromAt: '09:00', untilAt: '10:00', ...agreed }
    story.must(await agreeTime.perform(story.being('maya'), { studentId: mateo.id, ...time }))
    const book = () => bookAppointment.perform(story.being('maya'), visitFor(referralId))
    const noticed = { studentId: mateo.id, observed: ['work_done'], seenOn: '2026-10-13' }
    const tell = () => tellObservation.perform(story.being('joan'), noticed)
    const content = async () => (await lookPacket.see(story.noor(), { referralId })).packet.content
    expect(await content()).toMatchObject({ identity: expect.anything() })
    const before = await crossed('to_partner')

    await guardianship(`authority = 'may_not_consent'`)
    expect(await book()).toEqual({ done: false, because: ['not_shared'] })
    expect(await tell()).toEqual({ done: false, because: ['stays_at_school'] })
    expect(await content()).toBeUndefined()
    expect(await crossed('to_partner')).toBe(before)

    await guardianship(`authority = 'may_consent'`)
    story.must(await book())
    story.must(await tell())
    expect(await crossed('to_partner')).toBe(Number(before) + 2)
    expect(await content()).toMatchObject({ identity: expect.anything() })
  })

  test('lets nobody be coordinated: no agency is told, or reads, what a case review said', async () => {
    await story.accepted('mateo', coordinates)
    const reviewId = await story.begin()
    const [coordinated, told] = [
      `authority = 'may_consent'`,
      'select from case_review_part where student_id = $1',
    ]
    story.must(await story.mark(reviewId, 'mateo', {}))
    expect(await story.parts('noor')).toHaveLength(1)
    expect(await story.rows(told, mateo.id)).toHaveLength(1)
    for (const set of [`authority = 'may_not_consent'`, `${coordinated}, ended_on = '2026-10-01'`]) {
      await guardianship(set)
      expect(await story.parts('noor')).toEqual([])
      expect(await story.mark(reviewId, 'mateo', {})).toMatchObject({ because: ['yes_taken_back'] })
    }
    expect(await story.rows(told, mateo.id)).toHaveLength(1)
    await guardianship(`${coordinated}, ended_on = null`)
    expect(await story.parts('noor')).toHaveLength(1)
  })
})

test('a sign-off that is withdrawn keeps back what a case review says, and stops no care that has begun [R139]', async () => {
  const { referralId } = await story.accepted('kayla')
  const { rows } = await story.admin.query<{ id: string }>(
    'select id from legal_sign_off where partner_id = $1 and withdrawn_at is null',
    [partners.cedarStreet.id],
  )
  expect(await story.parts('noor')).toHaveLength(1)
  for (const { id } of rows)
    story.must(await withdrawSignOff.perform(story.being('leila'), { signOffId: id }))
  expect((await referralPage.see(story.being('maya'), { referralId })).gate).toContain('sign_off_withdrawn')
  expect(await story.parts('noor')).toEqual([])
  story.must(await bookAppointment.perform(story.being('maya'), visitFor(referralId)))
})
