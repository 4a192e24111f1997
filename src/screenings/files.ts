import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Files } from '#platform/http/screen.ts'
import type { InstrumentRead } from './instrument.ts'
import { readQuestionnaire } from './read-questionnaire.ts'
import { type Amiss, type AnswerFile, readCells } from './read-results.ts'
import { amissWords, instrumentFileWords, refusedWords } from './words.ts'

/** A file that can be read on: what it is, and the SHA-256 of its bytes in hex. */
export class FileRead<T> {
  readonly read: T
  readonly hash: string
  constructor(read: T, hash: string) {
    this.read = read
    this.hash = hash
  }
}
/** What is wrong with a file, in a sentence for whoever sent it. */
export class FileRefused {
  readonly says: string
  constructor(says: string) {
    this.says = says
  }
}

/** How many lines that are amiss are named: the rest are like them. */
const mostNamed = 8

/** What is said of a file of answers with lines that are amiss. */
export function amissSaid(amiss: readonly Amiss[]): string {
  const say = amissWords()
  const named = amiss.slice(0, mostNamed).map(({ line, why }) => `${line}: ${say(why)}`)
  return refusedWords()('lines', { lines: named.join(' '), more: amiss.length - named.length })
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** @param bytes undefined when the file was larger than a form may send */
export function readInstrumentFile(bytes: Uint8Array | undefined): FileRead<InstrumentRead> | FileRefused {
  if (bytes === undefined) return new FileRefused(instrumentFileWords()('too_large'))
  const read = readQuestionnaire(bytes)
  if ('amiss' in read) return new FileRefused(instrumentFileWords()(read.amiss))
  return new FileRead(read, hashOf(bytes))
}
/** @param bytes undefined when the file was larger than a form may send */
export function readAnswerFile(bytes: Uint8Array | undefined): FileRead<AnswerFile> | FileRefused {
  if (bytes === undefined) return new FileRefused(amissSaid([{ line: 1, why: 'too_long' }]))
  const read = readCells(bytes)
  return 'amiss' in read ? new FileRefused(amissSaid(read.amiss)) : new FileRead(read, hashOf(bytes))
}

const one = { field: 'file', most: 1 }
export const instrumentFiles: Files = {
  ...one,
  mostBytes: 1024 * 1024,
  read: async (bytes) => readInstrumentFile(bytes),
}
export const answerFiles: Files = {
  ...one,
  mostBytes: 4 * 1024 * 1024,
  read: async (bytes) => readAnswerFile(bytes),
}

const given = z.array(
  z.union([z.instanceof(FileRead), z.instanceof(FileRefused)], 'Choose a file'),
  'Choose a file',
)
const fileOf = <T>() =>
  given.transform(([file], context): FileRead<T> => {
    if (file instanceof FileRead) return file as FileRead<T>
    context.addIssue({ code: 'custom', message: file === undefined ? 'Choose a file' : file.says })
    return z.NEVER
  })
/** The one file of a form as an act is given it: read, and nothing in it amiss so far. */
export const instrumentFileGiven = fileOf<InstrumentRead>()
export const answerFileGiven = fileOf<AnswerFile>()
