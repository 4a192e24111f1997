import { noticeWords as alertWords } from '#alerts/contract.ts'
import { noticeWords as careWords, teacherWords } from '#carenotices/contract.ts'
import { noticeWords as concernWords, reporterWords } from '#concerns/contract.ts'
import { noticeWords as consentWords } from '#consent/contract.ts'
import { noticeWords as debriefWords } from '#debriefs/contract.ts'
import { noticeWords as drillWords } from '#drills/contract.ts'
import { noticeWords as handoffWords } from '#handoffs/contract.ts'
import { noticeWords as peopleWords } from '#people/contract.ts'
import { noticeWords as returnWords } from '#returns/contract.ts'
import { noticeWords as ownWords } from './words.ts'

/** Every module says its own news; what a module has no words for yet is said here. */
const sayers = [
  peopleWords(),
  alertWords(),
  careWords(),
  teacherWords(),
  concernWords(),
  reporterWords(),
  consentWords(),
  debriefWords(),
  returnWords(),
  handoffWords(),
  drillWords(),
  ownWords(),
] as unknown as readonly {
  (key: string): string
  has(key: string): boolean
}[]

/** What a person is told, in words that name nobody; undefined for a kind nobody knows. */
export const newsOf = (kind: string): string | undefined => sayers.find((say) => say.has(kind))?.(kind)

const places: Readonly<Record<string, (id: string) => string>> = {
  referral: (id) => `/referrals/${id}`,
  concern: (id) => `/concerns/${id}`,
  own_concern: () => '/concerns/mine',
  triage_decision: (id) => `/decisions/${id}`,
  brief_support: (id) => `/supports/${id}`,
  review_task: (id) => `/review-tasks/${id}`,
  crisis_incident: (id) => `/crisis/incidents/${id}`,
  improvement: (id) => `/crisis/improvements/${id}`,
  return_plan: (id) => `/returns/${id}`,
  return_sheet: () => '/return-sheets',
  partner: (id) => `/partners/${id}`,
  student: (id) => `/students/${id}`,
  escalation: (id) => `/escalations/${id}`,
  care_notice_school: () => '/handle-with-care/designated',
  care_notice_list: () => '/handle-with-care',
  care_notice_signal: () => '/handle-with-care/signals',
  crisis_drill: (id) => `/crisis/incidents/${id}`,
  crisis_drill_finding: () => '/drills',
  record_opening: (id) => `/privacy/openings/${id}`,
}

/** Where the record stands that a notice speaks of. */
export const placeOf = (type: string, id: string): string | undefined => places[type]?.(id)
