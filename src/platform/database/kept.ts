type Entry = { revision: number; answer: Promise<unknown> }

/** How many answers a process holds: a few for each district it serves. */
const most = 2000

/**
 * What a process knows of its districts' arrangements: the calendar, the standards in force. Each answer was
 * read at one revision of the district, and is given as long as whoever asks was seen at the same one; the
 * database counts on with every change, and answers its count together with who somebody is.
 */
export class Kept {
  readonly #entries = new Map<string, Entry>()

  /**
   * @param about whose and what: answers differ by district, side and topic
   * @param revision the count at which the asker was seen
   */
  get<T>(about: string, revision: number, ask: () => Promise<T>): Promise<T> {
    const held = this.#entries.get(about)
    if (held?.revision === revision) return held.answer as Promise<T>
    const answer = ask()
    // Somebody seen before the last change must not push out what is known since.
    if (held === undefined || held.revision < revision) this.#hold(about, { revision, answer })
    return answer
  }

  #hold(about: string, entry: Entry) {
    if (this.#entries.size >= most) this.#entries.clear()
    this.#entries.set(about, entry)
    entry.answer.catch(() => {
      if (this.#entries.get(about) === entry) this.#entries.delete(about)
    })
  }
}
