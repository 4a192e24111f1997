import type { Act } from '#access/act.ts'
import type { Doer } from '#access/doer.ts'
import { acknowledgeConcern } from '#concerns/acknowledge-concern.ts'
import { decideTriage } from '#concerns/decide-triage.ts'
import { raiseConcern } from '#concerns/raise-concern.ts'
import { screenConcern } from '#concerns/screen-concern.ts'
import { recordConsent } from '#consent/record-consent.ts'
import { agreeMeasures } from '#coordination/agree-measures.ts'
import type { Measure } from '#coordination/measure.ts'
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
import { acceptReferral } from '#referrals/accept-referral.ts'
import { answerOneMonth } from '#referrals/answer-one-month.ts'
import { closeReferral } from '#referrals/close-referral.ts'
import { confirmFeedback } from '#referrals/confirm-feedback.ts'
import { declineReferral } from '#referrals/decline-referral.ts'
import { redirectReferral } from '#referrals/redirect-referral.ts'
import { withdrawReferral } from '#referrals/withdraw-referral.ts'
import { recordResult } from '#referrals/record-result.ts'
import { receiveReferral } from '#referrals/receive-referral.ts'
import { sendReferral } from '#referrals/send-referral.ts'
import { Problem } from '#platform/problem.ts'
import { cast, type CastKey } from '../cast.ts'
import { families, type FamilyKey, type SeededFamily } from '../families.ts'
import { type PartnerKey, partners } from '../places.ts'

/** A world in which somebody acts at a moment. */
export type Teller = { being(key: CastKey, position?: number): Doer; at(moment: Date): void }

const intake: Record<PartnerKey, CastKey> = { cedarStreet: 'noor', northbank: 'farah', openDoor: 'elliot' }
/** Who takes a student on at each agency. */
const clinicians: Record<PartnerKey, { clinicianName: string; credential: string }> = {
  cedarStreet: { clinicianName: cast.tomas.name, credential: 'LCSW' },
  northbank: { clinicianName: 'Imani Cole', credential: 'LMFT' },
  openDoor: { clinicianName: 'Peter Vance', credential: 'PsyD' },
}
const calm = {
  days_seen: 'several',
  classwork: 'clearly',
  time_missed: 'none',
  with_others: 'quieter',
  settling: 'with_adult',
  tried: 'helped_some',
  words_about_harm: 'no',
  safety_now: 'no',
}
/** Answers of the shipped checklist that indicate each path. */
export const answersFor = {
  a: { ...calm, days_seen: 'few', classwork: 'a_little', settling: 'alone', with_others: 'as_usual' },
  b: calm,
  c: { ...calm, words_about_harm: 'yes' },
}

/** Does one act and insists that it is done: a story that is refused is a story told wrongly. */
export async function perform<Ok>(doer: Doer, act: Act<Ok>, given: object): Promise<Ok> {
  const outcome = await act.perform(doer, given).catch((error: Error) => {
    const because =
      error instanceof Problem ? error.because.map(({ field, says }) => `${field}: ${says}`).join(', ') : ''
    throw new Error(`${doer.actor.name}: ${act.name}: ${error.message} ${because}`, { cause: error })
  })
  if (outcome.done) return outcome.result
  throw new Error(`${doer.actor.name}: ${act.name} was refused: ${outcome.because.join(', ')}`)
}

/** One family's way through the pathway, told a step at a time by the acts people would do. */
export class Walk {
  readonly #teller: Teller
  readonly family: SeededFamily
  readonly counselor: CastKey
  readonly navigator: CastKey
  concernId = ''
  referralId = ''
  appointmentId = ''
  reminderId = ''
  #partner: PartnerKey = 'cedarStreet'

  constructor(teller: Teller, key: FamilyKey) {
    this.#teller = teller
    this.family = families[key]
    this.counselor =
      this.family.school === 'harlow' ? 'priya' : this.family.school === 'larkspur' ? 'helen' : 'daniel'
    this.navigator = this.family.school === 'harlow' ? 'jonah' : 'maya'
  }

  /** From here on it is this moment. */
  at(moment: Date): this {
    this.#teller.at(moment)
    return this
  }

  by<Ok>(key: CastKey, act: Act<Ok>, given: object): Promise<Ok> {
    return perform(this.#teller.being(key), act, given)
  }

  async raise(
    observed: string,
    {
      by = this.family.school === 'harlow' ? 'karen' : 'joan',
      urgency = 'this_week',
    }: { by?: CastKey; urgency?: string } = {},
  ) {
    const reporter = this.family.school === 'larkspur' && by === 'joan' ? 'ines' : by
    const raised = await this.by(reporter, raiseConcern, {
      studentId: this.family.id,
      observed,
      setting: 'Classroom',
      urgency,
    })
    this.concernId = raised.concernId
  }

  async decide(
    path: 'a' | 'b' | 'c',
    { answers = path, ...more }: { answers?: 'a' | 'b' | 'c' } & Record<string, unknown> = {},
  ) {
    const { concernId } = this
    await this.by(this.counselor, acknowledgeConcern, { concernId })
    const screened = await this.by(this.counselor, screenConcern, {
      concernId,
      version: 1,
      answers: answersFor[answers],
    })
    const decided = await this.by(this.counselor, decideTriage, {
      concernId,
      screeningId: screened.screeningId,
      path,
      tier: path === 'a' ? 2 : 3,
      reasonCategory: 'worry_and_sleep',
      entryCriterion:
        path === 'a' ? 'triage_decision' : path === 'c' ? 'after_a_crisis' : 'tier_2_not_enough',
      ...(path === 'b' && { navigatorId: cast[this.navigator].id }),
      ...more,
    })
    if (path === 'b' && typeof decided.openedId === 'string') this.referralId = decided.openedId
    return decided
  }

  get caregiver() {
    const [first] = this.family.caregivers
    if (first === undefined) throw new Error('A family of the stories has a caregiver')
    return first
  }

  #given(more: object) {
    return { referralId: this.referralId, ...more }
  }

