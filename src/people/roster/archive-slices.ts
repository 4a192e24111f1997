import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { RandomAccessReader } from 'yauzl'

const pieceBytes = 64 * 1024
const outside = () => new Error('The zip points outside itself')

/**
 * Reads pieces of a zip on disk. Offsets inside a zip are the sender's. The library's own reader throws at an
 * impossible one where nobody can catch it; a file handle answers it as a rejection, like any other error.
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
