import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { RandomAccessReader } from 'yauzl'

const pieceBytes = 64 * 1024
const outside = () => new Error('The zip points outside itself')

/**
 * Reads pieces of a zip on disk. Offsets inside a zip are the sender's, so each is held against the size of
 * the file before it reaches the system call: an impossible one would otherwise be thrown where nobody can
 * catch it.
 */
export class FileSlices extends RandomAccessReader {
  readonly #file: FileHandle
  readonly size: number

  constructor(file: FileHandle, size: number) {
    super()
    this.#file = file
    this.size = size
  }

  static async open(path: string): Promise<FileSlices> {
    const file = await open(path, 'r')
    const { size } = await file.stat()
    return new FileSlices(file, size)
  }

  override read(...given: Parameters<RandomAccessReader['read']>): void {
    const [buffer, offset, length, position, callback] = given
    const end = position + length
    if (!Number.isSafeInteger(end) || position < 0 || end > this.size) {
      setImmediate(callback, outside())
      return
    }
    const reading = this.#file.read(buffer, offset, length, position)
    // Outside the promise, so that an error in the library's callback is not mistaken for one of reading.
    reading.then(
      ({ bytesRead }) => setImmediate(callback, bytesRead < length ? outside() : null),
      (error: Error) => setImmediate(callback, error),
    )
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#pieces(start, end), { objectMode: false })
  }

  async *#pieces(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end; ) {
      const piece = Buffer.allocUnsafe(Math.min(pieceBytes, end - at))
      const { bytesRead } = await this.#file.read(piece, 0, piece.length, at)
      if (bytesRead === 0) throw outside()
      at += bytesRead
      yield piece.subarray(0, bytesRead)
    }
  }

  override close(callback: (error: Error | null) => void): void {
    this.#file.close().then(() => callback(null), callback)
  }
}
