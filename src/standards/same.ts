import { isDeepStrictEqual } from 'node:util'
import { purposesOf } from '#access/minimum-necessary-version.ts'
import type { Bodies, Kind } from './kinds.ts'
import type { Signals } from './signals.ts'
import { othersNamed } from './triage-staff.ts'

/** What counts of a part that also says something else: a clearance is given anew with each version. */
const heart: { readonly [K in Kind]?: (body: Bodies[K]) => unknown } = {
  signals: ({ safety, participation }: Signals) => ({ safety, participation }),
  triage_staff: othersNamed,
  minimum_necessary: purposesOf,
}

/**
 * Whether a version says what the one before it says, so that there is nothing to publish. One rule for every
 * part.
 */
export function saysTheSame<K extends Kind>(kind: K, before: Bodies[K], after: unknown): boolean {
  const counts = (heart[kind] ?? ((body: unknown) => body)) as (body: unknown) => unknown
  return isDeepStrictEqual(counts(before), counts(after))
}
