import type { NoticeCode, RefusalReason } from './words.ts'

/** One row, or one link in it, that was left out, and why. Never the value itself: it may be a person's. */
export type Refusal = {
  readonly file: string
  readonly line: number
  readonly reason: RefusalReason
  readonly column?: string
}

/** Something seen and left alone: a file, a column, a line of the manifest. */
export type Notice = {
  readonly file: string
  readonly code: NoticeCode
  readonly line?: number
  /** The column or manifest property; these are the sender's words, cut to 100 characters. */
  readonly name?: string
}

/** What reading found besides rows. Lists stop growing at a limit; the counts are always whole. */
export class Findings {
  readonly refusals: Refusal[] = []
  readonly notices: Notice[] = []
  readonly #counts = new Map<string, number>()
  readonly #kept: number
  #noticed = 0

  /** @param kept how many refusals, and how many notices, are kept in full */
  constructor(kept: number) {
    this.#kept = kept
  }

  refuse(refusal: Refusal): void {
    this.#counts.set(refusal.file, this.refusedIn(refusal.file) + 1)
    if (this.refusals.length < this.#kept) this.refusals.push(refusal)
  }

  notice(notice: Notice): void {
    this.#noticed += 1
    if (this.notices.length >= this.#kept) return
    this.notices.push(notice.name === undefined ? notice : { ...notice, name: notice.name.slice(0, 100) })
  }

  /** How many refusals one file had, including those no longer kept in full. */
  refusedIn(file: string): number {
    return this.#counts.get(file) ?? 0
  }

  /** How many refusals, and how many notices, there were in all. */
  get totals(): { readonly refusals: number; readonly notices: number } {
    let refusals = 0
    for (const count of this.#counts.values()) refusals += count
    return { refusals, notices: this.#noticed }
  }
}
