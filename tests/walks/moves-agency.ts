import type { Doer } from '#access/doer.ts'
import { acceptReferral } from '#referrals/accept-referral.ts'
import { answerOneMonth } from '#referrals/answer-one-month.ts'
import { declineReferral } from '#referrals/decline-referral.ts'
import { disengageReferral } from '#referrals/disengage-referral.ts'
import { postStatus } from '#referrals/post-status.ts'
import { receiveReferral } from '#referrals/receive-referral.ts'
import { recordResult } from '#referrals/record-result.ts'
import { returnReferral } from '#referrals/return-referral.ts'
import { scheduleVisit } from '#referrals/schedule-visit.ts'
import { daysOn } from './days.ts'
import type { Move } from './moves.ts'
import type { Referral } from './moves-referral.ts'
import { oneOf } from './moves-triage.ts'
import type { Outcome, SmallDistrict } from './small-district.ts'

type Work = (by: Doer, referral: Referral, district: SmallDistrict) => Promise<Outcome> | undefined

/** Something an agency says of a referral that was sent to it. */
const agency = (name: string, weight: number, how: { states: readonly string[]; work: Work }): Move => ({
  name,
  weight,
  async make(district) {
    const states = how.states.map((state) => `'${state}'`).join(', ')
    const referral = await oneOf<Referral & { partner_id: string }>(
      district,
      `select id, student_id, school_id, state, partner_id, high_need from referral
       where ended_at is null and partner_id is not null and state in (${states}) order by id`,
    )
    const by = referral && (await district.agencyOf(referral.partner_id))
    return referral && by && how.work(by, referral, district)
  },
})

const seen = ['accepted', 'scheduled', 'in_service', 'disengaged']

/** What agencies say of what was sent to them. */
export const agencyMoves: readonly Move[] = [
  agency('it is received', 6, {
    states: ['sent'],
    work: (by, { id: referralId }) => receiveReferral.perform(by, { referralId }),
  }),
  agency('it is accepted', 7, {
    states: ['sent', 'received'],
    work: (by, { id: referralId }) =>
      acceptReferral.perform(by, { referralId, clinicianName: 'T. Lindqvist', credential: 'LCSW' }),
  }),
  agency('it is declined', 2, {
    states: ['sent', 'received'],
    work: (by, { id: referralId }) => declineReferral.perform(by, { referralId, reason: 'capacity' }),
  }),
  agency('it is given back', 1, {
    states: seen,
    work: (by, { id: referralId }) => returnReferral.perform(by, { referralId, reason: 'capacity' }),
  }),
  agency('a visit is scheduled', 7, {
    states: seen,
    work: (by, { id: referralId }, { chance, now }) =>
      scheduleVisit.perform(by, {
        referralId,
        kind: 'assessment',
        onDay: daysOn(now(), 1 + chance.below(12)),
        atTime: '15:30',
        modality: 'in_person',
        place: '214 Cedar Street',
        lateReason: 'provider_capacity',
      }),
  }),
  agency('a visit has a result', 9, {
    states: seen,
    async work(by, { id: referralId }, district) {
      const visit = await oneOf<{ id: string }>(
        district,
        `select id from appointment where referral_id = '${referralId}' and result is null order by id`,
      )
      const result = district.chance.one(['attended', 'no_show', 'no_show', 'cancelled_by_family'])
      return visit && recordResult.perform(by, { referralId, appointmentId: visit.id, result })
    },
  }),
  agency('the first visit was held', 2, {
    states: seen,
    work: (by, { id: referralId }) =>
      postStatus.perform(by, { referralId, status: 'first_appointment_completed' }),
  }),
  agency('a month is answered', 3, {
    states: ['in_service'],
    work: (by, { id: referralId }, { chance }) =>
      answerOneMonth.perform(by, { referralId, engaged: chance.one(['yes', 'no']) }),
  }),
  agency('visits have stopped', 1, {
    states: ['accepted', 'scheduled', 'in_service'],
    work: (by, { id: referralId }) => disengageReferral.perform(by, { referralId, reason: 'intake_barrier' }),
  }),
]
