import type { FastifyReply, FastifyRequest } from 'fastify'
import { renderToString } from 'preact-render-to-string'
import { h, type VNode } from 'preact'
import { fieldId } from '../field-id.ts'
import { Problem, type Reason } from '../problem.ts'
import type { Language } from '../words.ts'
import { policy, policyFor } from './headers.ts'
import { newNonce, ScriptNonce } from './script-nonce.ts'

/** Whether the asker reads JSON: anything that does not put HTML first does. */
export const wantsJson = (request: FastifyRequest): boolean => {
  const accept = request.headers.accept ?? ''
  return (
    accept.includes('json') ||
    (!accept.includes('html') && request.headers['content-type'] === 'application/json')
  )
}

/** Answers with a page. Of scripts, only those the page was sent with run on it, and what they bring. */
export function sendPage(reply: FastifyReply, page: VNode, status = 200) {
  const nonce = newNonce()
  const html = renderToString(h(ScriptNonce.Provider, { value: nonce }, page))
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', html.includes(nonce) ? policyFor(nonce) : policy)
    .send(`<!doctype html>${html}`)
}

/**
 * Draws a page that came back with what was wrong, its reasons in the order in which it asks: whoever mends
 * them goes down the page once. What is about no field follows.
 * @param draw the page with these reasons
 */
export async function inOrderOfFields(
  problem: Problem,
  draw: (problem: Problem) => Promise<VNode> | VNode,
): Promise<VNode> {
  const page = await draw(problem)
  const html = problem.because.length < 2 ? '' : renderToString(page)
  const placeOf = ({ field }: Reason) => {
    const at = field === undefined ? -1 : html.indexOf(` id="${fieldId(field)}"`)
    return at === -1 ? Number.POSITIVE_INFINITY : at
  }
  const sorted = problem.because.toSorted((one, other) => {
    const [a, b] = [placeOf(one), placeOf(other)]
    return a === b ? 0 : a - b
  })
  if (sorted.every((reason, at) => reason === problem.because[at])) return page
  return draw(new Problem(problem.code, sorted))
}

export const sendProblem = (reply: FastifyReply, problem: Problem, language?: Language) =>
  reply
    .code(problem.status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        ...problem.toJSON(language),
        // Whoever asks for help with what broke names it by this, and the log has it.
        ...(problem.status >= 500 && { number: reply.request.id }),
      }),
    )
