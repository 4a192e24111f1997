import { z } from 'zod'
import { fieldsOf, idFields } from '../../tests/promises/own-ids.ts'
import { house } from '../../src/compose.ts'
import { type Drawing, page, table } from './drawing.ts'

type Schema = {
  type?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  items?: Schema
  pattern?: string
  format?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
}

/** Patterns of fields, in words. */
const patterns: readonly [part: string, says: string][] = [
  ['\\d{4}-\\d{2}-\\d{2}$', 'a day that is there, as in 2026-10-15'],
  ['[0-5]\\d$', 'a time, as in 15:30'],
  ['ext', 'a phone number, at most 40 characters'],
]

/** What a field takes, in words. */
function ruleOf(schema: Schema): string {
  const { type, items, pattern = '', minimum, maximum, maxLength, anyOf } = schema
  if (anyOf !== undefined) return [...new Set(anyOf.map(ruleOf))].join(' or ')
  if (schema.enum !== undefined) return `one of ${schema.enum.map((each) => `\`${String(each)}\``).join(' ')}`
  if (schema.const !== undefined)
    return `\`${typeof schema.const === 'string' ? schema.const : JSON.stringify(schema.const)}\``
  if (type === 'array') return `any number, each ${ruleOf(items ?? {})}`
  if (type === 'boolean') return 'yes or no'
  if (type === 'integer' || type === 'number')
    return `a whole number, ${minimum ?? 'any'} to ${maximum ?? 'any'}`
  if (schema.format === 'email') return 'a mail address'
  const known = patterns.find(([part]) => pattern.includes(part))
  if (known !== undefined) return known[1]
  if (maxLength !== undefined) return `text, at most ${maxLength} characters`
  return type === 'string' ? 'text of a known form' : 'as the page offers it'
}

const describe = (field: z.ZodType): Schema =>
  z.toJSONSchema(field, { io: 'output', unrepresentable: 'any' }) as Schema

const isOptional = (field: z.ZodType) => field.safeParse(undefined).success

type Act = (typeof house.resources)[number]['act']

function chapterOf(act: Act): string {
  const ids = new Set(idFields(act.given))
  const rows = fieldsOf(act.given).map(([name, field]) => [
    `\`${name}\``,
    ids.has(name) ? 'an id of a record that is there' : ruleOf(describe(field)),
    isOptional(field) ? '' : 'yes',
  ])
  const between = (act.fieldCodes ?? []).map(
    (code) => `- \`${act.fieldOf?.(code) ?? ''}\`: ${act.says(code)}`,
  )
  const head = `### ${act.name}\n\n${rows.length === 0 ? 'Takes nothing.' : table(['field', 'takes', 'needed'], rows)}`
  return between.length === 0
    ? head
    : `${head}\n\nBetween fields, and with what stands there:\n\n${between.join('\n')}`
}

/** What each field of each act takes, and what is refused of it because of the others. */
export function drawFieldRules(): Drawing {
  const acts = [...new Map(house.resources.map(({ act }) => [act.name, act])).values()].sort((a, b) =>
    a.name.localeCompare(b.name, 'en'),
  )
  const modules = Map.groupBy(acts, ({ name }) => name.split('/')[0] as string)
  return page('field-rules', 'What a field takes', [
    'Every field of every act: whatever else is sent is refused or left out, on the server, whoever sends it. Text is ' +
      'composed Unicode without blanks around it.',
    ...[...modules].map(([module, inside]) => `## ${module}\n\n${inside.map(chapterOf).join('\n\n')}`),
  ])
}
