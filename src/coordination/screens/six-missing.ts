import type { Gap, Question } from '../six-answers.ts'
import { missingWords } from '../words.ts'
import type { Page } from './said.ts'
import { missingAtSchool, placeOfCare } from './six-at-school.tsx'
import { studentWords } from './student-words.ts'

const say = studentWords()

/** Where a missing answer is given, for whoever may do something here. */
export const fixes = ({ question, atRisk }: Gap, { seen }: Page) => {
  if (!seen.here) return undefined
  if (atRisk === true && seen.active !== undefined)
    return { href: `/referrals/${seen.active.id}`, label: say('fix_holder') }
  if (question === 'progress')
    return { href: `/students/${seen.student.id}/measures`, label: say('agree_measures') }
  if (question === 'risk') return { href: '/schools', label: say('fix_risk') }
  if (seen.care !== undefined) return placeOfCare(seen)
  return seen.active === undefined
    ? undefined
    : { href: `/referrals/${seen.active.id}/handoff`, label: say('fix_handoff') }
}

/** The agency would know, and may not tell: the family is asked. */
const isUntold = (question: Question, { seen }: Page) =>
  seen.active?.notShared === true && (question === 'responsibility' || question === 'next_visit')

/** What is true while an answer is missing. */
export function missingSaid({ question, resultOf, atRisk }: Gap, page: Page): string {
  if (atRisk === true) return say('risk_unheld')
  if (isUntold(question, page)) return say('agency_may_not_tell')
  if (resultOf !== undefined) return say('result_owed', { day: page.at.day(resultOf) })
  return missingAtSchool(question, page) ?? missingWords()(question)
}
