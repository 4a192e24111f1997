import { recordConsent } from '#consent/record-consent.ts'
import { revokeConsent } from '#consent/revoke-consent.ts'
import { bookAppointment } from '#handoffs/book-appointment.ts'
import { choosePartner } from '#handoffs/choose-partner.ts'
import { logContact } from '#handoffs/log-contact.ts'
import { requestHelp } from '#navigation/request-help.ts'
import { closeReferral } from '#referrals/close-referral.ts'
import { endPause } from '#referrals/end-pause.ts'
import { pauseReferral } from '#referrals/pause-referral.ts'
import { reassignNavigator } from '#referrals/reassign-navigator.ts'
import { redirectReferral } from '#referrals/redirect-referral.ts'
import { sendReferral } from '#referrals/send-referral.ts'
import { signOffClosing } from '#referrals/sign-off-closing.ts'
import { stateHighNeed } from '#referrals/state-high-need.ts'
import { withdrawReferral } from '#referrals/withdraw-referral.ts'
import type { Doer } from '#access/doer.ts'
import { cast } from '../riverside/cast.ts'
import { families, type FamilyKey } from '../riverside/families.ts'
import { partners } from '../riverside/places.ts'
import { byPhone } from '../support/referral-story.ts'
import { daysOn } from './days.ts'
import type { Move } from './moves.ts'
import { oneOf } from './moves-triage.ts'
import { type Outcome, type SmallDistrict, staffOf } from './small-district.ts'

export type Referral = {
  id: string
  student_id: string
  school_id: string
  state: string
  partner_id: string | null
  high_need: boolean
}
const open = `select id, student_id, school_id, state, partner_id, high_need from referral where ended_at is null`
const navigating = ['navigator', 'care_coordinator', 'counselor', 'psychologist', 'social_worker'] as const

/** Something whoever walks a family does with an open referral, in one of these states or in any. */
function navigators(
  name: string,
  weight: number,
  how: {
    states?: readonly string[]
    as?: (typeof navigating)[number] | 'designated_lead'
    work(by: Doer, referral: Referral, district: SmallDistrict): Promise<Outcome> | undefined
  },
): Move {
  return {
    name,
    weight,
    async make(district) {
      const states = how.states?.map((state) => `'${state}'`).join(', ')
      const referral = await oneOf<Referral>(
        district,
        `${open} ${states === undefined ? '' : `and state in (${states})`} order by id`,
      )
      const by =
        referral && (await district.somebody([how.as ?? district.chance.one(navigating)], referral.school_id))
      return referral && by && how.work(by, referral, district)
    },
  }
}

const familyOf = (studentId: string): FamilyKey =>
  (Object.keys(families) as FamilyKey[]).find((key) => families[key].id === studentId) as FamilyKey
const questions = ['referral_disclosure', 'status_feedback', 'participation', 'safety_signals']

/** A packet is on its way in one go: the agency is chosen, the family says yes, it is sent. */
async function send(by: Doer, { id: referralId, student_id }: Referral, { chance }: SmallDistrict) {
  const partnerId = partners[chance.one(['cedarStreet', 'northbank'] as const)].id
  const chosen = await choosePartner.perform(by, { referralId, partnerId })
  if (!chosen.done) return chosen
  const answers = Object.fromEntries(questions.map((each) => [each, chance.is(0.85) ? 'yes' : 'no']))
  const answered = await recordConsent.perform(by, { referralId, ...byPhone(familyOf(student_id)), answers })
  return answered.done ? sendReferral.perform(by, { referralId, caregiverPresent: 'yes' }) : answered
}

