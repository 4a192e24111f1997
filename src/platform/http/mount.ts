import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isId } from '../ids.ts'
import { Problem } from '../problem.ts'
import { sendPage, sendProblem, wantsJson } from './answer.ts'
import type { App } from './app.ts'
import { type Body, readBody } from './body.ts'
import { bodyLimitOf, readBodyWithFiles, takingFiles } from './form-with-files.ts'
import { checkOrigin } from './headers.ts'
import type { House, Visit } from './house.ts'
import { asksForProof, askForProof, takeProof } from './proof.ts'
import type { Files, Resource, Screen, Typed, View } from './screen.ts'

/**
 * What the address names. A parameter called `…Id` is one of ours: anything else in its place names nothing.
 * @throws Problem not_found
 */
function paramsOf(request: FastifyRequest): Record<string, string> {
  const params = request.params as Record<string, string>
  for (const [name, value] of Object.entries(params)) {
    if (name.endsWith('Id') && !isId(value)) throw new Problem('not_found')
  }
  return params
}
const placeOf = (request: FastifyRequest) => (request.params as Record<string, string>)['place']
const queryOf = (request: FastifyRequest) => request.query as Typed

async function show<D, S>(
  screen: Screen<D, S>,
  visit: Visit<D, S>,
  view: Omit<View<S>, 'shell' | 'language'> & { params: Record<string, string> },
) {
  const given = Object.fromEntries(Object.entries(view.query).filter(([, value]) => value !== ''))
  const data = await screen.look.see(visit.doer, { ...given, ...view.params })
  return {
    data,
    page: async () => {
      const shell = await visit.shell({ title: screen.title, path: view.path })
      return screen.page(data as never, { ...view, shell, language: visit.language })
    },
  }
}

/** A change that somebody asks for: what, who, and with which words. */
type Asked<D, S> = {
  resource: Resource<D, S>
  visit: Visit<D, S>
  body: Body
  params: Record<string, string>
}

/** The page the form stands on, again, with what was wrong and every word that was typed. */
async function showAgain<D, S>(reply: FastifyReply, asked: Asked<D, S>, problem: Problem) {
  const { resource, visit, body } = asked
  const params = resource.at?.(asked.params, body.typed) ?? asked.params
  const path = Object.entries(params).reduce(
    (url, [name, value]) => url.replace(`:${name}`, value),
    resource.stands.address,
  )
  const { page } = await show(resource.stands, visit, {
    params,
    path,
    query: {},
    typed: body.typed,
    problem,
  })
  return sendPage(reply, await page(), problem.status)
}

const shownAgain = new Set(['refused', 'not_valid', 'changed_meanwhile', 'too_many'])

async function carryOut<D, S>({ resource, visit, body, params }: Asked<D, S>) {
  if (body.key === undefined) throw new Problem('key_missing')
  const asking = { key: body.key, request: body.request }
  const outcome = await resource.act.perform(visit.doer, { ...body.given, ...params }, asking)
  if (outcome.done) return outcome.result
  const { act } = resource
  const because = outcome.because.map((code) => {
    const field = act.fieldOf?.(code)
    return { code, says: act.says(code, visit.language), ...(field !== undefined && { field }) }
  })
  throw new Problem('refused', because)
}

function mountScreen<D, S>(app: App, house: House<D, S>, screen: Screen<D, S>) {
  const config = { who: screen.open ? ['anyone'] : screen.look.by, behind: screen.look.name }
  app.get(screen.address, { config }, async (request, reply) => {
    const visit = await house.visit(request, screen.open ? placeOf(request) : undefined)
    const params = paramsOf(request)
    const path = request.url.split('?')[0] as string
    const asked = { params, path, query: queryOf(request), typed: {}, problem: undefined }
    try {
      const { data, page } = await show(screen, visit, asked)
      return wantsJson(request)
        ? reply.type('application/json').send(JSON.stringify(data))
        : sendPage(reply, await page())
    } catch (error) {
      if (house.proving === undefined || !visit.byCookie || !asksForProof(error, request)) throw error
      return reply.redirect(house.proving.address(request.url), 303)
    }
  })
}

/** What a form meant: a browser sends no method but POST, so the form says it beside. */
function meant<D, S>(there: readonly Resource<D, S>[], request: FastifyRequest): Resource<D, S> {
  const said = (request.body as Record<string, unknown> | undefined)?.['_method']
  const method = request.method === 'POST' && typeof said === 'string' ? said.toUpperCase() : request.method
  const resource = there.find((each) => each.method === method)
  if (resource === undefined) throw new Problem('not_found')
  return resource
}

/** Of whoever may not send any, no file is read. @throws Problem not_allowed, and what reading throws */
async function readFiles<D, S>({ act, files }: Resource<D, S>, visit: Visit<D, S>, request: FastifyRequest) {
  if (!act.by.includes(visit.role)) await act.perform(visit.doer, {})
  return readBodyWithFiles(request, visit, files as Files)
}

async function answer<D, S>(
  house: House<D, S>,
  resource: Resource<D, S>,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
) {
  const place = resource.open ? placeOf(request) : undefined
  const withFiles = resource.files !== undefined && request.isMultipart()
  // Whoever sends files is known before any of them is read.
  const visit = await house.visit(request, place, { acting: !withFiles })
  const params = paramsOf(request)
  if (visit.byCookie || resource.open) checkOrigin(request)
  const body = withFiles ? await readFiles(resource, visit, request) : readBody(request)
  if (visit.byCookie && !visit.ownsForm(body.csrf)) throw new Problem('wrong_origin')
  const { typed } = body
  const { proving } = house
  const proven = await takeProof({ request, reply, visit, typed, proving })
  if (proven === undefined) return askForProof({ request, reply, visit, typed, proving }, true)
  const asked = { resource, visit: proven, body, params }
  try {
    const result = await carryOut(asked)
    const location = resource.then(result as never, params)
    if (!wantsJson(request)) return reply.redirect(location, 303)
    return reply.code(200).header('location', location).type('application/json').send(JSON.stringify(result))
  } catch (error) {
    if (asksForProof(error, request)) return askForProof({ request, reply, visit: proven, typed, proving })
    if (!(error instanceof Problem) || !shownAgain.has(error.code)) throw error
    if (wantsJson(request)) return sendProblem(reply, error, visit.language)
    return showAgain(reply, asked, error)
  }
}

/**
 * Opens one address for every act that stands on it, and for POST in any case, because forms know nothing
 * else.
 */
function mountResources<D, S>(app: FastifyInstance, house: House<D, S>, there: readonly Resource<D, S>[]) {
  const [first] = there as [Resource<D, S>]
  for (const method of new Set(['POST', ...there.map((each) => each.method)] as const)) {
    const own = there.find((each) => each.method === method) ?? first
    const config = { who: own.open ? ['anyone'] : own.act.by, behind: own.act.name }
    app.route({
      method,
      url: own.address,
      config,
      ...(own.files !== undefined && { bodyLimit: bodyLimitOf(own.files) }),
      handler: (request, reply) => answer(house, meant(there, request), { request, reply }),
    })
  }
}

/** Opens every address of the house on the server. */
export function mount<D, S>(app: App, house: House<D, S>): void {
  for (const screen of house.screens) mountScreen(app, house, screen)
  const places = Map.groupBy(house.resources, (resource) => resource.address)
  for (const there of places.values()) {
    const files = there.find((each) => each.files !== undefined)?.files
    if (files === undefined) mountResources(app, house, there)
    else app.register(takingFiles(files, (inner) => mountResources(inner, house, there)))
  }
}
