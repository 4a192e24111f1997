import { expect, test } from 'vitest'
import { nameWords, wordPairs } from './name-words.ts'

test('accents fold away, so that a name is found however it is typed', () => {
  expect(nameWords('Diego Núñez')).toEqual(['diego', 'nunez'])
  expect(nameWords('Hana Kovač', "O'Neil-Łuczak")).toEqual(['hana', 'kovac', 'o', 'neil', 'luczak'])
})

test('a name in another script keeps its letters, and no name is no words', () => {
  expect(nameWords('عمر يوسف')).toHaveLength(2)
  expect(nameWords(null, undefined, ' ')).toEqual([])
})

test('every two words of a name are a pair, in the order in which the database keeps them', () => {
  expect(wordPairs(['mariam'])).toEqual([])
  expect(wordPairs(nameWords('Mariam', 'Garcia López'))).toEqual([
    ['garcia', 'lopez'],
    ['garcia', 'mariam'],
    ['lopez', 'mariam'],
  ])
  // As JavaScript compares them the first of these letters is the lesser one, and by its bytes the greater.
  expect(wordPairs(['\u{1e922}', '\uffb1'])).toEqual([['\uffb1', '\u{1e922}']])
})
