import type { FastifyReply, FastifyRequest } from 'fastify'
import { renderToString } from 'preact-render-to-string'
import type { VNode } from 'preact'
import type { Problem } from '../problem.ts'
import type { Language } from '../words.ts'

/** Whether the asker reads JSON: anything that does not put HTML first does. */
export const wantsJson = (request: FastifyRequest): boolean => {
  const accept = request.headers.accept ?? ''
  return (
    accept.includes('json') ||
    (!accept.includes('html') && request.headers['content-type'] === 'application/json')
  )
}

export const sendPage = (reply: FastifyReply, page: VNode, status = 200) =>
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(`<!doctype html>${renderToString(page)}`)

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
