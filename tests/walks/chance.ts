/** Chance that can be had again: the same seed, the same walk. */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** A number from 0 up to, but not, 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  below = (most: number): number => Math.floor(this.next() * most)
  is = (share: number): boolean => this.next() < share
  /** One of what there is. @throws RangeError where there is nothing */
  one<T>(all: readonly T[]): T {
    if (all.length === 0) throw new RangeError('Nothing to choose from')
    return all[this.below(all.length)] as T
  }

  /** One of them, each as likely as its weight says. */
  weighed<T extends { readonly weight: number }>(all: readonly T[]): T {
    let left = this.next() * all.reduce((sum, { weight }) => sum + weight, 0)
    return all.find(({ weight }) => (left -= weight) < 0) ?? (all.at(-1) as T)
  }
}
