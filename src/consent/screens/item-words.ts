import { accountingWords } from '../accounting-words.ts'
import { consentWords } from '../words.ts'

const say = accountingWords()
const said = consentWords()

/** The word of the accounting for a code, or another where it has none. */
export const wordOr = (key: string, other: string) => (say.has(key) ? say(key as 'item.appearance') : other)

/** What crossed, in words: an item a family allows, or one that only an emergency tells. */
export const item = (code: string) =>
  said.has(`item.${code}`) ? said(`item.${code}` as 'item.identity') : wordOr(`item.${code}`, code)
