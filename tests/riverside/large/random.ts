/**
 * A small seeded generator (mulberry32): the same seed gives the same district, in any run, in any order of
 * tables.
 */
export function randomFrom(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    /** From 0 up to, not including, 1. */
    next,
    /** A whole number from 0 up to, not including, the limit. */
    below,
    between: (from: number, to: number) => from + below(to - from + 1),
    pick: <T>(from: readonly T[]): T => from[below(from.length)] as T,
    /** True in so many of a hundred cases. */
    percent: (share: number) => next() * 100 < share,
  }
}

const kinds = [
  'district',
  'school',
  'partner',
  'person',
  'assignment',
  'student',
  'caregiver',
  'enrolment',
  'standard',
  'route',
  'agreement',
  'signoff',
  'service',
  'concern',
  'decision',
  'referral',
  'consent',
  'packet',
  'status',
  'appointment',
  'disclosure',
  'responsibility',
  'event',
  'term',
  'hours',
  'feedback',
  'reminder',
] as const
export type Kind = (typeof kinds)[number]

/** An id made of what it is and its place in the row: nothing to remember, nothing to look up. */
export function idAt(kind: Kind, place: number): string {
  const tag = (kinds.indexOf(kind) + 1).toString(16).padStart(4, '0')
  const digits = place.toString(16).padStart(12, '0')
  return `019e0000-${tag}-7000-8000-${digits}`
}
