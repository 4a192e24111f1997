import { recordConsent } from '#consent/record-consent.ts'
import { bookAppointment } from '#handoffs/book-appointment.ts'
import { choosePartner } from '#handoffs/choose-partner.ts'
import { confirmPoints } from '#handoffs/confirm-points.ts'
import { confirmReceipt } from '#handoffs/confirm-receipt.ts'
import { finishHandoff } from '#handoffs/finish-handoff.ts'
import { givePlan } from '#handoffs/give-plan.ts'
import { logContact } from '#handoffs/log-contact.ts'
import { logReminder, type reminderAnswers } from '#handoffs/log-reminder.ts'
import { rebookAppointment } from '#handoffs/rebook-appointment.ts'
import { recordConversation } from '#handoffs/record-conversation.ts'
import { settleLogistics } from '#handoffs/settle-logistics.ts'
import { sendReferral } from '#referrals/send-referral.ts'
import { cast } from '../cast.ts'
import { type PartnerKey, partners } from '../places.ts'
import { clinicians } from './agency-people.ts'
import { ConcernWalk } from './concern-walk.ts'

type Visit = { on: string; at?: string; kind?: string; lateReason?: string }

/** From the first call to a handoff that is complete. */
export class HandoffWalk extends ConcernWalk {
  callWithoutAnswer(nextOn: string) {
    const { id: caregiverId, language } = this.caregiver
    return this.by(
      this.navigator,
      logContact,
      this.given({ caregiverId, mode: 'phone', language, result: 'no_answer', nextOn, nextAt: '15:00' }),
    )
  }

  async talk(partner: PartnerKey = 'cedarStreet') {
    this.partner = partner
    const { id: caregiverId, language, interpreter } = this.caregiver
    const spoken = interpreter === true ? { interpreter: 'Interpreter 4471' } : {}
    await this.by(
      this.navigator,
      logContact,
      this.given({ caregiverId, mode: 'phone', language, result: 'reached', ...spoken }),
    )
    await this.by(
      this.navigator,
      recordConversation,
      this.given({ mode: 'phone', caregiverId, language, ...spoken, studentTookPart: 'yes' }),
    )
    await this.by(
      this.navigator,
      confirmPoints,
      this.given({ points: ['service', 'intake', 'information', 'choices'] }),
    )
    await this.by(this.navigator, choosePartner, this.given({ partnerId: partners[partner].id }))
  }

  /** The family lets the agency talk with the other services the student has. */
  coordinate() {
    return this.#alsoYes('care_coordination')
  }

  /** The family lets visits be by video. */
  meetByVideo() {
    return this.#alsoYes('telehealth')
  }

  #alsoYes(scope: 'care_coordination' | 'telehealth') {
    const { id: caregiverId, language } = this.caregiver
    return this.by(
      this.navigator,
      recordConsent,
      this.given({
        caregiverId,
        method: 'phone_witnessed',
        witness: cast.grace.name,
        language,
        endsOn: '2027-06-30',
        answers: { [scope]: 'yes' },
      }),
    )
  }

  consent(
    answers: Partial<
      Record<'referral_disclosure' | 'status_feedback' | 'participation' | 'safety_signals', 'yes' | 'no'>
    > = {},
    endsOn = '2027-06-30',
    { id: caregiverId, language } = this.caregiver,
  ) {
    const said = {
      referral_disclosure: 'yes',
      status_feedback: 'yes',
      participation: 'no',
      safety_signals: 'yes',
      ...answers,
    }
    return this.by(
      this.navigator,
      recordConsent,
      this.given({
        caregiverId,
        method: 'phone_witnessed',
        witness: this.caregiver.interpreter === true ? 'Interpreter 4471' : cast.grace.name,
        language,
        endsOn,
        answers: said,
      }),
    )
  }

  send() {
    return this.by(this.navigator, sendReferral, this.given({ caregiverPresent: 'yes' }))
  }

  confirmReceiptByPhone() {
    return this.by(this.navigator, confirmReceipt, this.given({ confirmedBy: cast[this.intake].name }))
  }

  /** The visit, the way there and the plan: what makes the handoff complete. */
  async arrange({ missReason, ...visit }: Visit & { missReason?: string }) {
    await this.#book(visit)
    const { interpreter, language, name } = this.caregiver
    const gettingThere = { transport: 'own_car', accompaniedBy: name, coverage: 'medicaid' }
    const booked = interpreter === true ? { interpreterBooked: 'yes' } : {}
    await this.by(this.navigator, settleLogistics, this.given({ ...gettingThere, ...booked }))
    const plan = { planLanguage: language === 'es' ? 'es' : 'en', delivery: ['paper', 'text_link'] }
    await this.by(this.navigator, givePlan, this.given(plan))
    await this.by(this.navigator, finishHandoff, this.given(missReason === undefined ? {} : { missReason }))
  }

  async #book({ on, at = '16:30', kind = 'assessment', lateReason = 'work_schedule' }: Visit) {
    const booked = await this.by(
      this.navigator,
      bookAppointment,
      this.given({
        kind,
        on,
        at,
        minutes: 60,
        place: partners[this.partner].address,
        modality: 'in_person',
        withWhom: clinicians[this.partner].clinicianName,
        lateReason,
        flexible: ['after_hours'],
      }),
    )
    this.appointmentId = booked.appointmentId
    this.reminderId = booked.reminderId
  }

  /** The family is reminded of the visit that is booked; the reminder came with it. */
  remind(answer: (typeof reminderAnswers)[number], channel = 'phone') {
    const { id: whom, language } = this.caregiver
    const { reminderId } = this
    return this.by(this.navigator, logReminder, { reminderId, whom, channel, language, answer })
  }

  async rebook({ on, at = '16:30' }: { on: string; at?: string }) {
    const partner = partners[this.partner]
    const given = {
      kind: 'assessment',
      on,
      at,
      minutes: 60,
      place: partner.address,
      modality: 'in_person',
      appointmentId: this.appointmentId,
      lateReason: 'work_schedule',
    }
    const booked = await this.by(this.navigator, rebookAppointment, this.given(given))
    this.appointmentId = booked.appointmentId
    this.reminderId = booked.reminderId
  }
}
