import { expect, test } from 'vitest'
import { languageName, offeredLanguages } from './languages.ts'

test('every language of the list has a name, in English and in Spanish', () => {
  for (const reader of ['en', 'es']) {
    expect(offeredLanguages.filter((tag) => languageName(tag, reader) === tag)).toEqual([])
  }
  expect(['kjb', 'mam', 'xtm', 'quc'].map((tag) => languageName(tag))).toEqual([
    'Q’anjob’al',
    'Mam',
    'Mixtec (Magdalena Peñasco)',
    'Kʼicheʼ',
  ])
  expect(languageName('xtm', 'es')).toBe('mixteco (Magdalena Peñasco)')
  // A tag nobody knows stays as it was typed.
  expect(languageName('qzz')).toBe('qzz')
})
