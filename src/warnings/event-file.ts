import { createHash } from 'node:crypto'
import { readEdfi } from './read-edfi.ts'
import { type FileRead, readFile } from './read-file.ts'
import { z } from 'zod'
import type { Files } from '#platform/http/screen.ts'
import { amissWords, refusedWords } from './words.ts'

/** A file that was read whole, and nothing in it was amiss. */
export class EventFile {
  /** What stands in it, kind by kind. */
  readonly reads: readonly FileRead[]
  /** SHA-256 of its bytes, in hex. */
  readonly hash: string

  constructor(reads: readonly FileRead[], hash: string) {
    this.reads = reads
    this.hash = hash
  }
}

/** How many lines that are amiss are named: the rest are like them. */
const mostNamed = 8

/** What is wrong with a file, in a sentence for whoever sent it. */
export class FileRefused {
  readonly says: string
  constructor(says: string) {
    this.says = says
  }
}

/** Whether a file is XML: nothing else begins with its sign. */
const isXml = (bytes: Uint8Array) => /^\uFEFF?\s*</.test(new TextDecoder().decode(bytes.subarray(0, 200)))

function readEither(bytes: Uint8Array): ReturnType<typeof readEdfi> {
  if (isXml(bytes)) return readEdfi(bytes)
  const read = readFile(bytes)
  return 'amiss' in read ? read : [read]
}

/**
 * Reads what was uploaded: CSV with the columns of one kind, or an Ed-Fi interchange in XML.
 * @param bytes undefined when the file was larger than a form may send
 */
export function readEventFile(bytes: Uint8Array | undefined): EventFile | FileRefused {
  const say = amissWords()
  if (bytes === undefined) return new FileRefused(say('too_long'))
  const read = readEither(bytes)
  if (!('amiss' in read)) return new EventFile(read, createHash('sha256').update(bytes).digest('hex'))
  const named = read.amiss.slice(0, mostNamed).map(({ line, why }) => `${line}: ${say(why)}`)
  const more = read.amiss.length - named.length
  return new FileRefused(refusedWords()('lines', { lines: named.join(' '), more }))
}

/** The one file of the form. */
export const eventFiles: Files = {
  field: 'file',
  most: 1,
  mostBytes: 16 * 1024 * 1024,
  read: async (bytes) => readEventFile(bytes),
}

/** The file as the act is given it: read whole, and nothing in it amiss. */
export const eventFileGiven = z
  .array(z.union([z.instanceof(EventFile), z.instanceof(FileRefused)], 'Choose a file'), 'Choose a file')
  .transform(([file], given) => {
    if (file instanceof EventFile) return file
    given.addIssue({ code: 'custom', message: file === undefined ? 'Choose a file' : file.says })
    return z.NEVER
  })
