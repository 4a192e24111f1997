import type { z } from 'zod'
import { newId } from '#platform/ids.ts'

type Def = {
  type: string
  shape?: Record<string, z.ZodType>
  innerType?: z.ZodType
  in?: z.ZodType
  out?: z.ZodType
  left?: z.ZodType
  right?: z.ZodType
  options?: z.ZodType[]
  element?: z.ZodType
  entries?: Record<string, string>
}
const defOf = (schema: z.ZodType) => (schema as unknown as { def: Def }).def

/** Several choices: a form sends one, or a repeated one. */
const isList = (schema: z.ZodType) => {
  const { out } = defOf(schema)
  return out !== undefined && defOf(out).type === 'array'
}
const elementOf = (schema: z.ZodType) => defOf(defOf(schema).out as z.ZodType).element as z.ZodType

/** Whether a field takes an id, or several, and nothing else. */
const takesId = (schema: z.ZodType): boolean => {
  const { type, innerType } = defOf(schema)
  if (type === 'optional' || type === 'default') return takesId(innerType as z.ZodType)
  if (type === 'pipe') return isList(schema) && takesId(elementOf(schema))
  const takes = (given: string) => schema.safeParse(given).success
  return type === 'string' && takes(newId()) && !takes('2026-10-20') && !takes('Words') && !takes('es')
}

/** The fields of what an act is given, those inside a group as "group.field". */
export function fieldsOf(schema: z.ZodType): [name: string, field: z.ZodType][] {
  const { type, shape, innerType, left, right, options = [] } = defOf(schema)
  if (type === 'default' || type === 'optional') return fieldsOf(innerType as z.ZodType)
  if (type === 'intersection') return [left, right].flatMap((part) => fieldsOf(part as z.ZodType))
  if (type === 'union') return options.flatMap(fieldsOf)
  return Object.entries(shape ?? {}).flatMap(([name, field]): [string, z.ZodType][] => {
    const inside = fieldsOf(field)
    return inside.length === 0 ? [[name, field]] : inside.map(([part, each]) => [`${name}.${part}`, each])
  })
}

/** The fields of an act that take an id. */
export const idFields = (schema: z.ZodType): string[] =>
  fieldsOf(schema)
    .filter(([, field]) => takesId(field))
    .map(([name]) => name)

const words = ['yes', 'Words', '2026-10-20', '15:30', 'es', '555-0142', '14']

/** Something a field that is not an id takes; undefined where it may be left out. */
function anything(field: z.ZodType): unknown {
  const { type, in: into, out, element, entries } = defOf(field)
  if (type === 'optional' || type === 'default') return undefined
  if (type === 'enum') return Object.keys(entries ?? {})[0]
  if (type === 'array') return [anything(element as z.ZodType)]
  const typed = words.find((each) => field.safeParse(each).success)
  if (type === 'pipe')
    return typed ?? anything((defOf(into as z.ZodType).type === 'transform' ? out : into) as z.ZodType)
  if (type === 'boolean') return 'yes'
  if (type === 'number') return typed ?? 1
  return typed
}

/** Sets a field, inside its group where it has one. */
export function withField(given: object, name: string, value: unknown): Record<string, unknown> {
  const [group, part] = name.split('.') as [string, string?]
  const all = given as Record<string, object>
  return { ...all, [group]: part === undefined ? value : withField(all[group] ?? {}, part, value) }
}

/** Something for every field that must be answered and is no id. */
export const filled = (schema: z.ZodType): Record<string, unknown> =>
  fieldsOf(schema).reduce<Record<string, unknown>>((given, [name, field]) => {
    const value = takesId(field) ? undefined : anything(field)
    return value === undefined ? given : withField(given, name, value)
  }, {})
