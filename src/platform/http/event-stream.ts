import { Readable } from 'node:stream'

/** How long a browser waits before it comes again, in milliseconds. */
const comesAgain = 3000

/**
 * Server-sent events for one browser: that something changed, and nothing about what. However much happens
 * while nobody takes anything, at most one event and one beat wait, so that a slow line holds no memory.
 */
export class EventStream extends Readable {
  #waiting = ''
  #changed = false
  #beats = false
  #mayPush = false

  constructor() {
    super({ highWaterMark: 1 })
    this.#waiting = `retry: ${comesAgain}\n\n`
  }

  /** Says that something changed. */
  changed(): void {
    this.#changed = true
    this.#send()
  }

  /**
   * Says that the line is alive.
   * @returns whether somebody took the beat before this one: a line on which nobody does is dead
   */
  beat(): boolean {
    const taken = !this.#beats
    this.#beats = true
    this.#send()
    return taken
  }

  /** Ends it: the browser comes again. */
  end(): void {
    if (!this.destroyed && !this.readableEnded) this.push(null)
  }

  override _read(): void {
    this.#mayPush = true
    this.#send()
  }

  #send(): void {
    if (!this.#mayPush || this.destroyed) return
    const said = [this.#waiting, this.#changed ? 'data: changed\n\n' : '', this.#beats ? ':\n\n' : ''].join(
      '',
    )
    if (said === '') return
    this.#waiting = ''
    this.#changed = false
    this.#beats = false
    this.#mayPush = false
    this.push(said)
  }
}
