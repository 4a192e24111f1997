import { z } from 'zod'
import type { FastifyInstance } from 'fastify'
import type { ErrorLog } from './error-log.ts'
import { checkOrigin, directives, reportsAddress } from './headers.ts'

/** The two ways in which browsers say that something was stopped. What they say besides is not read. */
const Reports = z.union([
  z
    .object({
      'csp-report': z.object({
        'violated-directive': z.string(),
        'effective-directive': z.string().optional(),
      }),
    })
    .transform(({ 'csp-report': said }) => [said['effective-directive'] ?? said['violated-directive']]),
  z
    .array(z.object({ type: z.string(), body: z.object({ effectiveDirective: z.string().optional() }) }))
    .max(20)
    .transform((all) =>
      all.flatMap(({ type, body }) => (type === 'csp-violation' ? [body.effectiveDirective ?? ''] : [])),
    ),
])

/** How long one directive is not told of again, in milliseconds: a broken page is opened many times. */
const quiet = 10 * 60_000

/** The directive of ours that was meant: browsers name a part of it, and anybody may send anything. */
const meant = (said: string): string => directives.find((name) => said.startsWith(name)) ?? 'something else'

const types = ['application/csp-report', 'application/reports+json']

/**
 * Takes in what browsers tell of a content policy that was broken, and tells whoever keeps the house: which
 * directive, and never on which page. What cannot be read is let go.
 */
export function takePolicyReports(app: FastifyInstance, log: ErrorLog): void {
  const told = new Map<string, number>()
  void app.register(async (door) => {
    door.addContentTypeParser(types, { parseAs: 'string', bodyLimit: 16_384 }, (_request, body, done) => {
      try {
        done(null, JSON.parse(String(body)))
      } catch {
        done(null, undefined)
      }
    })
    const config = { who: ['anyone'], behind: 'policy reports' }
    door.post(reportsAddress, { config }, async (request, reply) => {
      checkOrigin(request)
      const read = Reports.safeParse(request.body)
      for (const directive of new Set((read.data ?? []).map(meant))) {
        const now = performance.now()
        if (now - (told.get(directive) ?? Number.NEGATIVE_INFINITY) < quiet) continue
        told.set(directive, now)
        // The log keeps no message of an error, and the code of every one.
        const error = Object.assign(new Error('A browser stopped something'), { code: `policy ${directive}` })
        log({ id: request.id, route: reportsAddress, error })
      }
      return reply.code(204).send()
    })
  })
}
