/** How long a line stands for all that a network asked of an address, in milliseconds; how many at most. */
const [span, most] = [15 * 60_000, 500]

/**
 * Whether a refusal of somebody nobody knows is worth a line: the first of a network at an address within a
 * quarter of an hour, and never more lines than a flood could fill a disk with. A session that ended asks so
 * too: many lines of one network at many addresses are what stands out.
 */
export class UnknownAskers {
  readonly #told = new Set<string>()
  #until = 0

  /** @param now in milliseconds, by any clock that only goes on */
  tells({ network, route }: { network: string; route: string }, now: number): boolean {
    if (now >= this.#until) {
      this.#told.clear()
      this.#until = now + span
    }
    const asked = `${network} ${route}`
    if (this.#told.has(asked) || this.#told.size >= most) return false
    this.#told.add(asked)
    return true
  }
}
