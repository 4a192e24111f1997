import type { FastifyReply, FastifyRequest } from 'fastify'
import { isId } from '../ids.ts'
import { Problem, type Reason } from '../problem.ts'
import type { Language } from '../words.ts'
import type { Proving } from './proof.ts'
import type { LookThrough } from './look-through.ts'
import type { Resource, Screen, Sight, Typed } from './screen.ts'

/** Somebody at the door: who they are, and what their pages look like. */
export type Visit<D, S> = {
  doer: D
  /** As what they act, by the word declarations use. */
  role: string
  language: Language
  /** Whether a cookie proves who they are: then forms must prove where they come from. */
  byCookie: boolean
  /** @returns whether the token of a form belongs to this session */
  ownsForm(csrf: string | undefined): boolean
  /**
   * Takes a fresh proof of who they are.
   * @returns the visit as it goes on; undefined for a proof that does not fit
   */
  proveAgain?: ((reply: FastifyReply, proof: string) => Promise<Visit<D, S> | undefined>) | undefined
  /**
   * @param page.look what the page shows, where one look shows it
   * @param page.heard whether it asks to weigh what was typed: sent once more, it is meant
   */
  shell(page: { title: string; path: string; look?: Sight<D>; heard?: boolean }): Promise<S>
}

export type How = {
  acting: boolean
  /** Whether a page that is only open asks, and nobody does anything: then a session is not used by it. */
  unused?: boolean
}

export type House<D, S> = {
  screens: readonly Screen<D, S>[]
  resources: readonly Resource<D, S>[]
  /**
   * @param how.acting for an act: who it is may be asked in the act's own transaction
   * @throws Problem sign_in_needed, or not_found for a public code nobody has
   */
  visit(request: FastifyRequest, place: string | undefined, how?: How): Promise<Visit<D, S>>
  /** What files go through before anything reads them; nothing when left out. */
  lookThrough?: LookThrough | undefined
  /** How somebody is asked once more who they are; nobody is when left out. */
  proving?: Proving<S>
  /** What somebody is asked to weigh before a form of a page is acted on; nothing when left out. */
  weighed?(resource: { address: string; open: boolean }, typed: Typed, language: Language): Reason[]
}

/**
 * What the address names. A parameter called `…Id` is one of ours: anything else in its place names nothing.
 * @throws Problem not_found
 */
export function paramsOf(request: FastifyRequest): Record<string, string> {
  const params = request.params as Record<string, string>
  for (const [name, value] of Object.entries(params)) {
    if (name.endsWith('Id') && !isId(value)) throw new Problem('not_found')
  }
  return params
}
/** The public code of a school, where the address names one. */
export const placeOf = (request: FastifyRequest) => (request.params as Record<string, string>)['place']
