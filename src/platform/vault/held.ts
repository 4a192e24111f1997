/** Keeps a bounded number of things for a bounded time, the latest used. */
export class Held<Value> {
  readonly #entries = new Map<string, { value: Value; since: number }>()
  readonly #bounds: { most: number; milliseconds: number }

  constructor(bounds: { most: number; milliseconds: number }) {
    this.#bounds = bounds
  }

  get(name: string): Value | undefined {
    const entry = this.#entries.get(name)
    if (entry === undefined) return undefined
    this.#entries.delete(name)
    if (performance.now() - entry.since > this.#bounds.milliseconds) return undefined
    this.#entries.set(name, entry)
    return entry.value
  }

  set(name: string, value: Value): void {
    this.#entries.delete(name)
    this.#entries.set(name, { value, since: performance.now() })
    if (this.#entries.size > this.#bounds.most)
      this.#entries.delete(this.#entries.keys().next().value as string)
  }

  delete(name: string): void {
    this.#entries.delete(name)
  }
}
