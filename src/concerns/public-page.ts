import type { Unit } from '#access/unit.ts'
import { choice } from '#platform/given.ts'
import { notFound, Problem } from '#platform/problem.ts'
import { requestsSince } from './store.ts'

/**
 * So many requests one school's page takes in a quarter of an hour: more is a machine, and people still
 * have 988.
 */
export const askLimit = { requests: 20, minutes: 15 }

/** Languages the public page is written in. */
export const askLanguages = ['en', 'es'] as const
export const askLanguage = choice(askLanguages).default('en')

export const orNull = (typed: string | undefined) => (typed === undefined || typed === '' ? null : typed)

/**
 * Opens the public page's one permission: to ask, at the one school the public actor is bound to.
 * @returns the school
 * @throws Problem too_many when the page was used too often just now
 */
export async function permitAsking(unit: Unit): Promise<string> {
  const schoolId = unit.actor.schoolIds?.[0] ?? notFound()
  unit.permit(true, { type: 'school', id: schoolId })
  const since = new Date(unit.now.getTime() - askLimit.minutes * 60_000)
  if ((await requestsSince(unit.tx, schoolId, since)) >= askLimit.requests) throw new Problem('too_many')
  return schoolId
}
