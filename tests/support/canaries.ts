import { cast, type Member } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'

const everybody: readonly Member[] = Object.values(cast)
const staffNames = everybody.filter(({ student }) => student === undefined).map(({ name }) => name)

/** What only the records of students and their families say: names and phone numbers. */
const canaries = Object.values(families).flatMap(({ given, family, caregivers }) => [
  `${given} ${family}`,
  ...(staffNames.some((name) => name.includes(given)) ? [] : [given]),
  ...caregivers.flatMap(({ name, phone }) => [name, phone]),
])
const word = (canary: string) => new RegExp(`(?<!\\p{L})${canary.replaceAll('+', '\\+')}(?!\\p{L})`, 'u')
const sought = canaries.filter((canary) => canary !== undefined).map(word)

/** What a text says of students and their families, but for what was typed into the address itself. */
export const personalIn = (text: string, typed = ''): string[] =>
  sought
    .filter((canary) => canary.test(text) && !canary.test(typed))
    .map((canary) => canary.exec(text)?.[0] ?? '')
