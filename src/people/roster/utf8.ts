import { isUtf8 } from 'node:buffer'
import type { RosterLimits } from './limits.ts'
import { refused, sizeInWords } from './refused.ts'

const lineFeed = 0x0a
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf])

/** How many bytes a UTF-8 character takes, by its first byte; 1 for a byte that cannot begin one. */
const characterBytes = (first: number): number => (first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4)

/** How much of the bytes ends with a whole character; the rest waits for what follows. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] as number
    if (byte >= 0xc0) return characterBytes(byte) > back ? bytes.length - back : bytes.length
    if (byte < 0x80) return bytes.length
  }
  return bytes.length
}

/** The first byte that is not UTF-8, or is zero, which no text holds. Undefined when every byte is right. */
function firstWrongByte(bytes: Buffer): number | undefined {
  if (bytes.indexOf(0) === -1 && isUtf8(bytes)) return undefined
  for (let at = 0; at < bytes.length; ) {
    const length = characterBytes(bytes[at] as number)
    if (bytes[at] === 0 || !isUtf8(bytes.subarray(at, at + length))) return at
    at += length
  }
  return undefined
}

const looksLikeUtf16 = (start: Buffer): boolean =>
  (start[0] === 0xff && start[1] === 0xfe) ||
  (start[0] === 0xfe && start[1] === 0xff) ||
  start.indexOf(0) !== -1

/** Keeps a single line, and so whatever waits for its end, from growing without bound. */
function lineGuard(file: string, limits: RosterLimits): (bytes: Buffer) => void {
  let line = 1
  let open = 0
  return (bytes) => {
    for (let from = 0; from < bytes.length; ) {
      const feed = bytes.indexOf(lineFeed, from)
      open += (feed === -1 ? bytes.length : feed) - from
      if (open > limits.recordBytes) {
        throw refused('cell_too_long', { file, line, limit: sizeInWords(limits.recordBytes) })
      }
      if (feed === -1) return
      line += 1
      open = 0
      from = feed + 1
    }
  }
}

/**
 * Passes text through once it is known to be UTF-8 with lines of bounded length. A byte order mark is
 * dropped.
 *
 * @throws RosterRefused naming the file and the offset, from 0, of the first byte that is not UTF-8
 */
export async function* utf8Text(
  file: string,
  chunks: AsyncIterable<Buffer>,
  limits: RosterLimits,
): AsyncGenerator<Buffer> {
  const guardLines = lineGuard(file, limits)
  let offset = 0
  let waiting: Buffer = Buffer.alloc(0)
  const checked = (bytes: Buffer): Buffer => {
    const wrong = firstWrongByte(bytes)
    if (wrong !== undefined) {
      const utf16 = offset === 0 && looksLikeUtf16(bytes.subarray(0, 4))
      throw refused(utf16 ? 'utf16' : 'not_utf8', { file, byte: offset + wrong })
    }
    guardLines(bytes)
    const marked = offset === 0 && bytes.subarray(0, 3).equals(byteOrderMark)
    offset += bytes.length
    return marked ? bytes.subarray(3) : bytes
  }

  for await (const chunk of chunks) {
    const bytes = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk])
    // The first bytes are looked at together, however small the pieces: a mark or UTF-16 shows in the
    // first four.
    const whole = offset === 0 && bytes.length < 4 ? 0 : wholeCharacters(bytes)
    waiting = bytes.subarray(whole)
    if (whole > 0) yield checked(bytes.subarray(0, whole))
  }
  if (waiting.length > 0) yield checked(waiting)
}
