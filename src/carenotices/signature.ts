import { createHash, createPublicKey, verify } from 'node:crypto'
import { z } from 'zod'
import { id } from '#platform/given.ts'

/** How far the clock of a sender may be off: what is older was perhaps kept by somebody, to send it again. */
export const signatureWindow = 5 * 60_000

/** What stands beside a signed notice. */
export const Mark = z.strictObject({
  keyId: id,
  /** When it was signed, as the sender wrote it. */
  at: z.iso.datetime(),
  /** Drawn for this notice alone. */
  nonce: z.string().regex(/^[\w-]{16,64}$/),
  signature: z.string().regex(/^[\w+/-]{86}(==)?$/),
})
export type Mark = z.output<typeof Mark>

/** The lines that are signed: where it goes, when, its mark, and what it says as SHA-256. */
export const signedLines = (
  address: string,
  { at, nonce }: Pick<Mark, 'at' | 'nonce'>,
  body: string,
): string =>
  ['handle-with-care-1', address, at, nonce, createHash('sha256').update(body).digest('hex')].join('\n')

const prefix = Buffer.from('302a300506032b6570032100', 'hex')

/** A public key as it was pasted, PEM or SPKI in base64, in the form that is kept; undefined for another. */
export function publicKeyIn(pasted: string): string | undefined {
  const body = pasted.replaceAll(/-----[A-Z ]+-----|\s/g, '')
  const bytes = Buffer.from(body, 'base64')
  if (bytes.length !== 44 || !bytes.subarray(0, 12).equals(prefix)) return undefined
  return bytes.toString('base64')
}

export const isPublicKey = (pasted: string): boolean => publicKeyIn(pasted) !== undefined

/** The beginning of the SHA-256 of a key: what two people read to each other. */
export const fingerprintOf = (publicKey: string): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 16)

const isSigned = (publicKey: string, lines: string, signature: string): boolean =>
  verify(
    null,
    Buffer.from(lines),
    createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' }),
    Buffer.from(signature, 'base64'),
  )

export type ObstacleToSigned = 'key_unknown' | 'signature_wrong' | 'time_off' | 'replayed'

type Facts = {
  address: string
  mark: Mark
  body: string
  now: Date
  /** The public key of that id, while it holds for this desk. */
  publicKey: string | undefined
  isUsed: boolean
}

/**
 * Why a signed notice is not believed, if it is not: nothing of what it says was looked at. The signature
 * comes before the time and the mark, which are worth nothing without it.
 */
export function doubtOf({
  address,
  mark,
  body,
  now,
  publicKey,
  isUsed,
}: Facts): ObstacleToSigned | undefined {
  if (publicKey === undefined) return 'key_unknown'
  if (!isSigned(publicKey, signedLines(address, mark, body), mark.signature)) return 'signature_wrong'
  if (Math.abs(now.getTime() - Date.parse(mark.at)) > signatureWindow) return 'time_off'
  return isUsed ? 'replayed' : undefined
}
