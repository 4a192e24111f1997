import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Checklist } from './checklist.ts'
import { AnswersOfAnotherVersion, scoreAgain, scoreChecklist } from './checklist-rules.ts'
import { sampleChecklist } from './shipped-checklist.ts'
import type { Standard } from './standard.ts'

/** The answer at a place for every item that scores, and "no" to the safety questions. */
const answersAt = (place: number): Record<string, string> =>
  Object.fromEntries(
    sampleChecklist.items.map(({ code, answers }) => {
      const safe = answers.some((answer) => answer.immediate === true)
      return [code, answers[safe ? 0 : place]?.code ?? '']
    }),
  )

const anyAnswers = fc
  .tuple(
    ...sampleChecklist.items.map((item) => fc.option(fc.constantFrom(...item.answers), { nil: undefined })),
  )
  .map((chosen) =>
    Object.fromEntries(
      chosen.flatMap((answer, at) => {
        const item = sampleChecklist.items[at]
        return answer === undefined || item === undefined ? [] : [[item.code, answer.code]]
      }),
    ),
  )

describe('Scoring the checklist', () => {
  test.each([
    ['as usual throughout', 0, 0, 'a'],
    ['one step up throughout', 1, 6, 'b'],
    ['two steps up throughout', 2, 12, 'b'],
    ['the strongest answer throughout', 3, 18, 'c'],
  ])('%s leads to exactly one path', (_name, place, score, indicated) => {
    expect(scoreChecklist(sampleChecklist, answersAt(place))).toEqual({
      score,
      indicated,
      immediate: [],
      unanswered: [],
    })
  })

  test.each([
    ['one point below the second threshold', 'few', 5, 'a'],
    ['at the second threshold', 'several', 6, 'b'],
  ])('%s, the path is the one the threshold says', (_name, days_seen, score, indicated) => {
    const answers = {
      ...answersAt(0),
      days_seen,
      classwork: 'clearly',
      with_others: 'often_alone',
    }
    expect(scoreChecklist(sampleChecklist, answers)).toMatchObject({ score, indicated })
  })

  test.each(['words_about_harm', 'safety_now'])(
    'a yes or a not sure to %s indicates immediate risk at any score',
    (item) => {
      for (const answer of ['yes', 'not_sure']) {
        const result = scoreChecklist(sampleChecklist, { ...answersAt(0), [item]: answer })
        expect(result).toEqual({ score: 0, indicated: 'c', immediate: [item], unanswered: [] })
      }
      expect(scoreChecklist(sampleChecklist, { ...answersAt(0), [item]: 'no' }).indicated).toBe('a')
    },
  )

  test('unanswered items are named in the order they are asked', () => {
    const { days_seen, tried } = answersAt(1)
    expect(
      scoreChecklist(sampleChecklist, { days_seen: String(days_seen), tried: String(tried) }).unanswered,
    ).toEqual(['classwork', 'time_missed', 'with_others', 'settling', 'words_about_harm', 'safety_now'])
  })

  test('answering one more item can raise the path and never lowers it', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...sampleChecklist.items), fc.nat(), (answers, item, at) => {
        const without = Object.fromEntries(Object.entries(answers).filter(([code]) => code !== item.code))
        const answer = item.answers[at % item.answers.length]?.code ?? ''
        const before = scoreChecklist(sampleChecklist, without).indicated
        expect(scoreChecklist(sampleChecklist, { ...without, [item.code]: answer }).indicated >= before).toBe(
          true,
        )
      }),
    )
  })

  test('answers that this version does not have are refused, not scored as nothing', () => {
    expect(() => scoreChecklist(sampleChecklist, { days_seen: 'often' })).toThrow(AnswersOfAnotherVersion)
    expect(() => scoreChecklist(sampleChecklist, { mood: 'low' })).toThrow('no answer low to an item mood')
    expect(() => scoreChecklist(sampleChecklist, { constructor: 'name' })).toThrow(AnswersOfAnotherVersion)
  })
})

describe('Scoring a stored decision again', () => {
  const version = (number: number, thresholdB: number): Standard<'checklist'> => ({
    kind: 'checklist',
    version: number,
    inForceFrom: new Date(`2026-0${number}-01T00:00:00Z`),
    sample: true,
    body: {
      ...sampleChecklist,
      thresholds: [
        { atLeast: 0, path: 'a' },
        { atLeast: thresholdB, path: 'b' },
      ],
    },
  })
  const versions = [version(1, 6), version(2, 7)]
  const stored = { version: 1, answers: answersAt(1), score: 6, indicated: 'b' } as const

  test('the stored answers on the stored version give the stored path, whatever is in force since', () => {
    expect(scoreAgain(versions, stored)).toMatchObject({ indicated: 'b', score: 6, agrees: true })
    expect(scoreAgain(versions, { ...stored, version: 2 })).toMatchObject({ indicated: 'a', agrees: false })
  })

  test('a stored path or score that does not come out is told', () => {
    expect(scoreAgain(versions, { ...stored, indicated: 'a' }).agrees).toBe(false)
    expect(scoreAgain(versions, { ...stored, score: 5 }).agrees).toBe(false)
    expect(() => scoreAgain(versions, { ...stored, version: 3 })).toThrow('no checklist version 3')
  })
})

describe('A checklist a district writes', () => {
  const refusals = (change: Partial<Checklist>) =>
    Checklist.safeParse({ ...sampleChecklist, ...change }).error?.issues.map(({ message }) => message)
  const [first, ...others] = sampleChecklist.items

  test('the shipped sample is one it could write', () => {
    expect(refusals({})).toBeUndefined()
  })

  test('it says that it is not a diagnostic tool', () => {
    expect(refusals({ statement: 'A tool for schools.' })).toEqual(['Say that this is not a diagnostic tool'])
  })

  test('thresholds start at nothing and rise from path a to c, so that every score has one path', () => {
    const paths = (...thresholds: Checklist['thresholds']) => refusals({ thresholds })
    expect(paths({ atLeast: 1, path: 'a' }, { atLeast: 5, path: 'b' })).toEqual([
      'The first threshold starts at 0',
    ])
    expect(paths({ atLeast: 0, path: 'a' }, { atLeast: 0, path: 'b' })).toEqual([
      'Each threshold is higher than the one before',
    ])
    expect(paths({ atLeast: 0, path: 'b' }, { atLeast: 5, path: 'a' })).toEqual([
      'Thresholds go up from path a to path b, and may go on to path c',
    ])
    expect(paths({ atLeast: 0, path: 'a' }, { atLeast: 5, path: 'b' })).toBeUndefined()
  })

  test('an answer cannot take points away, and two cannot share a code', () => {
    const [one, two] = first?.answers ?? []
    if (first === undefined || one === undefined || two === undefined) throw new Error('The sample has items')
    expect(
      refusals({ items: [{ ...first, answers: [one, { ...two, points: -1 }] }, ...others] }),
    ).toHaveLength(1)
    expect(refusals({ items: [{ ...first, answers: [one, one] }, ...others] })).toEqual([
      'Two answers of days_seen share the code one',
    ])
    expect(refusals({ items: [first, first, ...others] })).toEqual(['Two items share the code days_seen'])
  })

  test('something in it always leads to immediate risk', () => {
    const without = sampleChecklist.items.filter(({ answers }) =>
      answers.every(({ immediate }) => immediate !== true),
    )
    expect(refusals({ items: without })).toEqual(['At least one answer indicates immediate risk'])
  })
})
