import { expect, test } from 'vitest'
import { heldRules, sortRules } from './must-not.ts'
import { sampleMustNot } from './shipped-rules.ts'

test('the page tells what the product refuses from what people keep, and a district’s own rule is kept by people', () => {
  const own = { code: 'own', text: 'A school asks no family for papers.' }
  const sorted = sortRules({ rules: [...sampleMustNot.rules, own] })
  expect(sorted.refused.map(({ code }) => code)).toEqual([...heldRules])
  expect(sorted.kept.map(({ code }) => code)).toEqual(['iep_service_to_partner', 'diagnose', 'own'])
})
