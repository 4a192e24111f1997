import { catalog } from '#platform/words.ts'
import type { ReferralState } from './lifecycle.ts'
import type { Step } from './next-step.ts'
import type { Milestone, ObstacleToMilestone } from './milestone.ts'
import type { ObstacleToBooking, ObstacleToHolding, ObstacleToPosting, ObstacleToResult } from './rules.ts'
import type { Status, StatusSource } from './status.ts'
import type { VisitKind, VisitModality, VisitResult } from './visit.ts'

/** Why an agency cannot do this now, and what clears it. */
const obstacles = {
  referral_ended: 'This referral has ended. Nothing more is told about it.',
  not_at_this_step: 'The referral is not at this step. Open it again to see where it stands.',
  not_shared:
    'The family has not agreed that you tell the school how it goes. The navigator asks the family.',
  participation_not_shared: 'The family has not agreed that you tell the school about each visit.',
  safety_not_shared:
    'The family has not agreed that you tell the school if safety changes. In danger, call 911 or 988.',
  not_agreed: 'The agreement with the district does not let this be told. The district head can change it.',
  reason_missing: 'Choose the main reason.',
  reason_not_listed: 'Choose a reason from the list.',
  signal_not_listed: 'This is not on the list of signals any more. Choose one of those shown.',
  already_recorded: 'What came of this visit is recorded already. It stays as it was entered.',
  not_yet: 'This visit has not begun yet. Record what came of it afterwards.',
  video_not_agreed: 'The family has not said yes to visits by video with this agency. Ask it first.',
  video_link_missing: 'Give the link of the video visit. It begins with https.',
  private_space_missing: 'Make sure with the family that the student has a room where nobody hears.',
  in_the_past: 'This time lies in the past. Give a time from now on.',
  late_without_reason: 'This first visit is later than the same week. Choose why.',
  in_class_time:
    'The student has to be in class then, as was agreed. Take another time, or choose why it has to be this one.',
  visit_still_open: 'A visit is open already. Record what came of it, or move that one.',
  nothing_to_replace: 'The visit to move does not belong to this referral.',
  clinician_missing: 'Name the clinician who takes clinical responsibility.',
  credential_missing: 'Give the credential of the clinician, for example LCSW.',
  clinician_unknown:
    'This clinician does not work for your agency. Choose one from the list, or write the name.',
  not_happened_yet: 'This day lies ahead. Give the day it happened.',
  already_answered: 'This was answered already.',
  service_missing: 'Choose with the family what the further referral is for.',
  not_seen_yet: 'The first visit has not been held, so there is nothing to ask about yet.',
  same_partner: 'Name another agency than your own, or leave it open.',
  no_times: 'Offer at least one time.',
  milestone_told: 'This was told already. It stays as it was told.',
  plan_first: 'Tell first when the plan of treatment was complete.',
  before_the_plan: 'This day lies before the plan was complete.',
} satisfies Record<
  ObstacleToPosting | ObstacleToResult | ObstacleToBooking | ObstacleToHolding | ObstacleToMilestone,
  string
> &
  Record<string, string>
export type Obstacle = keyof typeof obstacles
export const obstacleWords = catalog({ en: obstacles })

export const milestoneWords = catalog({
  en: {
    plan_completed: 'The plan of treatment is complete',
    first_reached: 'The first milestone of treatment is reached',
  } satisfies Record<Milestone, string>,
})

