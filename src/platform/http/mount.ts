import type { FastifyInstance, FastifyReply } from 'fastify'
import { Problem } from '../problem.ts'
import { inOrderOfFields, sendPage, sendProblem, wantsJson } from './answer.ts'
import type { App } from './app.ts'
import { asking, methodMeant } from './asked-in-body.ts'
import { type Body, readBody } from './body.ts'
import { bodyLimitOf, type Coming, readBodyWithFiles, takingFiles } from './form-with-files.ts'
import { checkOrigin } from './headers.ts'
import { type House, paramsOf, placeOf, type Visit } from './house.ts'
import { asksForProof, askForProof, takeProof } from './proof.ts'
import { type Answering, type Exchange, readAskedOf, readOf, show } from './read.ts'
import type { Files, Resource } from './screen.ts'

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
  const view = { params, path, query: {}, typed: body.typed, problem }
  const { page } = await show(resource.stands, visit, view)
  return sendPage(reply, await inOrderOfFields(problem, page), problem.status)
}

const shownAgain = new Set([
  'refused',
  'not_valid',
  'changed_meanwhile',
  'too_many',
  'harmful',
  'not_looked_through',
])

async function carryOut<D, S>({ resource, visit, body, params }: Asked<D, S>) {
  if (body.wrong !== undefined) throw body.wrong
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

/** Of whoever may not send any, no file is read. @throws Problem not_allowed, and what reading throws */
async function readFiles<D, S>(
  { act, files }: Resource<D, S>,
  visit: Visit<D, S>,
  coming: Pick<Coming, 'request' | 'lookThrough'>,
) {
  if (!act.by.includes(visit.role)) await act.perform(visit.doer, {})
  return readBodyWithFiles({ ...coming, owner: visit }, files as Files)
}

async function answer<D, S>(house: House<D, S>, resource: Resource<D, S>, { request, reply }: Exchange) {
  const place = resource.open ? placeOf(request) : undefined
  const withFiles = resource.files !== undefined && request.isMultipart()
  // Whoever sends files is known before any of them is read.
  const visit = await house.visit(request, place, { acting: !withFiles })
  const params = paramsOf(request)
  if (visit.byCookie || resource.open) checkOrigin(request)
  const { lookThrough } = house
  const body = withFiles ? await readFiles(resource, visit, { request, lookThrough }) : readBody(request)
  if (visit.byCookie && !visit.ownsForm(body.csrf)) throw new Problem('wrong_origin')
  const { typed } = body
  const { proving } = house
  const proven = await takeProof({ request, reply, visit, typed, proving })
  if (proven === undefined) return askForProof({ request, reply, visit, typed, proving }, true)
  const asked = { resource, visit: proven, body, params }
  const weigh = wantsJson(request) ? [] : (house.weighed?.(resource, typed, visit.language) ?? [])
  if (weigh.length > 0) return showAgain(reply, asked, new Problem('not_valid', weigh))
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

/** Who may ask at an address, and what answers there. */
const answeredBy = <D, S>(house: House<D, S>, resource: Resource<D, S>): Answering => ({
  config: { who: resource.open ? ['anyone'] : resource.act.by, behind: resource.act.name },
  handle: (exchange: Exchange) => answer(house, resource, exchange),
  files: resource.files,
  ...(resource.files !== undefined && { bodyLimit: bodyLimitOf(resource.files) }),
})

/**
 * Opens one address for every act that stands on it, for the page that is read there with what was typed, and
 * for POST in any case, because forms know nothing else.
 */
function mountPlace(app: FastifyInstance, address: string, there: ReadonlyMap<string, Answering>) {
  const first = there.values().next().value
  for (const method of new Set(['POST', ...there.keys()])) {
    const { config = {}, bodyLimit } = there.get(method) ?? first ?? {}
    app.route({
      method,
      url: address,
      config,
      ...(bodyLimit !== undefined && { bodyLimit }),
      handler: (request, reply) => {
        const method = methodMeant(request)
        // Where nothing is changed, a form that does not say what it means can only ask.
        const meant = there.get(method) ?? (method === 'POST' ? there.get(asking) : undefined)
        if (meant === undefined) throw new Problem('not_found')
        return meant.handle({ request, reply })
      },
    })
  }
}

/** Opens every address of the house on the server. */
export function mount<D, S>(app: App, house: House<D, S>): void {
  const places = new Map<string, Map<string, Answering>>()
  const put = (address: string, method: string, answering: Answering) =>
    places.set(address, (places.get(address) ?? new Map<string, Answering>()).set(method, answering))
  for (const each of house.resources) put(each.address, each.method, answeredBy(house, each))
  for (const screen of house.screens) {
    const { config, handle } = readOf(house, screen)
    app.get(screen.address, { config }, (request, reply) => handle({ request, reply }))
    if (screen.typed.length > 0) put(screen.address, asking, readAskedOf(house, screen))
  }
  for (const [address, there] of places) {
    const files = [...there.values()].find((each) => each.files !== undefined)?.files
    if (files === undefined) mountPlace(app, address, there)
    else app.register(takingFiles(files, (inner) => mountPlace(inner, address, there)))
  }
}
