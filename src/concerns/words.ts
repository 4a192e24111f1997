import { writtenFor } from '#access/audiences.ts'
import { catalog } from '#platform/words.ts'
import type { Source, Urgency } from './concern.ts'
import type { ConcernState } from './lifecycle.ts'
import type { ObstacleToDeciding, Signal } from './rules.ts'
import type { ReporterNews } from './tell-reporter.ts'

/** What the trail says of a concern, a decision and a tier. */
export const traceWords = catalog({
  en: {
    'concern.raised': 'Concern raised',
    'concern.requested': 'Help asked for on the public page',
    'concern.acknowledged': 'Concern taken up',
    'concern.matched': 'Request matched to a student',
    'concern.question_asked': 'More information asked for',
    'concern.question_answered': 'More information given',
    'concern.screened': 'Checklist run',
    'concern.risk_indicated': 'Checklist indicated immediate risk',
    'concern.triaged': 'Path decided',
    'concern.closed': 'Concern closed',
    'concern.taken_off': 'A concern raised about the wrong student was closed',
    'concern.moved': 'Concern moved to another queue',
    'concern.given': 'Concern given to somebody else',
    'concern.queue_told': 'Triage staff were told that a concern came in',
    'concern.late_told': 'Told that the time to decide a concern ran out',
    'decision.made': 'Triage decision made',
    'decision.reviewed': 'Second reviewer answered',
    'tier.moved': 'Support tier changed',
    'asking.forgotten': 'Counts of the public page forgotten',
    'queue.routed': 'Triage queue given to a role',
    'queue.opened': 'Triage queue open to all triage staff',
  },
})

/** News for a person, told on Today. What is owed stands there as a promise and needs no news. */
export const noticeWords = catalog({
  en: {
    'concern.given': 'A concern somebody else took up was given to you.',
    'concern.urgent': 'A concern came in that is for today.',
    'concern.asked': 'Somebody asked for help and waits for triage.',
    'concern.late': 'The time to decide a concern ran out. It still waits for triage.',
    'concern.undecided': 'A concern was not decided in its time. Ask the triage staff what keeps it.',
    'decision.reviewed': 'The second reviewer answered about a decision of yours.',
  },
})

/** News for whoever raised a concern, who is often a teacher: that it moved, and nothing of how [R144]. */
export const reporterWords = catalog(
  writtenFor('teacher', {
    en: {
      'reporter.handled': 'A concern you raised is being handled.',
      'reporter.question': 'Somebody needs to know more about a concern you raised.',
      'reporter.closed': 'A concern you raised was closed.',
    },
  } satisfies { en: Record<ReporterNews, string> }),
)

export const sourceWords = catalog({
  en: {
    staff: 'Staff',
    student: 'Student asked for help',
    caregiver: 'Caregiver asked for help',
    attendance: 'Attendance',
    behavior: 'Behavior incidents',
    screener: 'Screening',
    handle_with_care: 'Handle With Care',
    partner_alert: 'Partner alert',
  } satisfies Record<Source, string>,
})

export const urgencyWords = catalog({
  en: {
    today: 'Today',
    this_week: 'This week',
    when_possible: 'When possible',
  } satisfies Record<Urgency, string>,
})

/** How a concern stands, for staff. @drawn */
export const stateWords = catalog({
  en: {
    submitted: 'Received',
    acknowledged: 'Taken up',
    triaged: 'Path decided',
    closed: 'Closed',
  } satisfies Record<ConcernState, string>,
})

/** All a reporter reads about what became of a concern [R008]. */
export const signalWords = catalog({
  en: {
    received: 'Received',
    being_handled: 'Being handled',
    more_information: 'More information needed',
    closed: 'Closed',
  } satisfies Record<Signal, string>,
})

