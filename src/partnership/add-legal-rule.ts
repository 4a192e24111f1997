import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { findPersonRow } from '#district/contract.ts'
import { choice, day, id, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { levels, registerKeepers } from './legal-rule.ts'
import { addLegalRuleRow } from './legal-rule-store.ts'

/** A federal, state or local rule is put on the register, with who looks after it and until when [R140]. */
export const addLegalRule = act({
  name: 'partnership/add-legal-rule',
  by: registerKeepers,
  given: z.object({
    level: choice(levels, 'Say whose rule it is'),
    title: text(200, 'Say what it is called'),
    source: text(300, 'Say where it stands'),
    ownerId: id,
    reviewOn: day,
  }),
  async do(unit, given) {
    const owner = (await findPersonRow(unit.tx, given.ownerId)) ?? notFound()
    unit.permit(true, { type: 'person', id: owner.id })
    const legalRuleId = addLegalRuleRow(unit, given)
    unit.record('legal_rule.added', { type: 'legal_rule', id: legalRuleId }, { level: given.level })
    return done({ legalRuleId })
  },
})
