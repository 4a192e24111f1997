import { z } from 'zod'
import type { Resource, Screen } from './screen.ts'

type Schema = Record<string, unknown>

const placeholders = (address: string) => address.replace(/:(\w+)/g, '{$1}')
const namesIn = (address: string) => [...address.matchAll(/:(\w+)/g)].map((match) => match[1] as string)

/** What a schema accepts, as JSON Schema; what cannot be said there is said as anything. */
const accepted = (schema: z.ZodType): Schema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', target: 'draft-2020-12' }) as Schema

const parametersOf = (address: string, given: Schema, rest: 'query' | 'none') => {
  const inPath = new Set(namesIn(address))
  const properties = (given['properties'] ?? {}) as Record<string, Schema>
  const path = [...inPath].map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: properties[name] ?? { type: 'string' },
  }))
  const others = Object.entries(properties).filter(([name]) => !inPath.has(name))
  const query =
    rest === 'query' ? others.map(([name, schema]) => ({ name, in: 'query', required: false, schema })) : []
  return [...path, ...query]
}

const bodyOf = (address: string, given: Schema): Schema => {
  const inPath = new Set(namesIn(address))
  const properties = Object.entries((given['properties'] ?? {}) as Record<string, Schema>).filter(
    ([name]) => !inPath.has(name),
  )
  const required = ((given['required'] ?? []) as string[]).filter((name) => !inPath.has(name))
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required }),
  }
}

const problem = {
  description: 'A problem',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}
const json = (description: string) => ({ description, content: { 'application/json': { schema: {} } } })
const key = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', format: 'uuid' },
}

const without = (given: Schema, names: readonly string[]): Schema => ({
  ...given,
  properties: Object.fromEntries(
    Object.entries((given['properties'] ?? {}) as Record<string, Schema>).filter(
      ([name]) => !names.includes(name),
    ),
  ),
})

const reads = ({ address, title, look, typed }: Screen<never, never>) => ({
  operationId: look.name,
  summary: title,
  'x-who': look.by,
  parameters: parametersOf(address, without(accepted(look.given), typed), 'query'),
  responses: { 200: json(title), default: problem },
})

/** The same page, asked with what somebody typed. */
const readsAsked = ({ address, title, look }: Screen<never, never>) => ({
  operationId: `${look.name}/asked`,
  summary: title,
  'x-who': look.by,
  parameters: parametersOf(address, accepted(look.given), 'none'),
  requestBody: { content: { 'application/json': { schema: bodyOf(address, accepted(look.given)) } } },
  responses: { 200: json(title), default: problem },
})

const writes = ({ address, act }: Resource<never, never>) => ({
  operationId: act.name,
  'x-who': act.by,
  parameters: [...parametersOf(address, accepted(act.given), 'none'), key],
  requestBody: { content: { 'application/json': { schema: bodyOf(address, accepted(act.given)) } } },
  responses: { 200: json('Done'), default: problem },
})

/** Every answer that is not the one hoped for. */
const problemSchema = {
  type: 'object',
  required: ['type', 'status', 'code', 'title', 'next'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    title: { type: 'string' },
    next: { type: 'string' },
    number: { type: 'string', description: 'Number of the message, where something broke' },
    because: {
      type: 'array',
      items: {
        type: 'object',
        properties: { code: { type: 'string' }, says: { type: 'string' }, field: { type: 'string' } },
      },
    },
  },
}

/**
 * The OpenAPI document of everything that is mounted, made from the same declarations as the pages: 3.2 is
 * the first version that knows QUERY.
 */
export function openapiOf<D, S>(
  house: { screens: readonly Screen<D, S>[]; resources: readonly Resource<D, S>[] },
  version: string,
) {
  const paths: Record<string, Record<string, unknown>> = {}
  const at = (address: string) => (paths[placeholders(address)] ??= {})
  for (const screen of house.screens) {
    at(screen.address)['get'] = reads(screen)
    if (screen.typed.length > 0) at(screen.address)['query'] = readsAsked(screen)
  }
  for (const resource of house.resources) {
    at(resource.address)[resource.method.toLowerCase()] = writes(resource)
  }
  return {
    openapi: '3.2.0',
    info: { title: 'Throughline', version },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Problem: problemSchema,
      },
    },
    security: [{ token: [] }],
    paths,
  }
}