/** Why a path cannot be decided, and what clears it. */
export const obstacleWords = catalog({
  en: {
    not_open: 'This concern is decided or closed already. Open a new concern to look again.',
    not_trained:
      'Your training to decide in triage is missing, or has ended. Somebody trained decides; a crisis is yours to open at once.',
    student_unknown: 'It is not known yet whom this is about. Match the request to a student first.',
    checklist_not_run: 'The checklist has not been run. Answer it first.',
    checklist_unanswered: 'Some checklist questions have no answer. Answer each of them, then decide.',
    sample_not_approved:
      'The district has not approved this sample checklist. The head of student support can record the approval.',
    reason_not_listed: 'Choose the main reason from the list.',
    entry_criterion_missing: 'Choose the entry criterion of this tier that is met.',
    exit_criterion_missing:
      'The student leaves another tier. Choose the exit criterion of that tier that is met.',
    override_reason_missing: 'The checklist indicates another path. Write down why you choose this one.',
    reviewer_missing: 'The checklist indicates another path. Name a second person who looks at it today.',
    reviewer_is_decider: 'The second person must be somebody else than you.',
    reviewer_not_designated: 'Choose the second person from the triage staff of this school.',
    high_risk_without_clinician: 'The checklist indicates high risk. School support needs a named clinician.',
    immediate_risk_in_queue:
      'An immediate risk does not wait in the referral queue. Choose path (c), or run the checklist again.',
    clinician_not_here: 'Choose a clinician who works at this school.',
    navigator_missing: 'Name the navigator who makes the handoff.',
    navigator_not_here: 'Choose a navigator who works for this school.',
    repeat_not_known:
      'This student was referred for the same reason before. Look at that referral, and tick it to refer again.',
    support_focus_missing: 'Write down what the support works on.',
    support_owner_missing: 'Choose who gives the support.',
    support_start_missing: 'Give the day the support starts.',
    support_review_missing: 'Give the day the support is looked at again.',
    support_end_missing: 'Give the day the support is planned to end.',
    support_days_out_of_order:
      'The review day and the planned end come after the start, and the review not after the end.',
    owner_not_here: 'Choose an owner who works at this school.',
  } satisfies Record<ObstacleToDeciding, string>,
})

const actMessages = {
  not_open: 'This concern is decided or closed already.',
  already_taken_up: 'Somebody has taken this concern up already.',
  already_matched: 'This concern is matched to a student already.',
  another_school: 'This student is enrolled at another school. Ask the triage staff there.',
  nobody_to_ask: 'Nobody on the staff raised this concern, so there is nobody to ask here.',
  no_school: 'This student is not enrolled at a school now. Talk to the office.',
  question_open: 'A question is waiting for an answer already.',
  no_question: 'Nothing is asked of you about this concern.',
  student_unknown: 'It is not known yet whom this is about. Match the request to a student first.',
  not_trained:
    'Your training to decide in triage is missing, or has ended. Somebody trained decides; a crisis is yours to open at once.',
  checklist_unanswered: 'Some checklist questions have no answer. Answer each of them.',
  answers_of_another_version:
    'The checklist was changed while you had it open. Answer the version shown now.',
  sample_not_approved:
    'The district has not approved this sample checklist. The head of student support can record the approval.',
  role_not_named: 'This role does not decide in triage here. Choose one that does.',
  role_not_held: 'Nobody holds this role at this school today. Choose a role that somebody holds.',
  not_departing: 'This decision follows the checklist, so no second answer is owed.',
  already_reviewed: 'The second answer has been given.',
  not_your_review: 'Another person was named as second reviewer.',
  crisis_open: 'The checklist indicated immediate risk. Decide the path before anything else.',
} as const
export type ActObstacle = keyof typeof actMessages

/** Why the smaller acts around a concern are refused. */
export const actWords = catalog({ en: actMessages })

/** Why the house tells nobody of a concern that came in, or that is late. */
export const arrivalWords = catalog({
  en: { no_news: 'It waits in the queue, somebody took it up, or it was told already.' },
})
export const lateWords = catalog({
  en: { not_late: 'It is decided, it has time left, or it was told already.' },
})
