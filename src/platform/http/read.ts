import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../problem.ts'
import { sendPage, wantsJson } from './answer.ts'
import { addressWithout, holdsWords } from './asked-in-body.ts'
import { readBody } from './body.ts'
import { checkOrigin } from './headers.ts'
import { type House, paramsOf, placeOf, type Visit } from './house.ts'
import { asksForProof } from './proof.ts'
import type { Files, Screen, Typed, View } from './screen.ts'

/** One screen as somebody asks it. */
export type Exchange = { request: FastifyRequest; reply: FastifyReply }

const pathOf = ({ url }: FastifyRequest) => url.split('?')[0] as string

/** What answers at an address, and who may ask there. */
export type Answering = {
  config: { who: readonly string[]; behind: string }
  handle(exchange: Exchange): unknown
  /** What files it takes, and how many bytes with them. */
  files?: Files | undefined
  bodyLimit?: number
}

/** What a screen says to who asks: its data, and the page made of them. */
export async function show<D, S>(
  screen: Screen<D, S>,
  visit: Visit<D, S>,
  view: Omit<View<S>, 'shell' | 'language'> & { params: Record<string, string> },
) {
  const given = Object.fromEntries(Object.entries(view.query).filter(([, value]) => value !== ''))
  const data = await screen.look.see(visit.doer, { ...given, ...view.params })
  let shell: S | undefined
  return {
    data,
    /** @param problem with other reasons than the view has, or in another order */
    page: async (problem = view.problem) => {
      const heard = problem?.because.some(({ code }) => code === 'never_said') ?? false
      shell ??= await visit.shell({ title: screen.title, path: view.path, look: screen.look, heard })
      return screen.page(data as never, { ...view, problem, shell, language: visit.language })
    },
  }
}

/** Answers with the data or the page, as whoever asks reads it. */
async function respond<D, S>(
  { screen, visit }: { screen: Screen<D, S>; visit: Visit<D, S> },
  { request, reply }: Exchange,
  query: Typed,
) {
  const asked = { params: paramsOf(request), path: pathOf(request), query, typed: {}, problem: undefined }
  const { data, page } = await show(screen, visit, asked)
  return wantsJson(request)
    ? reply.type('application/json').send(JSON.stringify(data))
    : sendPage(reply, await page())
}

/**
 * Reads a page by its address. A name in the address, from an old bookmark or typed there by hand, is not
 * looked for: the page opens without it, and nothing that is sent back holds it.
 * @throws Problem typed_in_address to a machine
 */
async function read<D, S>(house: House<D, S>, screen: Screen<D, S>, exchange: Exchange) {
  const { request, reply } = exchange
  const query = request.query as Typed
  if (holdsWords(screen, query)) {
    if (wantsJson(request)) throw new Problem('typed_in_address')
    return reply.redirect(addressWithout(screen, pathOf(request), query), 303)
  }
  const visit = await house.visit(request, screen.open ? placeOf(request) : undefined)
  try {
    return await respond({ screen, visit }, exchange, query)
  } catch (error) {
    if (house.proving === undefined || !visit.byCookie || !asksForProof(error, request)) throw error
    return reply.redirect(house.proving.address(request.url), 303)
  }
}

/**
 * Reads a page with what was typed in the body. It changes nothing and may be sent again; a form still proves
 * that it is ours, so that no other site has somebody look for a name. Where nothing was typed the page has
 * an address, and the browser is sent there.
 */
async function readAsked<D, S>(house: House<D, S>, screen: Screen<D, S>, exchange: Exchange) {
  const { request, reply } = exchange
  const visit = await house.visit(request, undefined)
  const { given, typed, csrf } = readBody(request)
  if (visit.byCookie) checkOrigin(request)
  if (visit.byCookie && !visit.ownsForm(csrf)) throw new Problem('wrong_origin')
  const query = Object.fromEntries(Object.entries(given).filter(([name]) => name !== '_method')) as Typed
  if (!wantsJson(request) && !holdsWords(screen, typed))
    return reply.redirect(addressWithout(screen, pathOf(request), typed), 303)
  return respond({ screen, visit }, exchange, query)
}

const configOf = ({ open, look }: Screen<never, never>) => ({
  who: open ? ['anyone'] : look.by,
  behind: look.name,
})

export const readOf = <D, S>(house: House<D, S>, screen: Screen<D, S>): Answering => ({
  config: configOf(screen),
  handle: (exchange) => read(house, screen, exchange),
})
export const readAskedOf = <D, S>(house: House<D, S>, screen: Screen<D, S>): Answering => ({
  config: configOf(screen),
  handle: (exchange) => readAsked(house, screen, exchange),
})
