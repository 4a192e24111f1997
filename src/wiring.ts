import type { when } from '#access/happening.ts'

/** Cause and effect on one page: when this happens, that follows, in the same transaction. */
export const wiring: ReturnType<typeof when>[] = []