const handoffMoves: readonly Move[] = [
  navigators('a packet is sent', 12, { states: ['handoff_open'], as: 'navigator', work: send }),
  navigators('a family is called', 3, {
    states: ['handoff_open'],
    work: (by, { id: referralId, student_id }, { chance }) =>
      logContact.perform(by, {
        referralId,
        caregiverId: families[familyOf(student_id)].caregivers[0]?.id,
        mode: 'phone',
        language: 'en',
        result: chance.one(['no_answer', 'reached', 'left_message']),
      }),
  }),
  navigators('a visit is booked with the family', 5, {
    work: (by, { id: referralId }, { chance, now }) =>
      bookAppointment.perform(by, {
        referralId,
        kind: chance.one(['assessment', 'intake']),
        on: daysOn(now(), 1 + chance.below(12)),
        at: '16:30',
        place: '214 Cedar Street',
        modality: 'in_person',
        lateReason: 'provider_capacity',
      }),
  }),
  navigators('help is asked for', 3, {
    work: (by, { id: referralId }, { now }) =>
      requestHelp.perform(by, { referralId, kind: 'transport', dueOn: daysOn(now(), 3) }),
  }),
  navigators('a yes is taken back', 1, {
    work: async (by, { id }, district) => {
      const consent = await oneOf<{ id: string }>(
        district,
        `select c.id from consent c where c.referral_id = '${id}' order by c.id`,
      )
      return (
        consent &&
        revokeConsent.perform(by, { consentId: consent.id, askedBy: 'A caregiver', channel: 'phone' })
      )
    },
  }),
]

const steering: readonly Move[] = [
  navigators('high need is stated', 4, {
    as: 'navigator',
    work: (by, { id: referralId }) => stateHighNeed.perform(by, { referralId, criterion: 'safety_concerns' }),
  }),
  navigators('the clocks are paused', 3, {
    work: (by, { id: referralId }, { chance, now }) =>
      pauseReferral.perform(by, {
        referralId,
        reason: 'family_asked',
        throughOn: daysOn(now(), chance.below(9)),
      }),
  }),
  navigators('the lead pauses the clocks', 2, {
    as: 'designated_lead',
    work: (by, { id: referralId }, { chance, now }) =>
      pauseReferral.perform(by, {
        referralId,
        reason: 'other_care_first',
        throughOn: daysOn(now(), chance.below(5)),
      }),
  }),
  navigators('a pause is ended', 2, {
    work: (by, { id: referralId }) => endPause.perform(by, { referralId }),
  }),
  navigators('another navigator takes it', 3, {
    work: (by, { id: referralId, school_id }, { chance }) =>
      reassignNavigator.perform(by, {
        referralId,
        navigatorId: cast[chance.one(staffOf(navigating, school_id)).key].id,
      }),
  }),
  navigators('it goes to another agency', 3, {
    as: 'navigator',
    work: (by, { id: referralId }, { chance }) =>
      redirectReferral.perform(by, {
        referralId,
        reason: 'capacity',
        ...(chance.is(0.5) && { partnerId: partners[chance.one(['cedarStreet', 'northbank'] as const)].id }),
      }),
  }),
  navigators('the family withdraws', 1, {
    work: (by, { id: referralId }) =>
      withdrawReferral.perform(by, { referralId, askedBy: 'caregiver', channel: 'phone' }),
  }),
  navigators('the lead agrees to an ending', 1, {
    as: 'designated_lead',
    work: (by, { id: referralId }) => signOffClosing.perform(by, { referralId, ending: 'alternative_plan' }),
  }),
  navigators('it is closed', 2, {
    as: 'navigator',
    work: (by, { id: referralId }, { chance }) =>
      closeReferral.perform(by, {
        referralId,
        ending: chance.one(['connected', 'alternative_plan', 'family_choice']),
        attributedTo: 'intake_barrier',
        reason: 'transportation',
        plan: 'A group at school',
        exitCriterion: 'goals_met',
        stepDown: 'A word each Friday',
        askedBy: 'caregiver',
        channel: 'phone',
      }),
  }),
]

/** What whoever walks a family does with an open referral. */
export const referralMoves: readonly Move[] = [...handoffMoves, ...steering]
