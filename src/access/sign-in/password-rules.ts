import { commonWords, walks } from './common-words.ts'
import { passwordLength } from './limits.ts'

/**
 * Why a password is not taken. There is no rule about kinds of characters: long and not guessed is enough.
 */
export type PasswordObstacle = RuleBroken | 'breached'
type RuleBroken = 'too_short' | 'too_long' | 'common' | 'about_you'

const swaps: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '+': 't',
}

/** Lower case, without accents: an accent makes a common word no rarer. */
const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const lettersOf = (text: string) => text.replace(/[^\p{L}]/gu, '')
const swapped = (text: string) => [...text].map((sign) => swaps[sign] ?? sign).join('')

/** The words a password may hide: without what stands around it, with the usual swaps of letters undone. */
function coresOf(password: string): string[] {
  const text = folded(password)
  const inside = text.replace(/^[^\p{L}]+|(?<![^\p{L}])[^\p{L}]+$/gu, '')
  const readings = [inside, swapped(inside), swapped(inside).replaceAll('i', 'l'), swapped(text)]
  return [...new Set([text, ...readings].map(lettersOf))].filter((core) => core !== '')
}

type Words = { has(word: string): boolean }

/** Whether a text is at most so many of the words and nothing else. */
function isMadeOf(text: string, words: Words, most: number): boolean {
  if (text === '') return true
  if (most === 0) return false
  for (let end = text.length; end > 0; end--) {
    if (words.has(text.slice(0, end)) && isMadeOf(text.slice(end), words, most - 1)) return true
  }
  return false
}

const shortest = 3
const reversed = walks.map((walk) => [...walk].reverse().join(''))
const isStretch = (piece: string) =>
  [...walks, ...reversed].some((walk) => walk.includes(piece)) || new Set(piece).size === 1

/** Whether fingers only walked over the keyboard: at most four stretches, each of three keys or more. */
function isWalk(text: string, most = 4): boolean {
  if (text === '') return true
  if (most === 0 || text.length < shortest) return false
  for (let end = text.length; end >= shortest; end--) {
    if (isStretch(text.slice(0, end)) && isWalk(text.slice(end), most - 1)) return true
  }
  return false
}

const repeats = /^(.{1,4})\1+.?$/u
/** What a text says over and over, or all of it. */
const unitOf = (text: string) => text.slice(0, (text + text).indexOf(text, 1))
const isDate = (text: string) => /^(?:(?:19|20)\d{6}|\d{4}(?:19|20)\d{2})$/.test(text.replace(/[-./ ]/g, ''))

function isCommon(password: string): boolean {
  const text = folded(password)
  const bare = text.replace(/(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/u, '')
  if (repeats.test(text) || isDate(text) || (bare !== '' && isWalk(bare)) || isWalk(text)) return true
  const isWord = (core: string) => isMadeOf(core, commonWords, 2) || isMadeOf(unitOf(core), commonWords, 2)
  return coresOf(password).some(isWord)
}

/** The words of names and addresses, as long as a guess would be made of them. */
const wordsIn = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => folded(text).split(/[^\p{L}]+/u)).filter((word) => word.length >= shortest))

function isAbout(password: string, about: readonly string[]): boolean {
  const own = wordsIn(['throughline', 'through line', ...about])
  const words: Words = { has: (word) => own.has(word) || commonWords.has(word) }
  const names = (core: string) => [...own].some((word) => core.includes(word))
  return coresOf(password).some((core) => names(core) && isMadeOf(core, words, 4))
}

/**
 * Every reason a new password is not taken, the first to fix first.
 * @param about names and addresses that would be guessed: the person, the district, the mail address
 * @param alone whether nothing else stands between the password and the account
 */
export function obstaclesToPassword(
  password: string,
  { about, alone }: { about: readonly string[]; alone: boolean },
): RuleBroken[] {
  const length = [...password.normalize('NFKC')].length
  const obstacles: Record<RuleBroken, boolean> = {
    too_short: length < (alone ? passwordLength.alone : passwordLength.withSecondStep),
    too_long: length > passwordLength.most,
    common: length <= passwordLength.most && isCommon(password),
    about_you: length <= passwordLength.most && isAbout(password, about),
  }
  return (Object.keys(obstacles) as RuleBroken[]).filter((name) => obstacles[name])
}
