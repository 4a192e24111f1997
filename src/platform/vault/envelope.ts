import { createCipheriv, createDecipheriv, randomBytes, randomFillSync } from 'node:crypto'
import { parse, stringify } from './uuid-bytes.ts'

/**
 * What is sealed looks like this: version, id of the key, nonce, what was sealed, tag. It says by itself
 * which key opens it, and opens only where it was put: the place is authenticated and stands nowhere inside.
 */
export type Place = { table: string; column: string; row: string; districtId: string }

/** A key that seals texts, of 256 bits, and the id it is found by. */
export type Key = { id: string; bytes: Buffer }

/** Begins every sealed text. The number is the version of this format. */
export const prefix = 's1.'

const version = 1
const idBytes = 16
const nonceBytes = 12
const tagBytes = 16
const overhead = 1 + idBytes + nonceBytes + tagBytes
/** Base64url of the overhead and of at least nothing. */
const form = new RegExp(`^s1\\.[A-Za-z0-9_-]{${Math.ceil((overhead * 4) / 3)},}$`)

export const keyBytes = 32
export const newKeyBytes = (): Buffer => randomBytes(keyBytes)

const bound = ({ table, column, row, districtId }: Place) =>
  Buffer.from([version, table, column, row, districtId].join('|'))

/** Nonces are cut from a pool: asking the system for twelve bytes at a time costs more than sealing does. */
const pool = Buffer.alloc(4092)
let used = pool.length
function nonce(): Buffer {
  if (used === pool.length) used = randomFillSync(pool).length - pool.length
  used += nonceBytes
  return Buffer.from(pool.subarray(used - nonceBytes, used))
}

/** Seals bytes for one place. */
export function sealBytes(key: Key, place: Place, plain: Buffer): Buffer {
  const iv = nonce()
  const cipher = createCipheriv('aes-256-gcm', key.bytes, iv, { authTagLength: tagBytes }).setAAD(
    bound(place),
  )
  const sealed = cipher.update(plain)
  cipher.final()
  return Buffer.concat([Buffer.of(version), parse(key.id), iv, sealed, cipher.getAuthTag()])
}

/** The id of the key something was sealed under. @throws when it is not sealed by this version */
export function keyIdOf(sealed: Buffer): string {
  if (sealed.length < overhead || sealed[0] !== version) throw new Error('This is not sealed')
  return stringify(sealed.subarray(1, 1 + idBytes))
}

/** @throws when the key is another, the place is another, or a bit was changed */
export function openBytes(key: Key, place: Place, sealed: Buffer): Buffer {
  if (keyIdOf(sealed) !== key.id) throw new Error('This was sealed under another key')
  const text = 1 + idBytes + nonceBytes
  const iv = sealed.subarray(1 + idBytes, text)
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, iv, { authTagLength: tagBytes })
    .setAAD(bound(place))
    .setAuthTag(sealed.subarray(-tagBytes))
  const plain = decipher.update(sealed.subarray(text, -tagBytes))
  decipher.final()
  return plain
}

export const sealText = (key: Key, place: Place, text: string): string =>
  prefix + sealBytes(key, place, Buffer.from(text)).toString('base64url')

/** Whether a text has the form of a sealed one. */
export const isSealed = (text: string): boolean => form.test(text)

/** The bytes of a sealed text. @throws when it is plain: nothing plain is ever taken for opened */
export function sealedBytes(text: string): Buffer {
  if (!isSealed(text)) throw new Error('This is not sealed')
  return Buffer.from(text.slice(prefix.length), 'base64url')
}
