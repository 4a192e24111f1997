import { expect, test } from 'vitest'
import { refused, RosterRefused, sizeInWords } from './refused.ts'
import { noticeMessages, reasonMessages, refusedMessages } from './words.ts'

const sentences = [refusedMessages, reasonMessages, noticeMessages].flatMap((messages) =>
  Object.values(messages),
)

test('every sentence about a roster is plain: it ends, it does not shout, and it blames nobody', () => {
  expect(sentences.length).toBeGreaterThan(50)
  for (const sentence of sentences) {
    expect(sentence).toMatch(/^(?:[A-Z{]|manifest\.csv ).*\.$/)
    expect(sentence).not.toMatch(/!|please|\bfail|\binvalid|\billegal|you must|\u2014/i)
  }
})

test('a refusal fills its sentence with what it speaks of', () => {
  const refusal = refused('not_utf8', { file: 'users.csv', byte: 1234567 })
  expect(refusal).toBeInstanceOf(RosterRefused)
  expect(refusal.message).toBe(
    'users.csv is not UTF-8 text (byte 1234567). Save it as "CSV UTF-8" and send it again.',
  )
  expect(refused('manifest_missing').message).not.toContain('{')
})

test('sizes are said in the unit that fits', () => {
  expect([500, 65_536, 256 * 1024 ** 2, 2 * 1024 ** 3].map(sizeInWords)).toEqual([
    '500 bytes',
    '64 KB',
    '256 MB',
    '2 GB',
  ])
})

test('a sentence without its details does not compile', () => {
  // @ts-expect-error the sentence names a file
  expect(() => refused('not_utf8', { byte: 1 })).toThrow()
  // @ts-expect-error there is no such sentence
  expect(() => refused('not_utf9')).toThrow()
})
