import { describe, expect, test } from 'vitest'
import {
  readMentions,
  readRecordings,
  readTraceWords,
  recordingsIn,
  traceWordsIn,
} from '../../tools/draw/trail.ts'

const placed = ({ file, line }: { file: string; line: number }) => `${file}:${line}`

type Recorded = ReturnType<typeof readRecordings>[number]
type Worded = ReturnType<typeof readTraceWords>[number]

/** Names that are recorded and stand in no catalogue. */
function unworded(recorded: readonly Recorded[], worded: readonly Worded[]): string[] {
  const known = new Set(worded.map(({ name }) => name))
  return recorded
    .filter(({ name }) => name !== undefined && !known.has(name))
    .map(({ name, file }) => `${name} in ${file}`)
}

/** Names of a catalogue that nothing records. */
const idle = (worded: readonly Worded[], mentioned: { has(name: string): boolean }): string[] =>
  worded.filter(({ name }) => !mentioned.has(name)).map(({ name, file }) => `${name} in ${file}`)

describe('Names of traces', () => {
  test('every name that is recorded can be read in a place where it is recorded', () => {
    expect(
      readRecordings()
        .filter(({ name }) => name === undefined)
        .map(placed),
    ).toEqual([])
  })

  test('every name that is recorded stands in the catalogue of its module, in words', () => {
    expect(unworded(readRecordings(), readTraceWords())).toEqual([])
  })

  test('every name in a catalogue is recorded somewhere', () => {
    const mentioned = readMentions()
    expect(idle(readTraceWords(), mentioned)).toEqual([])
    expect(mentioned.has('concern.triaged')).toBe(true)
    expect(mentioned.has('concern.forgotten')).toBe(false)
  })

  test('a name is noun.past, and stands in one catalogue', () => {
    const names = readTraceWords().map(({ name }) => name)
    expect(names.length).toBeGreaterThan(20)
    expect(names.filter((name) => !/^[a-z_]+\.[a-z_]+$/.test(name))).toEqual([])
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
})

describe('A name on one side only', () => {
  const recorded = recordingsIn('src/a/close.ts', `unit.record('a.closed', subject)`)
  const worded = traceWordsIn(
    'src/a/words.ts',
    `export const traceWords = catalog({ en: { 'a.opened': 'Opened' } })`,
  )

  test('is found: recorded without words, and worded without being recorded', () => {
    expect(unworded(recorded, worded)).toEqual(['a.closed in src/a/close.ts'])
    expect(idle(worded, new Set(['a.closed']))).toEqual(['a.opened in src/a/words.ts'])
  })
})

describe('The reader of names', () => {
  const names = (text: string) => recordingsIn('src/a.ts', text).map(({ name }) => name)

  test('finds a recording however it is written, and one whose name it cannot read', () => {
    expect(names(`unit.record('a.opened', subject)`)).toEqual(['a.opened'])
    expect(names(`this.unit.record(x ? 'a.opened' : ('a.closed'), subject)`)).toEqual([
      'a.opened',
      'a.closed',
    ])
    expect(names('unit.record(name, subject)')).toEqual([undefined])
    expect(names('unit.record(`a.${what}`, subject)')).toEqual([undefined])
  })

  test('reads a name from a table, from the type of a parameter, and from a trace written without an act', () => {
    const table = `const traces = { yes: 'a.opened', no: 'a.closed' } as const; unit.record(traces[answer], subject)`
    expect(names(table)).toEqual(['a.opened', 'a.closed'])
    expect(
      names(`function f(unit: Unit, said: 'a.opened' | 'a.closed') { unit.record(said, subject) }`),
    ).toEqual(['a.opened', 'a.closed'])
    expect(names(`const f = ({ name }: { name: 'a.opened' }) => unit.record(name, subject)`)).toEqual([
      'a.opened',
    ])
    expect(names(`writeTraces(tx, by, [{ kind: 'sign_in', name: 'session.opened', subject }])`)).toEqual([
      'session.opened',
    ])
  })

  test('leaves alone what only looks like one', () => {
    expect(names('z.record(z.string(), z.number())')).toEqual([])
    expect(names(`// unit.record('a.opened', subject)`)).toEqual([])
  })

  test('reads the English of a catalogue', () => {
    const text = `export const traceWords = catalog({ en: { 'a.opened': 'Opened', 'a.closed': 'Closed' }, es: { 'a.x': 'X' } })
      export const otherWords = catalog({ en: { 'b.x': 'X' } })`
    expect(traceWordsIn('src/a/words.ts', text).map(({ name, says }) => `${name} ${says}`)).toEqual([
      'a.opened Opened',
      'a.closed Closed',
    ])
  })
})