  callWithoutAnswer(nextOn: string) {
    const { id: caregiverId, language } = this.caregiver
    return this.by(
      this.navigator,
      logContact,
      this.#given({ caregiverId, mode: 'phone', language, result: 'no_answer', nextOn, nextAt: '15:00' }),
    )
  }

  async talk(partner: PartnerKey = 'cedarStreet') {
    this.#partner = partner
    const { id: caregiverId, language, interpreter } = this.caregiver
    const spoken = interpreter === true ? { interpreter: 'Interpreter 4471' } : {}
    await this.by(
      this.navigator,
      logContact,
      this.#given({ caregiverId, mode: 'phone', language, result: 'reached', ...spoken }),
    )
    await this.by(
      this.navigator,
      recordConversation,
      this.#given({ mode: 'phone', caregiverId, language, ...spoken, studentTookPart: 'yes' }),
    )
    await this.by(
      this.navigator,
      confirmPoints,
      this.#given({ points: ['service', 'intake', 'information', 'choices'] }),
    )
    await this.by(this.navigator, choosePartner, this.#given({ partnerId: partners[partner].id }))
  }

  consent(
    answers: Partial<
      Record<'referral_disclosure' | 'status_feedback' | 'participation' | 'safety_signals', 'yes' | 'no'>
    > = {},
    endsOn = '2027-06-30',
  ) {
    const { id: caregiverId, language } = this.caregiver
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
      this.#given({
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
    return this.by(this.navigator, sendReferral, this.#given({ caregiverPresent: 'yes' }))
  }

  confirmReceiptByPhone() {
    return this.by(
      this.navigator,
      confirmReceipt,
      this.#given({ confirmedBy: cast[intake[this.#partner]].name }),
    )
  }

  /** The visit, the way there and the plan: what makes the handoff complete. */
  async arrange({
    on,
    at = '16:30',
    kind = 'assessment',
    lateReason = 'work_schedule',
    missReason,
  }: {
    on: string
    at?: string
    kind?: string
    lateReason?: string
    missReason?: string
  }) {
    const partner = partners[this.#partner]
    const booked = await this.by(
      this.navigator,
      bookAppointment,
      this.#given({
        kind,
        on,
        at,
        minutes: 60,
        place: partner.address,
        modality: 'in_person',
        withWhom: clinicians[this.#partner].clinicianName,
        lateReason,
        flexible: ['after_hours'],
      }),
    )
    this.appointmentId = booked.appointmentId
    this.reminderId = booked.reminderId
    await this.by(
      this.navigator,
      settleLogistics,
      this.#given({
        transport: 'own_car',
        accompaniedBy: this.caregiver.name,
        coverage: 'medicaid',
        ...(this.caregiver.interpreter === true && { interpreterBooked: 'yes' }),
      }),
    )
    await this.by(
      this.navigator,
      givePlan,
      this.#given({
        planLanguage: this.caregiver.language === 'es' ? 'es' : 'en',
        delivery: ['paper', 'text_link'],
      }),
    )
    await this.by(this.navigator, finishHandoff, this.#given(missReason === undefined ? {} : { missReason }))
  }

  /** The family is reminded of the visit that is booked; the reminder came with it. */
  remind(answer: (typeof reminderAnswers)[number], channel = 'phone') {
    const { id: whom, language } = this.caregiver
    const { reminderId } = this
    return this.by(this.navigator, logReminder, { reminderId, whom, channel, language, answer })
  }

  receive() {
    return this.by(intake[this.#partner], receiveReferral, this.#given({}))
  }

  accept() {
    return this.by(intake[this.#partner], acceptReferral, this.#given(clinicians[this.#partner]))
  }

  result(result: 'attended' | 'no_show' | 'cancelled_by_family') {
    return this.by(
      intake[this.#partner],
      recordResult,
      this.#given({ appointmentId: this.appointmentId, result }),
    )
  }

  async rebook({ on, at = '16:30' }: { on: string; at?: string }) {
    const partner = partners[this.#partner]
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
    const booked = await this.by(this.navigator, rebookAppointment, this.#given(given))
    this.appointmentId = booked.appointmentId
    this.reminderId = booked.reminderId
  }

  /** Where progress stands, agreed by the care team of the school. */
  agree(where: Partial<Record<Measure, string>>) {
    return this.by(this.counselor, agreeMeasures, { studentId: this.family.id, ...where })
  }

  oneMonth(engaged: 'yes' | 'no' = 'yes') {
    return this.by(intake[this.#partner], answerOneMonth, this.#given({ engaged }))
  }

  feedback() {
    return this.by(this.navigator, confirmFeedback, this.#given({ sufficient: 'yes' }))
  }

  close() {
    return this.by(
      this.navigator,
      closeReferral,
      this.#given({
        ending: 'connected',
        exitCriterion: 'care_goals_met',
        stepDown: 'Check-ins at school once a month.',
      }),
    )
  }

  decline(reason: string) {
    return this.by(intake[this.#partner], declineReferral, this.#given({ reason }))
  }

  async redirect(reason: string) {
    const redirected = await this.by(this.navigator, redirectReferral, this.#given({ reason }))
    this.referralId = redirected.id
  }

  withdraw() {
    return this.by(this.navigator, withdrawReferral, this.#given({ askedBy: 'caregiver', channel: 'phone' }))
  }
}
