import { describe, expect, test } from 'vitest'
import { languages } from '#platform/words.ts'
import { read } from '../../tools/source.ts'
import { calendarWords, planPageWords } from './plan-words.ts'

const vowels = /[aeiouy]+/g
/** Syllables of an English word, near enough: groups of vowels, without a silent e at the end. */
const syllables = (word: string) => Math.max(1, (word.replace(/e$/, '').match(vowels) ?? []).length)

/** The grade of the Flesch-Kincaid formula for English sentences. */
function grade(sentences: readonly string[]): number {
  const words = sentences.flatMap((sentence) => sentence.toLowerCase().match(/[a-z’]+/g) ?? [])
  const heard = words.reduce((sum, word) => sum + syllables(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (heard / words.length) - 15.59
}

const english = read('src/family/plan-words.ts').split('  es: {')[0] ?? ''
const keys = [...english.matchAll(/^ {4}'?([\w.]+)'?:/gm)].map(([, key]) => key as string)
const say = planPageWords('en') as (key: string, values: object) => string
const said = keys.map((key) =>
  say(key, { student: 'Sofia', name: 'Maya', minutes: 60, phone: '', school: 'school', day: 'May 5' }),
)
const sentences = said.flatMap((text) => text.split(/(?<=[.?!])\s+/)).filter((text) => /[a-z]/i.test(text))

describe('The words of a family’s plan', () => {
  test('are read at grade 6 or below', () => {
    expect(sentences.length).toBeGreaterThan(30)
    expect(grade(sentences)).toBeLessThanOrEqual(6)
    const hard = sentences.filter((sentence) => sentence.split(' ').length > 5 && grade([sentence]) > 9)
    expect(hard).toEqual([])
  })

  test('would be noticed if they were harder', () => {
    const bureau =
      'Notification regarding the authorization of individualized behavioral interventions is required.'
    expect(grade([bureau])).toBeGreaterThan(12)
  })

  test('blame nobody, and what goes into a calendar says no kind of help', () => {
    expect(said.join(' ')).not.toMatch(/non-compliant|failed|missed|must|refus/i)
    const kept = languages.map((language) => calendarWords(language)('summary'))
    expect(kept).toEqual(['Reminder', 'Recordatorio', 'تذكير'])
  })
})
