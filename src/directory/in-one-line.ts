import { type Payer, payers } from './partner.ts'
import { directoryWords } from './words.ts'

const said = directoryWords()

/** Labels read as one line: only the first keeps its capital. Not for names. */
export const inOneLine = ([first, ...rest]: readonly string[]): string =>
  [first, ...rest.map((label) => label.charAt(0).toLowerCase() + label.slice(1))].join(', ')

/** Who pays, in the order they are always said in: the name among them comes first and keeps its capital. */
export const payersInOneLine = (held: readonly Payer[]): string =>
  inOneLine(payers.filter((each) => held.includes(each)).map((each) => said(`payer_${each}`)))
