import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import type { Shell } from '#design/contract.ts'
import type { Typed } from '#platform/http/screen.ts'
import type { Problem } from '#platform/problem.ts'
import type { Language } from '#platform/words.ts'
import type { Session } from './sessions.ts'

/** What every page of signing in is given. */
export type View = {
  shell: Shell
  language: Language
  /** What was typed, without its secrets, when the page is shown again. */
  typed: Typed
  problem: Problem | undefined
  /** Where the person was going. */
  to: string
}

/** One request to a page of signing in. */
export type Visit = {
  request: FastifyRequest
  reply: FastifyReply
  session: Session | undefined
  language: Language
  to: string
}

/** A form that came back: what was typed, and what was wrong with it. */
export type Shown = { typed: Typed; problem: Problem }

/** Draws one page for a visit. */
export type Page = (visit: Visit, shown?: Shown) => VNode | Promise<VNode>

/** Whether a field holds something that must not be shown again. */
const isSecret = (name: string) => /password|code/.test(name)
/** What was typed, as far as it may be shown again. */
export const withoutSecrets = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => !isSecret(name) && !name.startsWith('_')))

const ownPath = /^\/(?![/\\])[\w\-./~%?=&:+,@]{0,400}$/

/** A path of this site, and nothing that could lead to another one. */
export const pathOf = (given: unknown): string =>
  typeof given === 'string' && ownPath.test(given) ? given : '/'
