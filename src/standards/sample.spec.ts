import { describe, expect, test } from 'vitest'
import { changes, findHandoffRule, HandoffRules } from './handoff-rules.ts'
import { HighNeed } from './high-need.ts'
import { type Kind, kinds } from './kinds.ts'
import { getMustNotText, heldRules, MustNot } from './must-not.ts'
import { listNames } from './reason-lists.ts'
import { choicesOf, labelOf, Reasons } from './reasons.ts'
import { readBody } from './rules.ts'
import { shippedModel } from './sample.ts'
import { standardsWords } from './words.ts'
import { getTier, Tiers } from './tiers.ts'
import { TimeStandards } from './time-standards.ts'

const model = shippedModel(new Date('2026-08-01T00:00:00Z'))
const because = (parsed: { error?: { issues: { message: string }[] } | undefined }) =>
  parsed.error?.issues.map(({ message }) => message)

/** Every text in a body, wherever it stands. */
const textsIn = (part: unknown): string[] =>
  typeof part === 'string'
    ? [part]
    : typeof part === 'object' && part !== null
      ? Object.values(part).flatMap(textsIn)
      : []

describe('What a new district gets', () => {
  test.each(kinds)('%s fits its own shape, and reads back as it was written', (kind: Kind) => {
    expect(readBody(kind, JSON.parse(JSON.stringify(model[kind].body)))).toEqual(model[kind].body)
    expect(model[kind].kind).toBe(kind)
  })

  test('our own wording and judgement is marked as a sample; times and plain lists are not', () => {
    const marked = kinds.filter((kind) => model[kind].sample)
    expect(marked.join(' ')).toBe(
      'tiers checklist handoff_rules must_not high_need crisis early_warning drills',
    )
    expect(standardsWords()('sample')).toBe('Sample: not approved for use')
  })

  test('it speaks without blame, begging, shouting or dashes', () => {
    const texts = kinds.flatMap((kind) => textsIn(model[kind].body))
    expect(texts.length).toBeGreaterThan(200)
    const unkind =
      /non-?complian|refus|no-show|failed to|please|!|—|–|\bdisorder|\bdepress|\banxiety|\bsymptom/i
    expect(texts.filter((text) => unkind.test(text))).toEqual([])
    expect(unkind.test('Family refused')).toBe(true)
  })

  test('families read every list in Spanish too', () => {
    for (const name of listNames) {
      expect(model.reasons.body[name].filter(({ label }) => (label.es ?? '') === '')).toEqual([])
    }
  })
})

describe('Lists people choose from', () => {
  const reasons = model.reasons.body
  const decline = (label: string) => ({ code: 'own', label: { en: label }, inUse: true })

  test.each(['Non-compliant', 'Noncompliant family', 'Didn’t engage', 'did not engage', 'Family refused'])(
    'blame is not a reason anybody can add: %s',
    (label) => {
      expect(
        because(Reasons.safeParse({ ...reasons, barrier: [...reasons.barrier, decline(label)] })),
      ).toEqual(['barrier: say own without blame'])
    },
  )

  test('a district adds a reason and takes one out of use, and the old one can still be read', () => {
    const changed = Reasons.parse({
      ...reasons,
      barrier: [
        ...reasons.barrier.map((item) => (item.code === 'distrust' ? { ...item, inUse: false } : item)),
        decline('Childcare'),
      ],
    })
    const offered = choicesOf(changed, 'barrier').map(({ code }) => code)
    expect(offered).toContain('own')
    expect(offered).not.toContain('distrust')
    expect(labelOf(changed, 'barrier', { code: 'distrust' })).toBe('Trust is not there yet')
    expect(labelOf(changed, 'barrier', { code: 'own', language: 'es' })).toBe('Childcare')
    expect(labelOf(changed, 'barrier', { code: 'work_schedule', language: 'es' })).toContain('trabajo')
  })

  test('the exchanged statuses are the seven, and no others', () => {
    expect(
      because(Reasons.safeParse({ ...reasons, status: [...reasons.status, decline('Diagnosed')] })),
    ).toEqual(['status: this list is closed, so own cannot be added'])
    expect(because(Reasons.safeParse({ ...reasons, status: reasons.status.slice(1) }))).toEqual([
      'status: received stays on the list',
    ])
  })

  test('a list that came later reads as the shipped one in an older version', () => {
    const { contact_result: _later, ...older } = reasons
    expect(Reasons.parse(older).contact_result).toEqual(reasons.contact_result)
  })
})

