import type { FastifyRequest } from 'fastify'
import { isId } from '../ids.ts'
import type { Screen, Typed } from './screen.ts'

/**
 * How a page is read with words that somebody typed: QUERY is safe as GET is, and has a body. A browser sends
 * POST with this method beside it. An address is kept in histories, logs and referrers, and a name that was
 * typed has no place there (ASVS 14.2.1).
 */
export const asking = 'QUERY'

/** What was meant by a request: a browser sends no method but POST, so its form says it beside. */
export function methodMeant(request: FastifyRequest): string {
  const said = (request.body as Record<string, unknown> | null | undefined)?.['_method']
  return request.method === 'POST' && typeof said === 'string' ? said.toUpperCase() : request.method
}

type Asked = Pick<Screen<never, never>, 'typed'>

/** Whether words are among what a page is asked: the same field may hold the id of what was chosen. */
export const holdsWords = ({ typed }: Asked, given: Typed): boolean =>
  typed.some((name) => [given[name] ?? []].flat().some((value) => value !== '' && !isId(value)))

/** A page with what it is asked that may stand in an address: ids, choices, where a page of a list begins. */
export function addressWithout({ typed }: Asked, path: string, given: Typed): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(given)) {
    const kept = [value].flat().filter((one) => one !== '' && (!typed.includes(name) || isId(one)))
    for (const one of name.startsWith('_') ? [] : kept) query.append(name, one)
  }
  return query.size === 0 ? path : `${path}?${query}`
}
