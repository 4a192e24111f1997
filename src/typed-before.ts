import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Resource, Screen } from '#access/screen.ts'
import { checkOrigin } from '#platform/http/headers.ts'
import { isId } from '#platform/ids.ts'
import { Problem } from '#platform/problem.ts'

const matches = (address: string, path: string): boolean =>
  new RegExp(`^${address.replaceAll(/:[^/]+/g, '[^/]+')}$`).test(path)

/** The page of this site a form stood on, to come back to; undefined when no page is known there. */
function stoodOn({ headers, host }: FastifyRequest, screens: readonly Screen[]): string | undefined {
  const from = URL.parse(headers.referer ?? '')
  if (from === null || from.host !== host) return undefined
  return screens.some(({ address }) => matches(address, from.pathname))
    ? `${from.pathname}${from.search}`
    : undefined
}

/** What a browser posted: `about.name` is read aloud as "about name". */
export type Written = { name: string; text: string }

/** Only a form of our own is shown again: another site could put its words on our page. */
function isOwn(request: FastifyRequest): boolean {
  try {
    checkOrigin(request)
    return true
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}

type House = { readonly resources: readonly Resource[]; readonly screens: readonly Screen[] }
type Met = { problem: Problem; house: House; now: Date }

/** Where somebody presses again what came when nobody was signed in any more, with the instant it came. */
function pressedAgain(request: FastifyRequest, { problem, house, now }: Met): string | undefined {
  if (problem.code !== 'sign_in_needed') return undefined
  const { resources, screens } = house
  const { method, routeOptions, params } = request
  const on = resources.find((each) => each.method === method && each.address === routeOptions.url)
  const keeps = on?.act.given instanceof z.ZodObject && 'pressedAt' in on.act.given.shape
  if (on === undefined || !keeps || !isOwn(request)) return undefined
  const of = params as Readonly<Record<string, string>>
  const stands = on.stands.address.replaceAll(/:(\w+)/g, (_, name: string) => of[name] ?? '')
  const page = new URL(stoodOn(request, screens) ?? stands, 'http://page')
  page.searchParams.set('pressed', now.toISOString())
  return `${page.pathname}${page.search}`
}

const secret = /password|secret|token|^code$/i
const readable = (name: string) =>
  name
    .replaceAll(/[._-]/g, ' ')
    .replaceAll(/\B[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .toLowerCase()

const code = /^[a-z0-9]+(_[a-z0-9]+)+$/

/** What one field said: words, or the boxes that were ticked, one on a line. Ids say nothing to a person. */
const textOf = (value: unknown): string =>
  [value]
    .flat()
    .filter((each): each is string => typeof each === 'string' && each !== '' && !isId(each))
    .map((each) => (code.test(each) ? each.replaceAll('_', ' ') : each))
    .join('\n')

/**
 * What somebody typed into a form that nobody was signed in for any more, so that nothing of it is lost. It
 * goes back to the browser it came from, and is kept nowhere. Ids, secrets and the form's own fields are left
 * out.
 */
function typedBefore(request: FastifyRequest, resources: readonly Resource[]): Written[] {
  const { body, routeOptions, method } = request
  const known = resources.some(({ address }) => address === routeOptions.url)
  if (method === 'GET' || !known || typeof body !== 'object' || body === null || !isOwn(request)) return []
  return Object.entries(body).flatMap(([name, value]) => {
    const text = name.startsWith('_') || secret.test(name) ? '' : textOf(value)
    return text === '' ? [] : [{ name: readable(name), text }]
  })
}

/** Whether somebody comes back to a form they could not send, and finds it empty. */
const returnsLater = ({ code }: Problem) => code === 'sign_in_needed' || code === 'acknowledgement_needed'

/** The page somebody comes back to from a problem, with what they typed and when they pressed. */
export function whereItGoesOn(request: FastifyRequest, met: Met) {
  const { problem, house } = met
  const pressed = pressedAgain(request, met)
  return {
    here: request.method === 'GET' ? request.url : (pressed ?? stoodOn(request, house.screens)),
    typed: returnsLater(problem) ? typedBefore(request, house.resources) : [],
    keepsPress: pressed !== undefined,
  }
}
