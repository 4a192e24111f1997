/**
 * One page of a list that was asked for one more than is shown.
 * @param found from `from` on, one more than `perPage` where there is more
 * @returns what is shown, whether it is the first page, and from where the next one begins
 */
export const paged = <Row>(found: readonly Row[], { from, perPage }: { from: number; perPage: number }) => ({
  shown: found.slice(0, perPage),
  first: from === 0,
  next: found.length > perPage ? from + perPage : undefined,
})
