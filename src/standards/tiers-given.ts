import { z } from 'zod'
import { day, text, whole } from '#platform/given.ts'
import { codedFrom, codedLines, linesOf } from './coded-lines.ts'
import type { Tier, TierDefinition, Tiers } from './tiers.ts'
import { tiers } from './tiers.ts'

const parts = ['name', 'description', 'services', 'entry', 'exit'] as const
type Part = (typeof parts)[number]
const limits: Readonly<Record<Part, number>> = {
  name: 80,
  description: 500,
  services: 2000,
  entry: 3000,
  exit: 3000,
}

export type TierField = `${Part}${Tier}`
const fields = tiers.flatMap((tier) => parts.map((part) => [`${part}${tier}`, text(limits[part])] as const))

/** The tiers as a form or a machine gives them: one field for each part of each tier; lists line by line. */
export const TiersGiven = z.object({
  /** The version that was written anew. */
  version: whole(1, 1_000_000),
  inForceOn: day,
  decision: text(300, 'Say which decision this rests on'),
  ...(Object.fromEntries(fields) as Record<TierField, ReturnType<typeof text>>),
})
export type TiersGiven = z.output<typeof TiersGiven>

/** What was given, as the body of the version after `before`. It is judged by the schema like any other. */
export function tiersFrom(given: TiersGiven, before: Tiers): unknown {
  const every = before.tiers.flatMap(({ entry, exit }) => [...entry, ...exit])
  const taken = new Set(every.map(({ code }) => code))
  return {
    tiers: before.tiers.map(({ tier, entry, exit }) => ({
      tier,
      name: given[`name${tier}`],
      description: given[`description${tier}`],
      services: linesOf(given[`services${tier}`]),
      entry: codedFrom(given[`entry${tier}`], { before: entry, taken, stem: `tier_${tier}_in` }),
      exit: codedFrom(given[`exit${tier}`], { before: exit, taken, stem: `tier_${tier}_out` }),
    })),
  }
}

/** The fields of the parts a schema finds fault with. */
export const fieldsAmiss = (issues: readonly { path: readonly PropertyKey[] }[]): string[] => [
  ...new Set(issues.map(({ path: [, place, part] }) => `${String(part)}${Number(place) + 1}`)),
]

const fieldsOf = ({ tier, name, description, services, entry, exit }: TierDefinition) => ({
  [`name${tier}`]: name,
  [`description${tier}`]: description,
  [`services${tier}`]: services.join('\n'),
  [`entry${tier}`]: codedLines(entry),
  [`exit${tier}`]: codedLines(exit),
})

/** What the form holds before anybody types: the version in force. */
export const heldTiers = ({ tiers: defined }: Tiers): Record<string, string> =>
  Object.assign({}, ...defined.map(fieldsOf))
