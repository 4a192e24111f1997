import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { Problem } from '../problem.ts'
import type { Language } from '../words.ts'
import { sendPage, wantsJson } from './answer.ts'
import type { Typed } from './screen.ts'

/** The field in which a form brings a fresh proof along, beside everything that was typed. */
export const proofField = '_proof'

/** What the page that asks for a proof is made of. */
export type ProofAsked<S> = {
  shell: S
  language: Language
  /** Where the form goes that the proof was missing from. */
  to: string
  /** Every word of that form. */
  typed: Typed
  /** Whether a proof was given that does not fit. */
  wrong: boolean
}

/** How a house asks somebody once more who they are, before something grave. */
export type Proving<S> = {
  /** Where a page that needs it sends somebody first, and from where they come back. */
  address(to: string): string
  title(language: Language): string
  page(asked: ProofAsked<S>): VNode
}

/** As much of a visit as a proof needs. */
type Proven<V, S> = {
  language: Language
  byCookie: boolean
  proveAgain?: ((reply: FastifyReply, proof: string) => Promise<V | undefined>) | undefined
  shell(page: { title: string; path: string }): Promise<S>
}

type Asked<V, S> = {
  request: FastifyRequest
  reply: FastifyReply
  visit: V
  typed: Typed
  proving: Proving<S> | undefined
}

/** Whether an error means that a person at a browser can go on once they proved who they are. */
export const asksForProof = (error: unknown, request: FastifyRequest): boolean =>
  error instanceof Problem && error.code === 'proof_needed' && !wantsJson(request)

/** The page that asks for a proof and keeps every word that was typed. @throws Problem proof_needed */
export async function askForProof<V extends Proven<V, S>, S>(
  { request, reply, visit, typed, proving }: Asked<V, S>,
  wrong = false,
) {
  const problem = new Problem('proof_needed')
  if (proving === undefined || !visit.byCookie) throw problem
  const shell = await visit.shell({ title: proving.title(visit.language), path: '' })
  const page = proving.page({ shell, language: visit.language, to: request.url, typed, wrong })
  return sendPage(reply, page, problem.status)
}

/**
 * Takes the proof a form brought along.
 * @returns the visit as it is afterwards, the same where none came, or undefined for one that does not fit
 */
export async function takeProof<V extends Proven<V, S>, S>({
  reply,
  visit,
  typed,
}: Asked<V, S>): Promise<V | undefined> {
  const proof = typed[proofField]
  if (typeof proof !== 'string' || visit.proveAgain === undefined) return visit
  return visit.proveAgain(reply, proof)
}
