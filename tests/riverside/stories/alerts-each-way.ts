import { acknowledgeAtSchool } from '#alerts/acknowledge-at-school.ts'
import { lookAlertsAtSchool } from '#alerts/look-alerts.ts'
import { sendToAgency } from '#alerts/send-to-agency.ts'
import { sendToSchool } from '#alerts/send-to-school.ts'
import { agreeTime } from '#classroom/agree-time.ts'
import { lookTimes } from '#classroom/look-times.ts'
import { recordConsent } from '#consent/record-consent.ts'
import { partnerItems, schoolItems } from '#partnership/agreement.ts'
import { recordAgreement } from '#partnership/record-agreement.ts'
import { recordSignOff } from '#partnership/record-sign-off.ts'
import { cast } from '../cast.ts'
import { families } from '../families.ts'
import { partners } from '../places.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

/** District and Cedar Street agree that each may tell the other by a word that more support is needed. */
const agree: Story = async ({ teller, almanac: { day, moment } }) => {
  teller.at(moment(-6, '09:10'))
  const holds = { startsOn: day(-6), endsOn: '2027-06-30' }
  const { agreementId } = await perform(teller.being('yolanda'), recordAgreement, {
    partnerId: partners.cedarStreet.id,
    title: 'Data sharing agreement with Cedar Street, with alerts',
    ...holds,
    schoolToPartner: schoolItems.filter((item) => item !== 'academic_observations'),
    partnerToSchool: [...partnerItems],
  })
  const signed = { signedBy: 'Riverside legal office', signedOn: holds.startsOn, endsOn: holds.endsOn }
  const scope = 'Referrals, status feedback and alerts'
  await perform(teller.being('leila'), recordSignOff, { agreementId, scope, ...signed })
}

/**
 * School and agency tell each other that Hana needs more support, on the family's yes: what the agency told
 * is taken by the lead, what the school told waits. When she has to be in class is agreed with her teacher.
 */
export const alertsEachWay: Story = async (stage) => {
  await agree(stage)
  const { teller, almanac } = stage
  const { id: studentId, caregivers } = families.hana
  const [caregiver] = caregivers
  const seen = () => lookAlertsAtSchool.see(teller.being('maya'), { studentId })
  teller.at(almanac.moment(-5, '13:30'))
  const referralId = (await seen()).agencies[0]?.id
  if (referralId === undefined || caregiver === undefined) throw new Error('No agency has Hana')
  await perform(teller.being('maya'), recordConsent, {
    referralId,
    caregiverId: caregiver.id,
    method: 'phone_witnessed',
    witness: cast.grace.name,
    language: caregiver.language,
    endsOn: '2027-06-30',
    answers: { school_alerts: 'yes', agency_alerts: 'yes' },
  })
  teller.at(almanac.moment(-4, '15:20'))
  const { alertId } = await perform(teller.being('noor'), sendToSchool, {
    referralId,
    about: 'change_at_home',
  })
  teller.at(almanac.moment(-4, '15:40'))
  await perform(teller.being('ruth'), acknowledgeAtSchool, { studentId, alertId })
  const { teachers } = await lookTimes.see(teller.being('maya'), { studentId })
  const lesson = { kind: 'in_class', weekday: '2', fromAt: '09:00', untilAt: '10:00', lesson: 'math' }
  await perform(teller.being('maya'), agreeTime, { studentId, teacherId: teachers[0]?.id, ...lesson })
  teller.at(almanac.ago(50))
  await perform(teller.being('maya'), sendToAgency, { studentId, referralId, about: 'away_more' })
}
