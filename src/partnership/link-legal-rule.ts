import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { catalog } from '#platform/words.ts'
import { registerKeepers } from './legal-rule.ts'
import { addRuleLink, findLegalRule } from './legal-rule-store.ts'
import { holdAgreement } from './store.ts'

const refusals = catalog({ en: { linked_already: 'The register says so already.' } })

/** An agreement implements a rule of the register [R140]. */
export const linkLegalRule = act({
  name: 'partnership/link-legal-rule',
  by: registerKeepers,
  given: z.object({ legalRuleId: id, agreementId: id }),
  refusals,
  async do(unit, { legalRuleId, agreementId }) {
    const rule = (await findLegalRule(unit.tx, legalRuleId)) ?? notFound()
    const agreement = (await holdAgreement(unit, agreementId)) ?? notFound()
    const subject = { type: 'legal_rule', id: rule.id }
    unit.permit(true, subject)
    const isNew = await addRuleLink(unit, { agreementId: agreement.id, ruleId: rule.id })
    if (!isNew) return refused(['linked_already'])
    unit.record('legal_rule.linked', subject, { agreement_id: agreement.id })
    return done({ legalRuleId })
  },
})
