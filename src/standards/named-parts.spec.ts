import { expect, test } from 'vitest'
import { at, namedPath, withAt } from './named-parts.ts'

const coded = { rows: ['a', 'b', 'c', 'd'].map((code) => ({ code, text: `Text of ${code}` })) }
/** The same rows without codes: what is named by place. */
const placed = { rows: coded.rows.map(({ text }) => ({ text })) }

type List = { rows: readonly { text: string }[] }
/** Words typed for the third row, and the rows they stand in once somebody took the second out. */
function landing(before: List): string[] {
  const third = namedPath(before, ['rows', 2, 'text'])
  const after = { rows: before.rows.filter((_, place) => place !== 1) }
  const typed = withAt(after, third, 'Typed for the third') as List
  return typed.rows.flatMap(({ text }, place) =>
    text === 'Typed for the third' ? [after.rows[place]?.text ?? ''] : [],
  )
}

test('words stay in their row when a row before it goes, because a row is named by its code', () => {
  expect(namedPath(coded, ['rows', 2, 'text'])).toBe('rows.c.text')
  expect(landing(coded)).toEqual(['Text of c'])
  expect(at({ rows: coded.rows.filter(({ code }) => code !== 'c') }, 'rows.c')).toBeUndefined()
})

test('named by place they land in the neighbour’s, which is what is guarded against', () => {
  expect(namedPath(placed, ['rows', 2, 'text'])).toBe('rows.2.text')
  expect(landing(placed)).toEqual(['Text of d'])
})

test('a threshold is named by the path it leads to, and nothing else is touched', () => {
  const list = {
    title: 'One',
    thresholds: [
      { atLeast: 0, path: 'a' },
      { atLeast: 4, path: 'b' },
    ],
  }
  expect(withAt(list, 'thresholds.b.atLeast', 6)).toEqual({
    title: 'One',
    thresholds: [
      { atLeast: 0, path: 'a' },
      { atLeast: 6, path: 'b' },
    ],
  })
  expect(at(list, 'constructor')).toBeUndefined()
})
