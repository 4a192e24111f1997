import { randomInt } from 'node:crypto'
import { keyedHash } from './secrets.ts'

/** Letters and digits that are not mistaken for one another on paper. */
const alphabet = 'abcdefghjkmnpqrstvwxyz23456789'
const groups = 3
const letters = 4

export const howMany = 10

const group = () => Array.from({ length: letters }, () => alphabet[randomInt(alphabet.length)]).join('')

/** Ten codes of about 59 bits each, like `k4mn-8tqa-w2cd`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: howMany }, () => Array.from({ length: groups }, group).join('-'))

/** What is kept of a code. Blanks, hyphens and capitals a person types make no difference. */
export const recoveryHash = (key: Buffer, { loginId, code }: { loginId: string; code: string }): Buffer =>
  keyedHash(key, `${loginId} ${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`)
