import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { isId } from '#platform/ids.ts'
import type { Actor } from './actor.ts'
import { actorOf, type Standing } from './assignments.ts'

/** A bearer token: shown once, kept as a hash. Its first half names it, its second half proves it. */
export type NewToken = { id: string; text: string; hash: Buffer }

const shape = /^tl_([0-9a-f-]{36})_([\w-]{43})$/
const hashOf = (secret: string) => createHash('sha256').update(secret).digest()

/** Makes the text of a token, `tl_<id>_<secret>`, with 256 random bits. @param id a new id, which becomes its row's */
export function newToken(id: string): NewToken {
  const secret = randomBytes(32).toString('base64url')
  return { id, text: `tl_${id}_${secret}`, hash: hashOf(secret) }
}

/** The two halves of an `Authorization` header that carries one of our tokens; undefined for anything else. */
export function readBearer(header: string | undefined): { id: string; hash: Buffer } | undefined {
  const [, id, secret] = shape.exec(header?.replace(/^Bearer /i, '') ?? '') ?? []
  return id === undefined || secret === undefined || !isId(id) ? undefined : { id, hash: hashOf(secret) }
}

const standing = statement(
  ($: { token: string; hash: Buffer; at: Date }) => sql<Standing>`
    select * from house.standing_of_token(${$.token}, ${$.hash}, ${$.at})`,
)

/**
 * Who a bearer token acts as: one query, asked anew at each request, so that a revoked token, an ended assignment or a
 * person who left stops at the next one.
 */
export async function actorOfToken(
  db: Db,
  { id, hash, at }: { id: string; hash: Buffer; at: Date },
): Promise<Actor | undefined> {
  const { rows } = await db.pool.query<Standing>(standing.with({ token: id, hash, at }))
  return rows[0] === undefined ? undefined : actorOf(rows[0])
}
