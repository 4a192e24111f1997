import { addMinorRule } from '#consent/add-minor-rule.ts'
import { approveMinorRule } from '#consent/approve-minor-rule.ts'
import { givePaper } from '#consent/give-paper.ts'
import { recordConsent } from '#consent/record-consent.ts'
import { revokeConsent } from '#consent/revoke-consent.ts'
import { choosePartner } from '#handoffs/choose-partner.ts'
import type { FamilyKey } from '../families.ts'
import { partners } from '../places.ts'
import { signedPaper } from '../signed-paper.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'
import { Walk } from './walk.ts'

type Stage = Parameters<Story>[0]

/** A concern on one day, the decision on the next, so many school days before today. */
async function decided(
  { teller, almanac }: Stage,
  key: FamilyKey,
  { on, observed, ...leaving }: { on: number; observed: string; exitCriterion?: string },
) {
  const walk = new Walk(teller, key)
  await walk.at(almanac.moment(on - 1, '10:20')).raise(observed)
  await walk.at(almanac.moment(on, '08:40')).decide('b', leaving)
  return walk
}

/** The legal team approved one rule for Riverside. It cites no law: Riverside is invented. */
const rules: Story = async ({ teller, almanac }) => {
  teller.at(almanac.moment(-25, '09:00'))
  const { ruleId } = await perform(teller.being('yolanda'), addMinorRule, {
    state: 'CA',
    care: 'mental_health',
    fromAge: '15',
    caregiverTold: 'no',
    source: 'Invented for Riverside: no law is cited',
    inForceFrom: almanac.day(-25),
  })
  teller.at(almanac.moment(-24, '09:00'))
  const approval = { approvedBy: 'Counsel of Riverside', approvedOn: almanac.day(-24) }
  await perform(teller.being('leila'), approveMinorRule, { ruleId, ...approval })
}

/** Mother and father may both consent, and differ. */
const felix: Story = async (stage) => {
  const { moment } = stage.almanac
  const walk = await decided(stage, 'felix', {
    on: -3,
    observed: 'Sits alone since his parents moved apart.',
  })
  await walk.at(moment(-3, '13:10')).talk()
  await walk.at(moment(-3, '13:25')).consent()
  const [, father] = walk.family.caregivers
  const no = { referral_disclosure: 'no', status_feedback: 'no', safety_signals: 'no' } as const
  await walk.at(moment(-2, '15:30')).consent(no, '2027-06-30', father)
}

/** A student of 16 agrees to care alone, under the approved rule. No caregiver is told. */
const amal: Story = async (stage) => {
  const { moment } = stage.almanac
  const walk = await decided(stage, 'amal', {
    on: -2,
    observed: 'Asked the counselor for somebody to talk to.',
  })
  const { referralId } = walk
  await walk
    .at(moment(-2, '12:00'))
    .by(walk.navigator, choosePartner, { referralId, partnerId: partners.cedarStreet.id })
  await walk.at(moment(-2, '12:10')).by(walk.navigator, recordConsent, {
    referralId,
    grantorKind: 'student',
    care: 'mental_health',
    method: 'paper',
    documentReference: 'Cabinet of the counselor, folder N',
    scans: [await signedPaper()],
    language: 'en',
    endsOn: '2027-06-30',
    answers: { services: 'yes', status_feedback: 'yes', referral_disclosure: 'yes' },
  })
}

/** Whoever may consent asked not to be contacted. */
const tariq: Story = async (stage) => {
  await decided(stage, 'tariq', { on: -1, observed: 'Stopped eating at lunch.' })
}

/** A part first, and all of it two days later: the earlier record counts no more. */
const elsa: Story = async (stage) => {
  const { moment } = stage.almanac
  const walk = await decided(stage, 'elsa', {
    on: -5,
    observed: 'Counts everything twice before she starts.',
  })
  await walk.at(moment(-5, '13:10')).talk()
  await walk.at(moment(-5, '13:25')).consent()
  await walk.at(moment(-3, '15:10')).consent({ participation: 'yes' }, stage.almanac.day(10))
}

/** A consent for a few days that ended by itself. The family has the paper to answer anew. */
const bruno: Story = async (stage) => {
  const { moment, day } = stage.almanac
  const walk = await decided(stage, 'bruno', { on: -7, observed: 'Shouts at friends, then cries.' })
  await walk.at(moment(-7, '13:10')).talk()
  await walk.at(moment(-7, '13:25')).consent({}, day(-2))
  await walk.at(moment(-1, '14:10')).by(walk.navigator, givePaper, {
    referralId: walk.referralId,
    paperTo: walk.caregiver.id,
    paperScopes: ['referral_disclosure', 'status_feedback'],
    againOn: day(3),
  })
}

/** A yes that the family took back before anything was sent. */
const gia: Story = async (stage) => {
  const { moment } = stage.almanac
  const walk = await decided(stage, 'gia', {
    on: -6,
    observed: 'Does not want to go home on Fridays.',
    exitCriterion: 'not_improving',
  })
  await walk.at(moment(-6, '13:10')).talk()
  const { consentIds } = await walk.at(moment(-6, '13:25')).consent()
  await walk.at(moment(-4, '16:00')).by(walk.navigator, revokeConsent, {
    consentId: consentIds[0],
    askedBy: walk.caregiver.name,
    channel: 'phone',
    extent: 'everything',
  })
}

/** Consent in each of its states, so that each worklist has something true to show. */
export const consentsTold: Record<string, Story> = {
  'the rules': rules,
  felix,
  amal,
  tariq,
  elsa,
  bruno,
  gia,
}
