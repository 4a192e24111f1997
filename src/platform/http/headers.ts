import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../problem.ts'

/** Where browsers tell of what the policy stopped. */
export const reportsAddress = '/policy-reports'

const partsFor = (scripts: string) => [
  "default-src 'none'",
  `script-src ${scripts}`,
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  `report-uri ${reportsAddress}`,
  'report-to policy',
]
/** Of a page with scripts: those that were written into it with the word of this one answer. */
export const policyFor = (nonce: string): string => partsFor(`'nonce-${nonce}' 'strict-dynamic'`).join('; ')
// Not 'none': a browser lets whoever holds it add scripts to either, and this way the journeys may measure.
const noScripts = "'strict-dynamic'"
/** Of everything else: no script that is written into it runs, from wherever it comes. */
export const policy = partsFor(noScripts).join('; ')
/** What the policy speaks of. */
export const directives = partsFor(noScripts).map((part) => part.slice(0, part.indexOf(' ')))

/** Headers of every answer. `same-origin` keeps the Origin header on forms, which the check below needs. */
export function protect(app: FastifyInstance, { secure }: { secure: boolean }) {
  app.addHook('onSend', async (_request, reply) => {
    reply.headers({
      'reporting-endpoints': `policy="${reportsAddress}"`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=()',
      ...(secure && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
    })
    // What is handed out as a file stands in a narrower place still: it says so itself.
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', policy)
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}

/**
 * Refuses a change that a page of another site sent with our cookie. A machine with a bearer token has no
 * cookie to misuse and is not asked.
 * @throws Problem wrong_origin
 */
export function checkOrigin(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('wrong_origin')
  const origin = request.headers.origin
  const host = origin === undefined ? undefined : URL.parse(origin)?.host
  if (origin === undefined ? site === undefined : host !== request.host) throw new Problem('wrong_origin')
}
