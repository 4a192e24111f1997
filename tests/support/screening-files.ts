import { FileRead, readAnswerFile, readInstrumentFile } from '#screenings/files.ts'
import type { InstrumentRead } from '#screenings/instrument.ts'
import type { AnswerFile } from '#screenings/read-results.ts'
import { bytesOf, sampleQuestionnaire } from '#screenings/sample-for-specs.ts'

/** A student by an id, a day, and the answers to the four questions with a blank between. */
export type AnswerLine = readonly [student: string, on: string, answers: string]

/** The text of a file of answers to our sample instrument. */
export const answerText = (lines: readonly AnswerLine[]): string =>
  [
    'student,date,d1,d2,d3,d4',
    ...lines.map(([student, on, answers]) => [student, on, ...answers.split(' ')].join(',')),
  ].join('\n')

function mustBeRead<T>(read: FileRead<T> | { says: string }): FileRead<T> {
  if (read instanceof FileRead) return read
  throw new Error(read.says)
}
/** A file of answers as an act is given it. */
export const answerFileOf = (lines: readonly AnswerLine[]): FileRead<AnswerFile> =>
  mustBeRead(readAnswerFile(bytesOf(answerText(lines))))
/** Our sample instrument as an act is given it. */
export const sampleInstrument = (change: object = {}): FileRead<InstrumentRead> =>
  mustBeRead(readInstrumentFile(bytesOf({ ...sampleQuestionnaire, ...change })))
