import type { Actor } from '#access/actor.ts'
import { sideOf } from '#access/roles.ts'
import { lacks } from '#access/trained.ts'
import { acknowledgedAt, trainedAt } from '#platform/problem.ts'

/**
 * Where somebody begins: at the door, at what they have to acknowledge or be trained for, at what is owed, or
 * at what is shared about their child.
 */
export const homeOf = (actor: Actor | undefined): string => {
  if (actor === undefined) return '/sign-in'
  if (actor.owesTerms) return `${acknowledgedAt}?to=/today`
  if (lacks(actor, 'records')) return trainedAt
  return sideOf(actor.role) === 'family' ? '/family' : '/today'
}
