/** A school morning; the visit is that afternoon, and the second half of each loop happens after it. */
export const morning = new Date('2026-10-13T16:00:00Z')
export const evening = new Date('2026-10-14T01:00:00Z')
export const visit = { on: '2026-10-13', at: '15:00' }
