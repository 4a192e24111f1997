import { refusedWords, type RefusedCode, type refusedMessages } from './words.ts'

type Hole<M extends string> = M extends `${string}{${infer Name}}${infer Rest}` ? Name | Hole<Rest> : never
type Holes<C extends RefusedCode> = { readonly [K in Hole<(typeof refusedMessages)[C]>]: string | number }
type Given<C extends RefusedCode> = keyof Holes<C> extends never ? [] : [detail: Holes<C>]

/**
 * The whole roster is refused: nothing of it may be kept. The message is one or two plain sentences that say
 * what to do next; `detail` holds the file, line or limit it speaks of. Neither ever holds a person's data.
 */
export class RosterRefused extends Error {
  readonly code: RefusedCode
  readonly detail: Readonly<Record<string, string | number>>

  constructor(code: RefusedCode, message: string, detail: Readonly<Record<string, string | number>>) {
    super(message)
    this.name = 'RosterRefused'
    this.code = code
    this.detail = detail
  }
}

/** Makes the refusal for a code; a detail its sentence needs and does not get is a compile error. */
export function refused<C extends RefusedCode>(code: C, ...given: Given<C>): RosterRefused {
  const detail = (given[0] ?? {}) as Record<string, string | number>
  const say = refusedWords() as (key: RefusedCode, values: Record<string, string | number>) => string
  return new RosterRefused(code, say(code, detail), detail)
}

/** A size in words: 64 KB, 256 MB. */
export function sizeInWords(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB']
  const step = bytes < 1024 ? 0 : Math.min(3, Math.floor(Math.log2(bytes) / 10))
  return `${Math.round(bytes / 1024 ** step)} ${units[step]}`
}
