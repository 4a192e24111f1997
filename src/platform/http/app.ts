import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { Problem } from '../problem.ts'
import { type Address, listAddresses } from './addresses.ts'
import { sendPage, sendProblem, wantsJson } from './answer.ts'
import type { AttemptLog, ErrorLog } from './error-log.ts'
import { protect } from './headers.ts'
import { newId } from '../ids.ts'
import { takePolicyReports } from './policy-reports.ts'
import { UnknownAskers } from './unknown-askers.ts'
import { refuseUnwritable } from './writable.ts'

export type AppOptions = {
  /** Whether the site is reached over TLS. */
  secure: boolean
  /** Addresses and networks of proxies, which are believed where a request came from; none when left out. */
  proxies?: readonly string[]
  log: ErrorLog
  /** Told of what was refused though no page of ours asks for it: somebody may be trying something. */
  attempted?: AttemptLog | undefined
  /** A mark of the network a request came from, from which nothing can be read. */
  markOf?: ((request: FastifyRequest) => string) | undefined
  problemPage(problem: Problem, request: FastifyRequest): Promise<VNode> | VNode
  /** In place of `headersTimeout`, for specs. */
  headersTimeout?: number
}

/** How long somebody may take to say what they ask for, in milliseconds. */
export const headersTimeout = 20_000

const tooLarge = new Set(['FST_ERR_CTP_BODY_TOO_LARGE', 'FST_REQ_FILE_TOO_LARGE'])
const unreadable = new Set([
  'FST_ERR_CTP_INVALID_JSON_BODY',
  'FST_ERR_CTP_EMPTY_JSON_BODY',
  'FST_ERR_CTP_INVALID_CONTENT_LENGTH',
])
/** What no page of ours leads to. */
const attempts = new Set(['wrong_origin', 'not_readable', 'wrong_kind', 'too_large', 'too_many'])
/** Whoever has to wait is told for how long, in seconds. */
const wait = '60'
const outOfReach = new Set(['55P03', '57014', '53300', 'ECONNREFUSED', 'ENOENT'])

/** Everything that can go wrong, as one of the catalogue's problems. */
function asProblem(error: Error & { code?: string; statusCode?: number }): Problem {
  if (error instanceof Problem) return error
  if (tooLarge.has(error.code ?? '')) return new Problem('too_large')
  if (unreadable.has(error.code ?? '')) return new Problem('not_readable')
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Problem('wrong_kind')
  if (error.statusCode === 429) return new Problem('too_many')
  if (outOfReach.has(error.code ?? '')) return new Problem('busy')
  if (error.statusCode !== undefined && error.statusCode < 500) return new Problem('not_readable')
  return new Problem('broken')
}

export type App = FastifyInstance & { listed: Address[] }

/** Tells what was refused though no page leads there, and who asked without being signed in. */
function tellingOf({ attempted, markOf }: Pick<AppOptions, 'attempted' | 'markOf'>) {
  const askers = new UnknownAskers()
  return ({ code }: Problem, request: FastifyRequest) => {
    const line = { id: request.id, route: request.routeOptions.url ?? 'none', code }
    if (attempts.has(code)) attempted?.(line)
    const network = code === 'sign_in_needed' ? markOf?.(request) : undefined
    if (network !== undefined && askers.tells({ ...line, network }, performance.now()))
      attempted?.({ ...line, network })
  }
}

/** The bare server: parsing, headers, and one way for everything that goes wrong. Screens are added to it. */
export async function createApp({
  secure,
  proxies = [],
  log,
  attempted,
  markOf,
  problemPage,
  headersTimeout: patience = headersTimeout,
}: AppOptions): Promise<App> {
  const app = fastify({
    bodyLimit: 1_048_576,
    // A roster is sent for minutes over a slow line; whoever only holds a line open is let go long before.
    requestTimeout: 15 * 60_000,
    http: { headersTimeout: patience, connectionsCheckingInterval: patience / 2 },
    genReqId: () => newId(),
    logger: false,
    trustProxy: proxies.length === 0 ? false : [...proxies],
  })
  const listed = listAddresses(app)
  await app.register(cookie)
  await app.register(formbody, { bodyLimit: 262_144 })
  protect(app, { secure })
  refuseUnwritable(app)
  takePolicyReports(app, log)

  const tells = tellingOf({ attempted, markOf })
  const answer = async (problem: Problem, request: FastifyRequest, reply: FastifyReply) => {
    tells(problem, request)
    if (problem.code === 'too_many' || problem.code === 'busy') reply.header('retry-after', wait)
    if (wantsJson(request)) return sendProblem(reply, problem)
    return sendPage(reply, await problemPage(problem, request), problem.status)
  }
  app.setErrorHandler(async (error: Error & { code?: string; statusCode?: number }, request, reply) => {
    const problem = asProblem(error)
    if (problem.status >= 500) log({ id: request.id, route: request.routeOptions.url ?? 'none', error })
    return answer(problem, request, reply)
  })
  app.setNotFoundHandler((request, reply) => answer(new Problem('not_found'), request, reply))
  return Object.assign(app as FastifyInstance, { listed })
}
