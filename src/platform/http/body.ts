import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { isId } from '../ids.ts'
import { Problem } from '../problem.ts'
import type { Typed } from './screen.ts'

const forbidden = new Set(['__proto__', 'constructor', 'prototype'])
/** The deepest thing a form asks: the points of an answer of a new question of a new version. */
const deepest = 7

/** Puts `answers.sleep=often` where JSON would have put it: { answers: { sleep: 'often' } }. */
function place(target: Record<string, unknown>, path: string[], value: unknown) {
  const [name, ...rest] = path as [string, ...string[]]
  if (forbidden.has(name) || path.length > deepest) throw new Problem('not_readable')
  if (rest.length === 0) {
    target[name] = value
    return
  }
  const inner = (target[name] ??= {})
  if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) throw new Problem('not_readable')
  place(inner as Record<string, unknown>, rest, value)
}

function fromForm(form: Record<string, unknown>): Record<string, unknown> {
  const given: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(form)) {
    if (name.startsWith('_') || value === '') continue
    place(given, name.split('.'), value)
  }
  return given
}

export type Body = {
  /** What was asked, without the form's own fields. */
  given: Record<string, unknown>
  /** As it was typed, for showing the page again. */
  typed: Typed
  csrf: string | undefined
  key: string | undefined
  /** SHA-256 of method, path and what was asked. */
  request: Buffer
  /** Why a file that came along is not read. */
  wrong?: Problem
}

const isText = (value: unknown) => typeof value === 'string'

/** Words alone can be shown in a form again: a machine may have sent numbers and groups as well. */
const wordsIn = (raw: Record<string, unknown>): Typed =>
  Object.fromEntries(
    Object.entries(raw).filter(([, value]) => isText(value) || (Array.isArray(value) && value.every(isText))),
  ) as Typed

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** Reads a form or a JSON body into one shape. @throws Problem not_readable, wrong_kind */
export function readBody(request: FastifyRequest): Body {
  const raw = (request.body ?? {}) as Record<string, unknown>
  if (typeof raw !== 'object' || Array.isArray(raw)) throw new Problem('not_readable')
  return bodyOf(request, raw)
}

/** The same of fields that were read already. @throws Problem not_readable */
export function bodyOf(request: FastifyRequest, raw: Record<string, unknown>): Body {
  const isJson = request.headers['content-type']?.startsWith('application/json') ?? false
  const given = isJson ? raw : fromForm(raw)
  const header = textOf(request.headers['idempotency-key'])
  const key = isJson ? header : (header ?? textOf(raw['_key']))
  return {
    given,
    typed: wordsIn(raw),
    csrf: textOf(request.headers['x-csrf-token']) ?? textOf(raw['_csrf']),
    key: key !== undefined && isId(key) ? key : undefined,
    request: createHash('sha256')
      .update(`${request.method} ${request.url}\n${JSON.stringify(given)}`)
      .digest(),
  }
}
