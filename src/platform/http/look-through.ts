import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { Problem } from '../problem.ts'
import type { Scanner } from '../scan/scanner.ts'
import type { AttemptLog, ErrorLog } from './error-log.ts'

/** A file of a form, before anything reads it, and the field it stands in. */
type Coming = { file: Uint8Array | Readable; field: string }

/**
 * Has a file looked through for what does harm.
 * @returns why it is read no further; undefined when it may be
 */
export type LookThrough = (request: FastifyRequest, coming: Coming) => Promise<Problem | undefined>

/** The problem, with its words at the field the file stands in. */
function at(field: string, code: 'harmful' | 'not_looked_through'): Problem {
  const { title, next } = new Problem(code).toJSON()
  return new Problem(code, [{ code, says: `${title} ${next}`, field }])
}

/**
 * By a scanner. One that does not answer lets nothing through; both are written down for whoever runs it,
 * with the address as a pattern and nothing of the file.
 */
export const lookThroughBy =
  (scanner: Scanner, { log, attempted }: { log: ErrorLog; attempted: AttemptLog | undefined }): LookThrough =>
  async (request, { file, field }) => {
    const line = { id: request.id, route: request.routeOptions.url ?? 'none' }
    try {
      if (await scanner.clears(file)) return undefined
      attempted?.({ ...line, code: 'harmful' })
      return at(field, 'harmful')
    } catch (error) {
      log({ ...line, error: error as Error })
      return at(field, 'not_looked_through')
    }
  }
