import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'

/** Passwords that were in a breach. */
export type Breached = { has(password: string): Promise<boolean>; close(): Promise<void> }

/** A line of the published file: the SHA-1 of a password in hex, and how often it was seen. */
const line = /^([0-9A-F]{40}):\d+$/
/** No line is longer, in bytes. */
const longestLine = 64
/** So much is read at once where the search has come close. */
const near = 4096
/** So many places are looked at when the file is opened. */
const samples = 64

/** The file says a password by SHA-1 alone; nothing is kept or proven by it here. */
const named = (password: string) => createHash('sha1').update(password).digest('hex').toUpperCase()

type Found = { hash: string; at: number }

/** A file of hashes in order, searched by halves: it is larger than memory. */
class Sorted {
  readonly #file: FileHandle
  readonly #path: string
  readonly size: number

  constructor(file: FileHandle, { path, size }: { path: string; size: number }) {
    this.#file = file
    this.#path = path
    this.size = size
  }

  async #text(from: number, bytes: number): Promise<string> {
    const { buffer, bytesRead } = await this.#file.read(Buffer.alloc(bytes), 0, bytes, from)
    return buffer.toString('latin1', 0, bytesRead)
  }

  /** @throws one sentence that names the file */
  refuse(): never {
    throw new Error(`${this.#path} is not a file of passwords by SHA-1, in order, as it is published`)
  }

  hashIn = (text: string): string => line.exec(text.trimEnd())?.[1] ?? this.refuse()

  /** The first line that begins behind a place; undefined where none does. */
  async after(place: number): Promise<Found | undefined> {
    const text = await this.#text(place, 2 * longestLine)
    const ends = text.indexOf('\n')
    // Without one this is the end of the last line, or of a line no such file has.
    if (place !== 0 && ends === -1) return text.length > longestLine ? this.refuse() : undefined
    const begins = place === 0 ? 0 : ends + 1
    const said = text.slice(begins).split('\n', 1)[0] ?? ''
    return said === '' ? undefined : { hash: this.hashIn(said), at: place + begins }
  }

  /** Whether a hash stands in it. Reads about thirty pieces of the largest file there is. */
  async has(wanted: string): Promise<boolean> {
    let [from, until] = [0, this.size]
    while (until - from > near) {
      const middle = from + Math.floor((until - from) / 2)
      const found = await this.after(middle)
      if (found === undefined || found.hash > wanted) until = Math.min(middle + longestLine, until)
      else from = found.at
    }
    const lines = (await this.#text(from, until - from + longestLine)).split('\n')
    return lines.some((said) => said.startsWith(`${wanted}:`))
  }

  close = () => this.#file.close()
}

/** Looks at some places of the file, so that one of another kind is known before anybody relies on it. */
async function refuseAnother(file: Sorted): Promise<void> {
  let before = ''
  for (let sample = 0; sample < samples; sample++) {
    const found = await file.after(Math.floor((file.size * sample) / samples))
    if (sample === 0 && found === undefined) file.refuse()
    if (found !== undefined && found.hash < before) file.refuse()
    before = found?.hash ?? before
  }
}

/**
 * Passwords of breaches in a file as Pwned Passwords publishes it, ordered by hash. It stays open: what is
 * put in its place is read from the next start on. Nobody elsewhere is told of a password.
 * @throws one sentence that names the file, when it is not there or of another kind
 */
export async function breachedIn(path: string): Promise<Breached> {
  const handle = await open(path, 'r').catch((cause: unknown) => {
    throw new Error(`THROUGHLINE_BREACHED_PASSWORDS: ${path} cannot be read`, { cause })
  })
  try {
    const file = new Sorted(handle, { path, size: (await handle.stat()).size })
    await refuseAnother(file)
    return { has: (password) => file.has(named(password)), close: file.close }
  } catch (error) {
    await handle.close()
    throw error
  }
}
