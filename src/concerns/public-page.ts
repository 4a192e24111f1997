import type { Actor } from '#access/actor.ts'
import type { TooMany } from '#access/refusal.ts'
import type { Unit } from '#access/unit.ts'
import { choice } from '#platform/given.ts'
import { notFound, Problem } from '#platform/problem.ts'
import { countAsking, type Counted, type CountedBy, countRefused } from './ask-count-store.ts'

/**
 * So many requests the public pages take in a quarter of an hour: from one network, on one school's page, and
 * in one district. One network can not use up a school's share, nor one school the district's; more is a
 * machine, and people still have 988.
 */
export const askLimit = { minutes: 15, address: 10, school: 40, district: 200 } as const satisfies Record<
  CountedBy | 'minutes',
  number
>

/** Languages the public page is written in. */
export const askLanguages = ['en', 'es'] as const
export const askLanguage = choice(askLanguages).default('en')

export const orNull = (typed: string | undefined) => (typed === undefined || typed === '' ? null : typed)

/** Sets the moment at which the counts of this window are forgotten; the first one set holds for all. */
const forgetLater = (unit: Unit) => {
  const window = Math.floor(unit.now.getTime() / (askLimit.minutes * 60_000)) + 2
  return unit.enqueue({
    task: 'concerns/forget-askers',
    payload: {},
    key: `concerns/forget-askers/${unit.districtId}/${window}`,
    at: new Date(window * askLimit.minutes * 60_000),
  })
}

/** What a request is counted by: the network it came from, the school's page, the district. */
function countersOf({ actor, schoolId }: { actor: Actor; schoolId: string }): Counted[] {
  const { asksFrom, districtId } = actor
  return [
    ...(asksFrom === undefined ? [] : [{ kind: 'address', subject: asksFrom } as const]),
    { kind: 'school', subject: schoolId },
    { kind: 'district', subject: districtId },
  ]
}

/**
 * What the trail says of requests beyond the limit: one line for each counter that is full, the first time in
 * its window. How many there were is told when the window is forgotten.
 */
export const tooManyAsked: TooMany = async (tx, { actor, now }) => {
  const schoolId = actor.schoolIds?.[0] ?? notFound()
  const full = await countRefused(tx, { counted: countersOf({ actor, schoolId }), most: askLimit, now })
  // A window that ended between the request and this line counts nothing any more: the line stands alone.
  if (full.length === 0) return [{}]
  return full.filter(({ refused }) => refused === 1).map(({ kind }) => ({ counted_by: kind }))
}

/**
 * Opens the public page's one permission: to ask, at the one school the public actor is bound to. Every
 * request is counted alike, whoever it is about.
 * @returns the school
 * @throws Problem too_many when the page was used too often just now
 */
export async function permitAsking(unit: Unit): Promise<string> {
  const schoolId = unit.actor.schoolIds?.[0] ?? notFound()
  unit.permit(true, { type: 'school', id: schoolId })
  const counted = countersOf({ actor: unit.actor, schoolId })
  const counts = await countAsking(unit, { counted, minutes: askLimit.minutes })
  if (counts.some(({ kind, requests }) => requests > askLimit[kind])) throw new Problem('too_many')
  forgetLater(unit)
  return schoolId
}
