import { createHmac, randomBytes } from 'node:crypto'

/**
 * Codes of an authenticator app: TOTP (RFC 6238) with SHA-1, six digits and 30-second steps, as every app has
 * it.
 */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const stepSeconds = 30

export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const fives = bits.match(/.{1,5}/g) ?? []
  return fives.map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** A new shared secret of 160 bits, as apps take it: 32 letters and digits. */
export const newTotpSecret = (): string => toBase32(randomBytes(20))

/** The number of the 30-second step an instant lies in. */
export const stepAt = (at: Date): number => Math.floor(at.getTime() / 1000 / stepSeconds)

/** The code of one step (RFC 4226, section 5.3). */
export function codeOf(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = (digest.at(-1) as number) & 0xf
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The code an app shows at an instant. */
export const codeAt = (secret: string, at: Date): string => codeOf(secret, stepAt(at))

/**
 * The step a typed code belongs to: this one, or the one before or after it, for clocks that are a little
 * off.
 * @returns undefined when it belongs to none of them
 */
export function stepOf(secret: string, typed: string, at: Date): number | undefined {
  const code = typed.replace(/\s/g, '')
  const now = stepAt(at)
  return [now - 1, now, now + 1].find((step) => codeOf(secret, step) === code)
}

/** As much of a name as the picture has room for. */
const short = (name: string): string =>
  encodeURIComponent(name).length <= 100 ? name : short([...name].slice(0, -1).join(''))

/**
 * What the picture says and the link opens: an address authenticator apps know. What it leaves out are the
 * values every app assumes. An account's name that is very long is cut, so that the picture stays small.
 */
export function totpAddress({
  secret,
  issuer,
  account,
}: {
  secret: string
  issuer: string
  account: string
}): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(short(account))}`
  return `otpauth://totp/${label}?${new URLSearchParams({ secret, issuer })}`
}
