import { z } from 'zod'
import { day, text } from '#platform/given.ts'
import type { Criterion, Tier, TierDefinition, Tiers } from './tiers.ts'
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
  inForceOn: day,
  decision: text(300, 'Say which decision this rests on'),
  ...(Object.fromEntries(fields) as Record<TierField, ReturnType<typeof text>>),
})
export type TiersGiven = z.output<typeof TiersGiven>

const linesOf = (typed: string) =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** `code: words` is a criterion that has a code; a line of words alone is a new one. */
const coded = /^([a-z][a-z0-9_]{0,59}): (.+)$/

/** A code nobody cited before, made of where the criterion stands and a number. */
function codeFor(stem: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) if (!taken.has(`${stem}_${number}`)) return `${stem}_${number}`
}

/**
 * The criteria of a new version. What was cited before keeps its code, also with other words; what is left
 * out stays, not in use, so that a code never comes to mean something else [R012].
 */
function criteriaFrom(
  typed: string,
  { before, taken, stem }: { before: readonly Criterion[]; taken: Set<string>; stem: string },
): Criterion[] {
  const listed = linesOf(typed).map((line): Criterion => {
    const [, said, words] = coded.exec(line) ?? []
    const known = before.some(({ code }) => code === said)
    const code = known && said !== undefined ? said : codeFor(stem, taken)
    taken.add(code)
    return { code, text: known && words !== undefined ? words : line, inUse: true }
  })
  const retired = before.filter(({ code }) => !listed.some((each) => each.code === code))
  return [...listed, ...retired.map((each) => ({ ...each, inUse: false }))]
}

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
      entry: criteriaFrom(given[`entry${tier}`], { before: entry, taken, stem: `tier_${tier}_in` }),
      exit: criteriaFrom(given[`exit${tier}`], { before: exit, taken, stem: `tier_${tier}_out` }),
    })),
  }
}

const listed = (criteria: readonly Criterion[]) =>
  criteria
    .filter(({ inUse }) => inUse)
    .map(({ code, text: words }) => `${code}: ${words}`)
    .join('\n')

const fieldsOf = ({ tier, name, description, services, entry, exit }: TierDefinition) => ({
  [`name${tier}`]: name,
  [`description${tier}`]: description,
  [`services${tier}`]: services.join('\n'),
  [`entry${tier}`]: listed(entry),
  [`exit${tier}`]: listed(exit),
})

/** What the form holds before anybody types: the version in force. */
export const heldTiers = ({ tiers: defined }: Tiers): Record<string, string> =>
  Object.assign({}, ...defined.map(fieldsOf))