describe('Time standards a district writes', () => {
  const limits = model.time_standards.body

  test('a clock that came later reads with the shipped limit in an older version', () => {
    const { progress_meeting: _later, ...older } = limits
    expect(TimeStandards.parse({ ...older, triage: { limit: { unit: 'school_days', amount: 2 } } })).toEqual({
      ...limits,
      triage: { limit: { unit: 'school_days', amount: 2 } },
    })
  })

  test.each([
    ['no days at all', { unit: 'school_days', amount: 0 }],
    ['part of a day', { unit: 'calendar_days', amount: 1.5 }],
    ['a unit nobody knows', { unit: 'moons', amount: 1 }],
    ['a cut-off that is no time', { unit: 'same_day', cutOff: '25:00' }],
    ['a number where none belongs', { unit: 'same_day', amount: 1 }],
  ])('%s is refused', (_name, limit) => {
    expect(TimeStandards.safeParse({ ...limits, triage: { limit } }).success).toBe(false)
  })

  test('a clock nobody knows is refused', () => {
    expect(
      TimeStandards.safeParse({ ...limits, tea: { limit: { unit: 'minutes', amount: 5 } } }).success,
    ).toBe(false)
  })
})

describe('Handoff rules', () => {
  const { rules } = model.handoff_rules.body

  test('every change a student can go through has a caller, a callee, a time and a tool', () => {
    expect(changes).toHaveLength(15)
    expect(changes.filter((change) => findHandoffRule(rules, change) === undefined)).toEqual([])
  })

  test('a rule for exactly this change goes before one for any', () => {
    expect(findHandoffRule(rules, { kind: 'path', from: 'c', to: 'b' })?.code).toBe('after_crisis_to_partner')
    expect(findHandoffRule(rules, { kind: 'path', from: 'a', to: 'b' })?.code).toBe('to_partner')
    expect(findHandoffRule(rules, { kind: 'tier', from: 1, to: 3 })?.code).toBe('to_tier_3')
  })

  test('a change without a rule, and a time beside a flat standard, are refused by name', () => {
    const without = rules.filter(({ code }) => code !== 'to_tier_3')
    expect(because(HandoffRules.safeParse({ rules: without }))).toEqual([
      'No rule says who calls whom when tier 1 becomes 3',
      'No rule says who calls whom when tier 2 becomes 3',
    ])
    const slower = rules.map((rule) =>
      rule.code === 'to_partner' ? { ...rule, within: { unit: 'school_days', amount: 3 } } : rule,
    )
    expect(because(HandoffRules.safeParse({ rules: slower }))).toEqual([
      'to_partner: the time of this change is the time standard of its path',
    ])
  })
})

describe('Tiers, limits and criteria', () => {
  test('a tier without a way out is refused', () => {
    const stuck = model.tiers.body.tiers.map((each) =>
      each.tier === 2 ? { ...each, exit: each.exit.map((way) => ({ ...way, inUse: false })) } : each,
    )
    expect(because(Tiers.safeParse({ tiers: stuck }))).toEqual(['Tier 2 needs a way in and a way out'])
    expect(because(Tiers.safeParse({ tiers: model.tiers.body.tiers.toReversed() }))).toContain(
      'Tiers are 1, 2 and 3, in that order',
    )
    expect(getTier(model.tiers.body, 2).name).toContain('Tier 2')
  })

  test('a limit the product holds can be worded anew and cannot be taken off the list', () => {
    const { rules } = model.must_not.body
    const worded = rules.map((rule) => ({ ...rule, text: `Here: ${rule.text}` }))
    expect(getMustNotText(MustNot.parse({ rules: worded }), 'high_risk_without_clinician')).toMatch(
      /^Here: A school/,
    )
    for (const held of heldRules) {
      const without = rules.filter(({ code }) => code !== held)
      expect(because(MustNot.safeParse({ rules: without }))).toEqual([
        `The rule ${held} is held by the product and stays on the list`,
      ])
    }
  })

  test('the four high-need criteria stay on the list, and a district adds its own', () => {
    const { criteria } = model.high_need.body
    const own = {
      code: 'own',
      name: 'New to the country',
      description: 'Arrived lately.',
      measure: { by: 'stated' },
      inUse: true,
    }
    expect(HighNeed.safeParse({ criteria: [...criteria, own] }).success).toBe(true)
    expect(because(HighNeed.safeParse({ criteria: [...criteria.slice(1), own] }))).toEqual([
      'Keep repeated_incidents on the list; it may be taken out of use',
    ])
  })
})
