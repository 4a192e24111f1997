/** So many pages in so many milliseconds are more than anybody reads; a machine that copies reads faster. */
export const reading = { most: 300, milliseconds: 60_000 }
/** Longest list of people that is kept; whoever read least lately is forgotten first. */
const mostPeople = 50_000

/** How fast each person reads, in one process: a bound on what a stolen session can carry away at once. */
export class Pace {
  readonly #windows = new Map<string, { pages: number; endsAt: number }>()
  readonly #limit: { most: number; milliseconds: number }

  constructor(limit = reading) {
    this.#limit = limit
  }

  /**
   * Counts one page.
   * @param now in milliseconds
   * @returns how many were asked for beyond what may be read: none, and it may be read
   */
  take(who: string, now: number): number {
    const known = this.#windows.get(who)
    const window =
      known === undefined || known.endsAt <= now
        ? { pages: 0, endsAt: now + this.#limit.milliseconds }
        : known
    window.pages += 1
    this.#windows.delete(who)
    this.#windows.set(who, window)
    if (this.#windows.size > mostPeople) this.#windows.delete(this.#windows.keys().next().value as string)
    return Math.max(window.pages - this.#limit.most, 0)
  }
}
