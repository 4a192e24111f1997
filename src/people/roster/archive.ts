import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, fromRandomAccessReaderPromise, type ZipFile } from 'yauzl'
import { filesByName, shown } from './archive-names.ts'
import { FileSlices } from './archive-slices.ts'
import type { RosterLimits } from './limits.ts'
import { refused, RosterRefused, sizeInWords } from './refused.ts'

/** A zip whose table of contents has been checked. Nothing is unpacked to disk, ever. */
export type Archive = {
  /** Plain file names, in the order of the zip. */
  readonly names: readonly string[]
  /**
   * Unpacks one file as it is read. Throws RosterRefused as soon as the file is not what the zip
   * declared.
   */
  read(name: string): AsyncGenerator<Buffer>
  /** Bytes of one file once it is unpacked, as the zip declares. */
  bytesOf(name: string): number
  close(): void
}

const storedOrDeflated = new Set([0, 8])

/**
 * Opens a zip and checks its whole table of contents before a byte is unpacked.
 *
 * @param source a path, or the bytes themselves
 * @throws RosterRefused for anything that is not one plain, bounded, unlocked zip
 */
export async function openArchive(source: string | Buffer, limits: RosterLimits): Promise<Archive> {
  const zip = await openZip(source, limits)
  try {
    const entries = await listEntries(zip, limits)
    const files = new Map<string, Entry>()
    for (const [name, index] of filesByName(entries.map((entry) => entry.fileName))) {
      files.set(name, entries[index] as Entry)
    }
    for (const [name, entry] of files) checkEntry(name, entry, limits)
    checkTogether([...files.values()], zip.fileSize, limits)
    return {
      names: [...files.keys()],
      read: (name) => unpack(zip, name, files.get(name)),
      bytesOf: (name) => files.get(name)?.uncompressedSize ?? 0,
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function openZip(source: string | Buffer, limits: RosterLimits): Promise<ZipFile> {
  const options = { autoClose: false, lazyEntries: true, strictFileNames: true, validateEntrySizes: true }
  const slices = typeof source === 'string' ? await FileSlices.open(source) : undefined
  const size = slices?.size ?? source.length
  try {
    if (size > limits.archiveBytes) {
      throw refused('archive_too_large', { limit: sizeInWords(limits.archiveBytes) })
    }
    if (size === 0) throw refused('not_a_zip')
    return slices === undefined
      ? await fromBufferPromise(source as Buffer, options)
      : await fromRandomAccessReaderPromise(slices, size, options)
  } catch (error) {
    slices?.close(() => {})
    throw error instanceof RosterRefused ? error : refused('not_a_zip')
  }
}

async function listEntries(zip: ZipFile, limits: RosterLimits): Promise<Entry[]> {
  if (zip.entryCount > limits.entries) throw refused('too_many_entries', { limit: limits.entries })
  const entries: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry)
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    if (/^(absolute path|invalid relative path|invalid characters)/.test(said)) throw refused('unsafe_name')
    if (said.includes('encryption')) throw refused('encrypted', { file: 'A file in the zip' })
    throw refused('damaged_archive')
  }
  return entries
}

function checkEntry(name: string, entry: Entry, limits: RosterLimits): void {
  const file = shown(name)
  if (entry.isEncrypted()) throw refused('encrypted', { file })
  if (!storedOrDeflated.has(entry.compressionMethod)) throw refused('unreadable_compression', { file })
  if (entry.uncompressedSize > limits.fileBytes) {
    throw refused('file_too_large', { file, limit: sizeInWords(limits.fileBytes) })
  }
  const { uncompressedSize, compressedSize } = entry
  if (uncompressedSize >= limits.ratioFromBytes && uncompressedSize > compressedSize * limits.ratio) {
    throw refused('packed_too_tightly', { file, ratio: limits.ratio })
  }
}

/**
 * The sum is bounded, and no two entries share bytes of the zip, which is how a small zip unpacks
 * without end.
 */
function checkTogether(entries: readonly Entry[], archiveBytes: number, limits: RosterLimits): void {
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (total > limits.totalBytes) throw refused('total_too_large', { limit: sizeInWords(limits.totalBytes) })

  const inPlace = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  inPlace.forEach((entry, index) => {
    const localHeaderBytes = 30
    const end =
      entry.relativeOffsetOfLocalHeader + localHeaderBytes + entry.fileNameLength + entry.compressedSize
    const next = inPlace[index + 1]?.relativeOffsetOfLocalHeader ?? archiveBytes
    if (end > next) throw refused('damaged_archive')
  })
}

async function* unpack(zip: ZipFile, name: string, entry: Entry | undefined): AsyncGenerator<Buffer> {
  if (entry === undefined) throw new Error('The archive was asked for a file it does not hold')
  const file = shown(name)
  let sum = 0
  const stream = await zip.openReadStreamPromise(entry).catch(() => {
    throw refused('damaged', { file })
  })
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum)
      yield chunk
    }
  } catch {
    // The generator resumes here only for errors of the stream: the reader of the chunks throws elsewhere.
    throw refused('damaged', { file })
  } finally {
    stream.destroy()
  }
  if (sum !== entry.crc32) throw refused('damaged', { file })
}
