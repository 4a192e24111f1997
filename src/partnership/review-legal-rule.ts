import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { day, id, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { registerKeepers } from './legal-rule.ts'
import { addRuleReview, findLegalRule } from './legal-rule-store.ts'

/** Somebody looks at a rule of the register again: what they find, and when the next look is owed [R140]. */
export const reviewLegalRule = act({
  name: 'partnership/review-legal-rule',
  by: registerKeepers,
  given: z.object({ legalRuleId: id, found: text(2000, 'Say what you find'), nextReviewOn: day }),
  async do(unit, { legalRuleId, found, nextReviewOn }) {
    const rule = (await findLegalRule(unit.tx, legalRuleId)) ?? notFound()
    const subject = { type: 'legal_rule', id: rule.id }
    unit.permit(true, subject)
    addRuleReview(unit, { ruleId: rule.id, found, next: nextReviewOn })
    unit.record('legal_rule.reviewed', subject, { next_review_on: nextReviewOn })
    return done({ legalRuleId })
  },
})
