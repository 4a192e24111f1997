import { isSmall } from '#platform/small-counts.ts'

/** How many of something there are, and how many of them fit their checklist less than the path they took. */
export type Counted = { readonly all: number; readonly count: number }

/** The share in whole percent; null where there is nothing to have a share of. */
export const shareIn = ({ all, count }: Counted): number | null =>
  all === 0 ? null : Math.round((count / all) * 100)

/** Every number that a line says, also the one that follows from the other two. */
const said = ({ all, count }: Counted) => [all, count, all - count]

/**
 * A line as somebody reads it: whole, or null where one of its numbers points at somebody and whoever reads
 * it reads no record [R024].
 */
export const lineShown = (counted: Counted, readsRecords: boolean) =>
  !readsRecords && said(counted).some(isSmall) ? null : { ...counted, share: shareIn(counted) }
