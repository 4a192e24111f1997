import { randomBytes, randomInt } from 'node:crypto'

const letters = 'abcdefghijklmnopqrstuvwxyz'
const length = 12
/** A word of ours in any text, in whatever case, and a number as somebody would call it. */
const sought = /zq[a-z]{12}|997\d{7}/gi

/** Words that stand nowhere else and nobody can guess: each says where it was planted, and of whom. */
export class Markers<Planted> {
  readonly #planted = new Map<string, Planted>()

  get size(): number {
    return this.#planted.size
  }

  [Symbol.iterator](): IterableIterator<[string, Planted]> {
    return this.#planted.entries()
  }

  /** A word of letters alone: no escaping changes it, and a name may be made of it. */
  word(planted: Planted): string {
    const word = `zq${[...randomBytes(length)].map((byte) => letters[byte % letters.length]).join('')}`
    this.#planted.set(word, planted)
    return `Z${word.slice(1)}`
  }

  /** A number to call, of digits alone. */
  number(planted: Planted): string {
    const number = `997${String(randomInt(10_000_000)).padStart(7, '0')}`
    if (this.#planted.has(number)) return this.number(planted)
    this.#planted.set(number, planted)
    return number
  }

  of(word: string): Planted | undefined {
    return this.#planted.get(word.toLowerCase())
  }

  /** Every word of ours in a text, as it stands there and in what the text spells in another way. */
  in(text: string): Set<string> {
    const found = new Set<string>()
    for (const spelled of [text, ...respelled(text)])
      for (const [word] of spelled.matchAll(sought)) {
        const known = word.toLowerCase()
        if (this.#planted.has(known)) found.add(known)
      }
    return found
  }
}

const decoded = /%(?:[0-9a-f]{2})|&#x?[0-9a-f]+;|\\u[0-9a-f]{4}|=[0-9A-F]{2}/i
/** A letter that was written as its number: in an address, in markup, in JSON, in what was mailed. */
const numbered = /%([0-9a-f]{2})|&#x([0-9a-f]+);|&#(\d+);|\\u([0-9a-f]{4})|=([0-9A-F]{2})/gi
const ofCode = (code: number) => (code < 0x110000 ? String.fromCodePoint(code) : '')

const inBase64 = /[A-Za-z0-9+/_-]{16,}/g

/** What runs of base64 say, wherever in a run a text begins. */
function* unpacked(text: string): Generator<string> {
  for (const [run] of text.matchAll(inBase64))
    for (const from of [0, 1, 2, 3]) yield Buffer.from(run.slice(from), 'base64').toString('latin1')
}

const inHex = /(?:[0-9a-f]{2}){14,}/gi

/** A text as it reads where its letters were written otherwise. */
function* respelled(text: string): Generator<string> {
  if (decoded.test(text))
    yield text.replaceAll(
      numbered,
      (_, percent?: string, hex?: string, decimal?: string, unit?: string, quoted?: string) =>
        ofCode(
          decimal === undefined ? parseInt(percent ?? hex ?? unit ?? quoted ?? '', 16) : Number(decimal),
        ),
    )
  yield* unpacked(text)
  for (const [run] of text.matchAll(inHex)) yield Buffer.from(run, 'hex').toString('latin1')
}
