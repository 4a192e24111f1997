import { createHash, randomBytes } from 'node:crypto'
import type { Db } from '#platform/database/database.ts'
import type { Actor } from './actor.ts'
import { standingOfToken } from './standing.ts'

/** A bearer token: shown once, kept as a hash. Its first half names it, its second half proves it. */
export type NewToken = { id: string; text: string; hash: Buffer }

const shape = /^tl_([0-9a-f-]{36})_([\w-]{43})$/
const hashOf = (secret: string) => createHash('sha256').update(secret).digest()

/**
 * Makes the text of a token, `tl_<id>_<secret>`, with 256 random bits.
 * @param id a new id, which its row gets too
 */
export function newToken(id: string): NewToken {
  const secret = randomBytes(32).toString('base64url')
  return { id, text: `tl_${id}_${secret}`, hash: hashOf(secret) }
}

/**
 * The two halves of an `Authorization` header that carries one of our tokens; undefined for anything else.
 */
export function readBearer(header: string | undefined): { id: string; hash: Buffer } | undefined {
  const [scheme, text = ''] = header?.split(' ') ?? []
  const [, id, secret] = shape.exec(text) ?? []
  if (scheme?.toLowerCase() !== 'bearer' || id === undefined || secret === undefined) return undefined
  return { id, hash: hashOf(secret) }
}

/**
 * Who the bearer token of a request acts as: one query, asked anew each time, so that a revoked token, an
 * ended assignment or a person who left stops at the next request. Its secret has 256 bits, so guesses are
 * not counted.
 */
export async function actorOfBearer(
  db: Db,
  header: string | undefined,
  at: Date,
): Promise<Actor | undefined> {
  const token = readBearer(header)
  return token && standingOfToken(db, token, at)
}
