import { phone } from '#platform/given.ts'
import { textNumber } from '#platform/text-number.ts'

/**
 * A phone that takes texts: the code reaches them another way than the link, as nobody confirmed their
 * mailbox. A number of another country is written with +.
 */
export const mobilePhone = phone('Give their mobile phone').refine(
  (typed) => textNumber(typed, '1') !== undefined,
  'Give a mobile phone that takes texts, with its area code',
)
