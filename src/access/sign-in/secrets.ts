import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/**
 * One key for each purpose, all made from the installation's secret: a leaked database opens nothing by
 * itself.
 */
export type Keys = {
  form: Buffer
  browser: Buffer
  throttle: Buffer
  asking: Buffer
  recovery: Buffer
  challenge: Buffer
  seal: Buffer
  accounts: string
}

export function keysFrom(secret: string): Keys {
  const key = (purpose: string) => createHmac('sha256', secret).update(`sign-in ${purpose}`).digest()
  return {
    form: key('form'),
    browser: key('browser'),
    throttle: key('throttle'),
    asking: key('asking'),
    recovery: key('recovery'),
    challenge: key('challenge'),
    seal: key('seal'),
    accounts: key('accounts').toString('base64url'),
  }
}

/** 256 random bits for a cookie or a link, in 43 characters. */
export const newToken = (): string => randomBytes(32).toString('base64url')

const tokenShape = /^[\w-]{43}$/

/** Whether a text could be a token of ours. */
export const isToken = (text: string): boolean => tokenShape.test(text)

/** What is kept of a token: it has full entropy, so one SHA-256 is enough. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** A keyed hash, for what is short enough to be guessed. */
export const keyedHash = (key: Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest()

/** A mark only we can make, for cookies and forms. */
export const mark = (key: Buffer, text: string): string => keyedHash(key, text).toString('base64url')

/** Whether a mark is ours, in the same time for every wrong one. */
export function isMark(key: Buffer, text: string, given: string | undefined): boolean {
  if (given === undefined) return false
  const wanted = Buffer.from(mark(key, text))
  const found = Buffer.from(given)
  return wanted.length === found.length && timingSafeEqual(wanted, found)
}

/** Encrypts for one place (AES-256-GCM): moved to another row it does not open. */
export function seal(key: Buffer, text: string, place: string): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

/** @throws when it was sealed with another key, for another place, or was changed */
export function unseal(key: Buffer, sealed: Buffer, place: string): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
}
