/** What one transaction asked already, by topic. */
export class Asked {
  readonly #answers = new Map<string, Map<string, Promise<unknown>>>()
  readonly #changing = new Set<string>()

  once<T>(topic: string, about: string, ask: () => Promise<T>): Promise<T> {
    const answers = this.#answers.get(topic) ?? new Map<string, Promise<unknown>>()
    this.#answers.set(topic, answers)
    const answer = (answers.get(about) as Promise<T> | undefined) ?? ask()
    answers.set(about, answer)
    return answer
  }

  /** Lets the answers to a topic go: what they were about is being changed. */
  forget(topic: string): void {
    this.#answers.delete(topic)
    this.#changing.add(topic)
  }

  changes(topic: string): boolean {
    return this.#changing.has(topic)
  }
}
