import { createReadStream, read } from 'node:fs'
import { close, open, stat } from 'node:fs'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { RandomAccessReader } from 'yauzl'

/**
 * Reads pieces of a zip on disk. Offsets inside a zip are the sender's, so each is held against the size of the
 * file before it reaches the system call: an impossible one would otherwise be thrown where nobody can catch it.
 */
export class FileSlices extends RandomAccessReader {
  readonly #fd: number
  readonly size: number

  constructor(fd: number, size: number) {
    super()
    this.#fd = fd
    this.size = size
  }

  static async open(path: string): Promise<FileSlices> {
    const { size } = await promisify(stat)(path)
    return new FileSlices(await promisify(open)(path, 'r'), size)
  }

  #holds(start: number, end: number): boolean {
    return Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && start <= end && end <= this.size
  }

  // The signature is yauzl's, so it has as many parameters as that library asks for.
  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    const outside = new Error('The zip points outside itself')
    if (!this.#holds(position, position + length)) {
      setImmediate(callback, outside)
      return
    }
    read(this.#fd, buffer, offset, length, position, (error, count) =>
      callback(error ?? (count < length ? outside : null)))
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return createReadStream('', { fd: this.#fd, start, end: end - 1, autoClose: false })
  }

  override close(callback: (error: Error | null) => void): void {
    close(this.#fd, (error) => callback(error ?? null))
  }
}
