import { catalog } from '#platform/words.ts'
import type { PlanBlank } from './rules.ts'

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'return_plan.opened': 'A plan to come back to school is owed',
    'return_plan.saved': 'The plan to come back was written down',
    'return_plan.agreed': 'The plan to come back is agreed',
    'return_plan.set_aside': 'No plan to come back is needed',
    'return_plan.changed': 'The plan to come back is changed, and has to be agreed on anew',
    'return_plan.ended': 'The return ended before it held, with the reason',
    'return_plan.returned': 'The student is back at school',
    'return_plan.looked_at': 'How the return stands was looked at',
    'return_plan.fulfilled': 'The return is stable',
    'return_plan.late_told': 'Told that the plan to come back is late',
    'return_sheet.given': 'A teacher was told what to do when the student comes back',
    'follow_up.planned': 'Contacts after the crisis were planned',
    'follow_up.made': 'A contact after the crisis was made',
  },
})

const blanks = {
  return_on_blank: 'On which day does the student come back?',
  meeting_blank: 'When is the meeting before?',
  meeting_after_return: 'The meeting is on the day of the return, or before.',
  attendees_blank: 'Who comes to the meeting?',
  supports_blank: 'What helps the student at school?',
  next_visit_blank: 'When is the next appointment, or why is there none?',
  check_ins_blank: 'Who checks in with the student, and how often?',
  if_risk_rises_blank: 'What happens if risk rises?',
  threat_unsaid: 'Was it a threat of suicide?',
  policy_steps_missing: 'Each step that was agreed on jointly has to be done first.',
} satisfies Record<PlanBlank, string>

/** Why a plan cannot be changed so, and each blank that keeps it from being agreed on. */
export const planWords = catalog({
  en: {
    ...blanks,
    not_open: 'The plan is past that. See how it stands.',
    nothing_agreed: 'Only a plan that was agreed on, and goes on, is changed.',
    because_missing: 'Say why it ends.',
    not_yours: 'Whoever answers for the plan, or a lead of the school, decides this.',
    not_agreed: 'The plan is not agreed on yet.',
    not_returned: 'The student is not back yet.',
    day_ahead: 'Give today or a day before.',
    not_stable: 'It has not held to the end yet. Go on, and look again.',
  },
})
export const sheetWords = catalog({
  en: {
    ended: 'This plan has ended.',
    nobody_chosen: 'Choose who has to know.',
    reader_unknown: 'Choose teachers of the school from the list.',
    contact_unknown: 'Choose somebody from the list.',
  },
})
export const contactWords = catalog({
  en: { ended_already: 'This contact was made already.', words_missing: 'Say why it is not needed.' },
})
export const lateWords = catalog({
  en: { past_it: 'The plan is agreed on.', told_already: 'It was told already.', not_due: 'It is not late.' },
})

/** What somebody is told of a return. */
export const noticeWords = catalog({
  en: {
    'return_plan.owed': 'You owe a plan for a student to come back to school.',
    'return_plan.late': 'A plan for a student to come back to school is late.',
    'return_sheet.given': 'A student comes back to your class. Read what helps, and whom to ask.',
  },
})