/** What the trail says of the agency's side and of closing. */
export const traceWords = catalog({
  en: {
    'referral.received': 'Received',
    'referral.accepted': 'Accepted',
    'referral.declined': 'Not accepted',
    'referral.returned': 'Given back by the agency',
    'referral.scheduled': 'Visit booked',
    'referral.times_offered': 'Times offered',
    'referral.offer_taken': 'Offered time booked with the family',
    'referral.status_posted': 'Status told',
    'referral.engaged': 'Still being seen after one month',
    'referral.not_engaged': 'Visits have stopped',
    'referral.disengaged': 'Visits have stopped',
    'referral.withdrawn': 'Family chose to withdraw',
    'referral.stop_notice_made': 'Agency told to send nothing more',
    'referral.stop_acknowledged': 'Agency has read that sharing stopped',
    'referral.closed': 'Referral closed',
    'referral.sign_off_given': 'Designated lead agreed to the ending',
    'referral.feedback_confirmed': 'School has what it needs',
    'referral.feedback_missing': 'School needs more feedback',
    'referral.family_reported': 'The family told us how it goes',
    'referral.further_requested': 'Agency asks for a further referral',
    'referral.further_answered': 'Further referral answered',
    'referral.next_step_settled': 'What is owed next was worked out anew',
    'appointment.attended': 'Visit held',
    'appointment.missed': 'Visit missed',
    'appointment.cancelled': 'Visit cancelled',
    'appointment.rescheduled': 'Visit moved to another time',
    'reminder.planned': 'Reminder of the visit planned',
    'signal.posted': 'Safety signal from the agency',
    'signal.acknowledged': 'Safety signal taken up',
    'participation.posted': 'Agency told whether the student came',
    'milestone.told': 'Agency told how far treatment is',
    'responsibility.accepted': 'Clinical responsibility accepted',
    'responsibility.closer_named': 'Somebody else may close the case',
    'responsibility.passed_on': 'Clinical responsibility passed on',
    'responsibility.ended': 'Clinical responsibility ended',
  },
})

export const stepWords = catalog({
  en: {
    make_handoff: 'Make the warm handoff',
    offer_school_support: 'Offer support at school',
    confirm_receipt: 'Confirm receipt',
    answer_referral: 'Accept, or say why not',
    book_first_visit: 'Book the first visit',
    hold_visit: 'Hold the visit',
    record_result: 'Say whether they came',
    rebook_visit: 'Find a new time with the family',
    confirm_feedback: 'Confirm that the school knows enough',
    ask_one_month: 'Still being seen after one month?',
    close_loop: 'Close the referral',
    choose_partner: 'Choose another agency with the family',
    find_out_why: 'Find out why visits stopped',
    contact_family: 'Contact the family',
    settle_gate: 'Choose another agency, or have the agreement renewed',
  } satisfies Record<Step, string>,
})

export const stateWords = catalog({
  en: {
    handoff_open: 'Handoff',
    sent: 'Sent',
    received: 'Received',
    accepted: 'Accepted',
    not_accepted: 'Not accepted',
    scheduled: 'Scheduled',
    in_service: 'In service',
    disengaged: 'Visits stopped',
    redirected: 'Redirected',
    withdrawn: 'Withdrawn',
    closed: 'Closed',
  } satisfies Record<ReferralState, string>,
})

export const statusWords = catalog({
  en: {
    received: 'Received',
    accepted: 'Accepted',
    not_accepted: 'Not accepted',
    scheduled: 'Scheduled',
    first_appointment_completed: 'First visit held',
    ongoing_engagement: 'Ongoing visits',
    disengaged: 'Visits have stopped',
    redirected: 'Passed to another agency',
  } satisfies Record<Status, string>,
})

export const sourceWords = catalog({
  en: {
    partner: 'The agency says so',
    school_confirmed: 'Entered at school, with the agency on the phone',
    family_reported: 'The family says so',
  } satisfies Record<StatusSource, string>,
})

export const visitWords = catalog({
  en: {
    intake: 'Intake',
    assessment: 'Assessment',
    first_treatment: 'First treatment',
    follow_up: 'Follow-up',
    in_person: 'In person',
    telehealth: 'By video',
    telepsychiatry: 'Psychiatry by video',
    telepsychology: 'Psychology by video',
    home: 'At home',
    on_campus: 'At school',
  } satisfies Record<VisitKind | VisitModality, string>,
})

export const resultWords = catalog({
  en: {
    attended: 'Came',
    no_show: 'Missed visit',
    cancelled_by_family: 'Cancelled by the family',
    cancelled_by_provider: 'Cancelled by the agency',
    cancelled_by_school: 'Cancelled by the school',
    rescheduled: 'Moved to another time',
  } satisfies Record<VisitResult, string>,
})
