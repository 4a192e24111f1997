import { agreeMeasures } from '#coordination/agree-measures.ts'
import type { Measure } from '#supports/measure.ts'
import { acceptReferral } from '#referrals/accept-referral.ts'
import { answerOneMonth } from '#referrals/answer-one-month.ts'
import { closeReferral } from '#referrals/close-referral.ts'
import { confirmFeedback } from '#referrals/confirm-feedback.ts'
import { declineReferral } from '#referrals/decline-referral.ts'
import type { Milestone } from '#referrals/milestone.ts'
import { postMilestone } from '#referrals/post-milestone.ts'
import { postSignal } from '#referrals/post-signal.ts'
import { redirectReferral } from '#referrals/redirect-referral.ts'
import { requestFurtherReferral } from '#referrals/request-further-referral.ts'
import { takeUpSignal } from '#referrals/take-up-signal.ts'
import { withdrawReferral } from '#referrals/withdraw-referral.ts'
import { recordResult } from '#referrals/record-result.ts'
import { receiveReferral } from '#referrals/receive-referral.ts'
import { writeNote } from '#services/write-note.ts'
import { clinicians } from './agency-people.ts'
import { HandoffWalk } from './handoff-walk.ts'

/** One family's way through the pathway, told a step at a time by the acts people would do. */
export class Walk extends HandoffWalk {
  receive() {
    return this.by(this.intake, receiveReferral, this.given({}))
  }

  accept() {
    return this.by(this.intake, acceptReferral, this.given(clinicians[this.partner]))
  }

  result(result: 'attended' | 'no_show' | 'cancelled_by_family') {
    return this.by(this.intake, recordResult, this.given({ appointmentId: this.appointmentId, result }))
  }

  /** Where progress stands, agreed by the care team of the school. */
  agree(where: Partial<Record<Measure, string>>) {
    return this.by(this.counselor, agreeMeasures, { studentId: this.family.id, ...where })
  }

  oneMonth(engaged: 'yes' | 'no' = 'yes') {
    return this.by(this.intake, answerOneMonth, this.given({ engaged }))
  }

  /** How far treatment is: a day, and nothing beside it. */
  milestone(milestone: Milestone, reachedOn: string) {
    return this.by(this.intake, postMilestone, this.given({ milestone, reachedOn }))
  }

  /** One word of the list about safety, to the lead. @returns its id */
  async signal(signal: string): Promise<string> {
    return (await this.by(this.intake, postSignal, this.given({ signal }))).signalId
  }

  takeUp(signalId: string) {
    return this.by('ruth', takeUpSignal, { signalId })
  }

  /** The agency asks the school for a referral to somebody else, beside its own treatment. */
  askFurther() {
    return this.by(this.intake, requestFurtherReferral, this.given({}))
  }

  /** What the clinician at Cedar Street writes for the agency alone. */
  note(words: string) {
    return this.by('tomas', writeNote, this.given({ words }))
  }

  feedback() {
    return this.by(this.navigator, confirmFeedback, this.given({ sufficient: 'yes' }))
  }

  close() {
    return this.by(
      this.navigator,
      closeReferral,
      this.given({
        ending: 'connected',
        exitCriterion: 'care_goals_met',
        stepDown: 'Check-ins at school once a month.',
      }),
    )
  }

  decline(reason: string) {
    return this.by(this.intake, declineReferral, this.given({ reason }))
  }

  async redirect(reason: string) {
    const redirected = await this.by(this.navigator, redirectReferral, this.given({ reason }))
    this.referralId = redirected.id
  }

  withdraw() {
    return this.by(this.navigator, withdrawReferral, this.given({ askedBy: 'caregiver', channel: 'phone' }))
  }
}
