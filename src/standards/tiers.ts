import { z } from 'zod'
import { Code, findRepeated, words } from './wording.ts'

export const tiers = [1, 2, 3] as const
export type Tier = (typeof tiers)[number]

/** A written reason to enter or leave a tier; a move cites its code [R012]. */
const Criterion = z.strictObject({
  code: Code,
  text: words(300),
  inUse: z.boolean(),
})
export type Criterion = z.infer<typeof Criterion>

const TierDefinition = z.strictObject({
  tier: z.literal(tiers),
  name: words(80),
  description: words(500),
  services: z.array(words(160)).min(1),
  entry: z.array(Criterion).min(1),
  exit: z.array(Criterion).min(1),
})
export type TierDefinition = z.infer<typeof TierDefinition>

/** The three support tiers of a district, aligned to MTSS, in order [R011]. */
export const Tiers = z
  .strictObject({ tiers: z.array(TierDefinition).length(tiers.length) })
  .superRefine((body, context) => {
    if (body.tiers.some(({ tier }, at) => tier !== tiers[at])) {
      context.addIssue({ code: 'custom', message: 'Tiers are 1, 2 and 3, in that order' })
    }
    const codes = body.tiers.flatMap(({ entry, exit }) => [...entry, ...exit]).map(({ code }) => code)
    if (findRepeated(codes) !== undefined) {
      context.addIssue({ code: 'custom', message: 'Each criterion has a code of its own' })
    }
    for (const { tier, entry, exit } of body.tiers) {
      if (entry.some(({ inUse }) => inUse) && exit.some(({ inUse }) => inUse)) continue
      context.addIssue({ code: 'custom', message: `Tier ${tier} needs a way in and a way out` })
    }
  })
export type Tiers = z.infer<typeof Tiers>

/** The definition of one tier. */
export function getTier(body: Tiers, tier: Tier): TierDefinition {
  const found = body.tiers.find((each) => each.tier === tier)
  if (found === undefined) throw new Error(`There is no tier ${tier}`)
  return found
}
