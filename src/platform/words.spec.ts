import { expect, test } from 'vitest'
import { catalog, familyCatalog } from './words.ts'

const words = familyCatalog({
  en: {
    bring: 'What to bring',
    owed: 'You owe {count, plural, one {# promise} other {# promises}} to {name}.',
  },
  es: {
    bring: 'Qué traer',
    owed: 'Debe {count, plural, one {# promesa} other {# promesas}} a {name}.',
  },
})

test('a message is said in the language asked for, with its plural', () => {
  expect(words('en')('owed', { count: 1, name: 'Sofia' })).toBe('You owe 1 promise to Sofia.')
  expect(words('es')('owed', { count: 2, name: 'Sofia' })).toBe('Debe 2 promesas a Sofia.')
})

test('a staff catalog answers in English whatever language is asked for', () => {
  expect(catalog({ en: { back: 'Back' } })('es')('back')).toBe('Back')
})

test('a code from data can be asked about before it is said', () => {
  expect(words().has('bring')).toBe(true)
  expect(words().has('toString')).toBe(false)
})

const t = words('en')
// @ts-expect-error a key that nobody wrote does not compile
const unknownKey = () => t('brng')
// @ts-expect-error a message without its values does not compile
const missingValues = () => t('owed', { count: 1 })
// @ts-expect-error a family catalog without Spanish does not compile
const noSpanish = () => familyCatalog({ en: { back: 'Back' } })

test('an unknown key is an error, not an empty word', () => {
  expect(unknownKey).toThrow('No message brng')
  expect(missingValues).toThrow()
  expect(noSpanish).not.toThrow()
})
