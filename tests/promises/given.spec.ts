import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { choices, text } from '#platform/given.ts'
import { house } from '../../src/compose.ts'
import { fieldsOf, filled, withField } from './own-ids.ts'

/** What somebody would add who wants more than the form offers. */
const more = {
  isAdmin: true,
  role: 'district_head',
  district_id: 'x',
  districtId: 'x',
  planted: { by: 'me' },
}

type Taking = { name: string; given: z.ZodType }
const taking: Taking[] = [
  ...house.resources.map(({ act }) => ({ name: act.name, given: act.given })),
  ...house.screens.map(({ look }) => ({ name: look.name, given: look.given })),
]

const outputOf = (schema: z.ZodType, given: unknown): unknown => {
  const parsed = schema.safeParse(given)
  return parsed.success ? parsed.data : undefined
}

/** Names in what was taken, at any depth. */
const namesIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)])
    : []

/** Fields that are handed on though nothing asked for them, at the top or within a group. */
function tooMany({ name, given }: Taking): string[] {
  const own = new Set(fieldsOf(given).flatMap(([field]) => field.split('.')))
  const groups = [...new Set(fieldsOf(given).flatMap(([field]) => field.split('.').slice(0, -1)))]
  const sent = groups.reduce<Record<string, unknown>>(
    (all, group) => ({ ...all, [group]: { ...(all[group] as object), ...more } }),
    { ...filled(given), ...more },
  )
  const taken = namesIn(outputOf(given, sent))
  return Object.keys(more)
    .filter((field) => !own.has(field) && taken.includes(field))
    .map((field) => `${name}: ${field}`)
}

/** Whether a field takes several values at once, as a row of checkboxes sends them. */
const takesSeveral = (schema: z.ZodType): boolean =>
  [[], ['x'], ['yes', 'yes']].some((several) => Array.isArray(outputOf(schema, several)))

/** Fields that, sent twice, are taken for something: neither refused nor a list. */
function twice({ name, given }: Taking): string[] {
  return fieldsOf(given)
    .filter(([, field]) => !takesSeveral(field))
    .filter(([field, schema]) => {
      const value = outputOf(schema, ['first', 'second'])
      const whole = outputOf(given, withField(filled(given), field, ['first', 'second']))
      const taken = [value, ...(whole === undefined ? [] : [pick(whole, field)])]
      return taken.some(
        (one) => Array.isArray(one) || one === 'first' || one === 'second' || one === 'first,second',
      )
    })
    .map(([field]) => `${name}: ${field}`)
}
const pick = (value: unknown, field: string) =>
  field
    .split('.')
    .reduce<unknown>((inner, part) => (inner as Record<string, unknown> | undefined)?.[part], value)

describe('What an act or a look is given', () => {
  test('has the fields it asks for and no other, however many are sent', () => {
    expect(taking.length).toBeGreaterThan(150)
    expect(taking.flatMap(tooMany)).toEqual([])
  })

  test('that is sent twice is refused, unless the field takes several', () => {
    expect(taking.flatMap(twice)).toEqual([])
    const several = taking.flatMap(({ given }) => fieldsOf(given).filter(([, field]) => takesSeveral(field)))
    expect(several.length).toBeGreaterThan(5)
  })

  test('would be noticed if it took more, or the last of two', () => {
    expect(tooMany({ name: 'loose', given: z.looseObject({ note: text(10) }) })).toContain('loose: isAdmin')
    const inner = z.object({ group: z.looseObject({ note: text(10) }) })
    expect(tooMany({ name: 'inner', given: inner })).toContain('inner: planted')
    const last = z.preprocess(
      (value) => (Array.isArray(value) ? (value as unknown[]).at(-1) : value),
      z.string(),
    )
    const both = z.coerce.string()
    expect(twice({ name: 'a', given: z.object({ last, both, all: choices(text(5)) }) })).toEqual([
      'a: last',
      'a: both',
    ])
  })
})
