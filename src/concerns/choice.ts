import type { Path, Tier } from '#standards/contract.ts'

/** What the person has chosen so far. */
export type Chosen = {
  path: Path | undefined
  tier: Tier | undefined
  reasonCategory: string | undefined
  entryCriterion: string | undefined
  exitCriterion: string | undefined
  overrideReason: string | undefined
  reviewerId: string | undefined
  clinicianId: string | undefined
  navigatorId: string | undefined
  knownReferrals: readonly string[]
  support: {
    focus: string | undefined
    ownerId: string | undefined
    startsOn: string | undefined
    plannedEndOn: string | undefined
    reviewOn: string | undefined
  }
}

/** The same with everything in it that no decision can do without. */
export type Choice = Chosen & { path: Path; tier: Tier; reasonCategory: string }
