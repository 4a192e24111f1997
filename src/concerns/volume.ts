import type { Path } from '#standards/contract.ts'

/** How many decisions of triage set one tier and took one path. */
export type Routed = { readonly tier: number; readonly path: Path; readonly count: number }

type ByPath = Readonly<Record<Path, number>> & { readonly all: number }

const paths: readonly Path[] = ['a', 'b', 'c']

const byPath = (routed: readonly Routed[]): ByPath => {
  const count = (some: readonly Routed[]) => some.reduce((sum, one) => sum + one.count, 0)
  const each = paths.map((path) => [path, count(routed.filter((one) => one.path === path))])
  return { ...(Object.fromEntries(each) as Record<Path, number>), all: count(routed) }
}

/**
 * How many decisions there were, by tier and by path as two facts: one decision counts once in its tier and
 * once in its path, so that both add up to the same [R027].
 */
export const volumeOf = (routed: readonly Routed[]) => ({
  tiers: [...Map.groupBy(routed, ({ tier }) => tier)]
    .toSorted(([one], [other]) => one - other)
    .map(([tier, of]) => ({ tier, ...byPath(of) })),
  all: byPath(routed),
})
export type Volume = ReturnType<typeof volumeOf>
