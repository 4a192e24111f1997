import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { z } from 'zod'

/** The site passkeys are made for: its origin, and the host name they are bound to. */
export type Site = { origin: string; id: string }

/** What is asked of an answer: which challenge it answers, and where it was given. */
export type Asked = { challenge: string; site: Site }

/** What a browser answers when a passkey is made. */
export type Made = { credentialId: Buffer; publicKey: Buffer; data: Buffer; client: Buffer }
/** What a browser answers when a passkey is used. */
export type Used = { credentialId: Buffer; signature: Buffer; data: Buffer; client: Buffer }

/** What the device says of itself. */
export type Said = { count: number; backedUp: boolean }

/** Flags of the device's data (Web Authentication, 6.1). */
const flags = { present: 0x01, verified: 0x04, eligible: 0x08, backedUp: 0x10, attested: 0x40 } as const

const Client = z.object({
  type: z.string(),
  challenge: z.string(),
  origin: z.string(),
  crossOrigin: z.boolean().optional(),
})

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest()

function parsed(json: Buffer): unknown {
  try {
    return JSON.parse(json.toString('utf8'))
  } catch {
    return undefined
  }
}

/** Whether the browser did this, for this challenge, on a page of this very site and in no frame. */
function isOurs(client: Buffer, type: string, { challenge, site }: Asked): boolean {
  const { success, data } = Client.safeParse(parsed(client))
  return (
    success &&
    data.type === type &&
    data.challenge === challenge &&
    data.origin === site.origin &&
    data.crossOrigin !== true
  )
}

/** What the device says, if it speaks for this site and asked its person for a finger, a face or a PIN. */
function saidIn(data: Buffer, { id }: Site): (Said & { attested: boolean }) | undefined {
  if (data.length < 37 || !data.subarray(0, 32).equals(sha256(id))) return undefined
  const set = data.readUInt8(32)
  const has = (flag: number) => (set & flag) !== 0
  if (!has(flags.present) || !has(flags.verified)) return undefined
  if (has(flags.backedUp) && !has(flags.eligible)) return undefined
  return { count: data.readUInt32BE(33), backedUp: has(flags.backedUp), attested: has(flags.attested) }
}

/** The numbers a public key consists of, as the device's own data has them. */
const numbersOf = (key: KeyObject): Buffer[] => {
  const { x, y, n } = key.export({ format: 'jwk' })
  return [x, y, n].flatMap((part) => (part === undefined ? [] : [Buffer.from(part, 'base64url')]))
}

/** A key of one of the three kinds that are asked for; undefined for any other, and for what is no key. */
export function keyFrom(der: Buffer): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
    const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {}
    const kind = key.asymmetricKeyType
    if (kind === 'ec' && namedCurve === 'prime256v1') return key
    if (kind === 'ed25519') return key
    return kind === 'rsa' && modulusLength >= 2048 ? key : undefined
  } catch {
    return undefined
  }
}

/**
 * Judges a new passkey (Web Authentication, 7.1). Nothing is asked about the make of the device, so what it
 * says of itself is signed by nobody: it counts because the person proved who they are just now.
 * @returns what the device said, or undefined when the answer is not one to what was asked
 */
export function judgeNew(made: Made, asked: Asked): Said | undefined {
  if (!isOurs(made.client, 'webauthn.create', asked)) return undefined
  const said = saidIn(made.data, asked.site)
  if (!said?.attested || made.data.length < 55) return undefined
  const { credentialId } = made
  const idEnds = 55 + made.data.readUInt16BE(53)
  if (credentialId.length < 16 || !made.data.subarray(55, idEnds).equals(credentialId)) return undefined
  const key = keyFrom(made.publicKey)
  const own = made.data.subarray(idEnds)
  if (key === undefined || !numbersOf(key).every((part) => own.includes(part))) return undefined
  return { count: said.count, backedUp: said.backedUp }
}

/**
 * Judges the answer of a passkey that is known (Web Authentication, 7.2).
 * @returns what the device said, or undefined when it is not its answer to what was asked
 */
export function judgeUse(used: Used, publicKey: Buffer, asked: Asked): Said | undefined {
  if (!isOurs(used.client, 'webauthn.get', asked)) return undefined
  const said = saidIn(used.data, asked.site)
  const key = keyFrom(publicKey)
  if (said === undefined || key === undefined) return undefined
  const signed = Buffer.concat([used.data, sha256(used.client)])
  const digest = key.asymmetricKeyType === 'ed25519' ? null : 'sha256'
  return verify(digest, signed, key, used.signature)
    ? { count: said.count, backedUp: said.backedUp }
    : undefined
}
