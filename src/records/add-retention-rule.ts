import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { choice, day, text, whole } from '#platform/given.ts'
import { holdKeepers } from './policy.ts'
import { recordClasses } from './request.ts'
import { addRule } from './retention-store.ts'

/** How long a class of records is kept after a student left. The latest counts; none is edited [R153]. */
export const addRetentionRule = act({
  name: 'records/add-retention-rule',
  by: holdKeepers,
  given: z.object({
    recordClass: choice(recordClasses, 'Say which records'),
    years: whole(1, 100),
    source: text(300, 'Say where the rule stands'),
    inForceFrom: day,
  }),
  async do(unit, given) {
    unit.permit(true)
    const ruleId = addRule(unit, given)
    unit.record('retention_rule.added', { type: 'retention_rule', id: ruleId }, { years: given.years })
    return done({ ruleId })
  },
})
