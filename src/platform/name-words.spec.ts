import { expect, test } from 'vitest'
import { nameWords } from './name-words.ts'

test('accents fold away, so that a name is found however it is typed', () => {
  expect(nameWords('Diego Núñez')).toEqual(['diego', 'nunez'])
  expect(nameWords('Hana Kovač', "O'Neil-Łuczak")).toEqual(['hana', 'kovac', 'o', 'neil', 'luczak'])
})

test('a name in another script keeps its letters, and no name is no words', () => {
  expect(nameWords('عمر يوسف')).toHaveLength(2)
  expect(nameWords(null, undefined, ' ')).toEqual([])
})
