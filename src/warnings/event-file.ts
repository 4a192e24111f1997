import { createHash } from 'node:crypto'
import { readFile, type FileRead } from './read-file.ts'
import { z } from 'zod'
import type { Files } from '#platform/http/screen.ts'
import { amissWords, refusedWords } from './words.ts'

/** A file that was read whole, and nothing in it was amiss. */
export class EventFile {
  readonly read: FileRead
  /** SHA-256 of its bytes, in hex. */
  readonly hash: string

  constructor(read: FileRead, hash: string) {
    this.read = read
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

/**
 * Reads what was uploaded.
 * @param bytes undefined when the file was larger than a form may send
 */
export function readEventFile(bytes: Uint8Array | undefined): EventFile | FileRefused {
  const say = amissWords()
  if (bytes === undefined) return new FileRefused(say('too_long'))
  const read = readFile(bytes)
  if (!('amiss' in read)) return new EventFile(read, createHash('sha256').update(bytes).digest('hex'))
  const named = read.amiss.slice(0, mostNamed).map(({ line, why }) => `${line}: ${say(why)}`)
  const more = read.amiss.length - named.length
  return new FileRefused(refusedWords()('lines', { lines: named.join(' '), more }))
}

/** The one file of the form. */
export const eventFiles: Files = {
  field: 'file',
  most: 1,
  mostBytes: 4 * 1024 * 1024,
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
