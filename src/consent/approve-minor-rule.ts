import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { day, id, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { obstaclesToApproving } from './minor-rule.ts'
import { holdMinorRule, saveApproval } from './minor-rule-store.ts'
import { ruleKeepers } from './policy.ts'
import { ruleObstacleWords } from './words.ts'

/** The legal team approved a rule: who, and on which day. Somebody else than its writer records it [R151]. */
export const approveMinorRule = act({
  name: 'consent/approve-minor-rule',
  by: ruleKeepers,
  given: z.object({
    ruleId: id,
    approvedBy: text(120, 'Say who in the legal team approved it'),
    approvedOn: day,
  }),
  refusals: ruleObstacleWords,
  async do(unit, { ruleId, approvedBy, approvedOn }) {
    const rule = (await holdMinorRule(unit, ruleId)) ?? notFound()
    const subject = { type: 'minor_consent_rule', id: rule.id }
    unit.permit(true, subject)
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    const because = obstaclesToApproving({ rule, by: unit.actor.personId, approvedOn, today })
    if (because.length > 0) return refused(because)
    saveApproval(unit, { id: rule.id, approvedBy, approvedOn })
    unit.record('minor_rule.approved', subject, { approvedOn })
    return done({ ruleId: rule.id })
  },
})
