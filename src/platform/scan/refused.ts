/** Why a scan is not taken. */
export type WhyRefused =
  | 'not_a_scan'
  | 'too_large'
  | 'broken'
  | 'not_supported'
  | 'too_many_pixels'
  | 'active'
  | 'locked'
  | 'unpacks_to_too_much'

export class Refused extends Error {
  readonly why: WhyRefused

  constructor(why: WhyRefused) {
    super(`This scan is not taken: ${why}`)
    this.why = why
  }
}

/** The largest scan, in bytes. */
export const mostBytes = 10 * 1_048_576
/** Two A3 pages at 300 dots an inch have less. Judged by the head, before anything is unpacked. */
export const mostPixels = 40_000_000
export const mostSide = 20_000
