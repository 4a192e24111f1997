import type { FastifyInstance } from 'fastify'
import { Problem } from '../problem.ts'

/** Text a database can keep: no NUL, and no half of a character that is written in two. */
const isWritable = (text: string) => !text.includes('\0') && text.isWellFormed()

/** How deep a body is looked into; what lies deeper no act takes. */
const deepest = 12

/** More answers than the longest form has: a new version of a whole standard, line by line. */
const mostFields = 2000

const fieldsIn = (given: unknown) =>
  typeof given === 'object' && given !== null && !Buffer.isBuffer(given) ? Object.keys(given).length : 0

function allWritable(given: unknown, depth = 0): boolean {
  if (typeof given === 'string') return isWritable(given)
  if (typeof given !== 'object' || given === null || Buffer.isBuffer(given)) return true
  if (depth > deepest) return false
  return Object.entries(given).every(([name, value]) => isWritable(name) && allWritable(value, depth + 1))
}

/**
 * Turns away what no person types and no database keeps, wherever it stands in a request: in the address, in
 * a form, in JSON; and more than anybody is asked.
 */
export function refuseUnwritable(app: FastifyInstance): void {
  app.addHook('preHandler', async ({ params, query, body }) => {
    if (fieldsIn(query) > mostFields || fieldsIn(body) > mostFields) throw new Problem('too_large')
    if (![params, query, body].every((part) => allWritable(part))) throw new Problem('not_readable')
  })
}
