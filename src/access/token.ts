import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Clock } from '#platform/clock.ts'
import type { Db, Transaction } from '#platform/database/database.ts'
import type { Actor } from './actor.ts'
import { Assumed } from './assumed.ts'
import { type Seen, standingOfToken, stillStands } from './standing.ts'

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

/** What a request shows of a token: its name, and the hash of its secret. */
type Bearer = { id: string; hash: Buffer }

/**
 * The two halves of an `Authorization` header that carries one of our tokens; undefined for anything else.
 */
export function readBearer(header: string | undefined): Bearer | undefined {
  const [scheme, text = ''] = header?.split(' ') ?? []
  const [, id, secret] = shape.exec(text) ?? []
  if (scheme?.toLowerCase() !== 'bearer' || id === undefined || secret === undefined) return undefined
  return { id, hash: hashOf(secret) }
}

/** How many tokens a process remembers the holders of. */
const most = 1000

type Last = Seen & { hash: Buffer }

/**
 * Who bearer tokens act as: asked anew at each request, so that a revoked token, an ended assignment or a
 * person who left stops at the next one. A secret has 256 bits, so guesses are not counted.
 */
export class Bearers {
  readonly #db: Db
  readonly #clock: Clock
  readonly #last = new Map<string, Last>()

  constructor({ db, clock }: { db: Db; clock: Clock }) {
    this.#db = db
    this.#clock = clock
  }

  /** @param header `Authorization` @returns who it acts as, or undefined when it does not work (any more) */
  async actorOf(header: string | undefined): Promise<Actor | undefined> {
    const token = readBearer(header)
    return token && this.#ask(token)
  }

  /**
   * For what changes something, and asks in its own transaction whether this still holds.
   * @returns whom the same token acted as the last time; undefined when that is not known
   */
  assume(header: string | undefined): { actor: Actor; assumed: Assumed } | undefined {
    const token = readBearer(header)
    if (token === undefined) return undefined
    const last = this.#last.get(token.id)
    if (last === undefined || !timingSafeEqual(last.hash, token.hash)) return undefined
    const { actor } = last
    return { actor, assumed: new Assumed(actor, (tx) => this.#askAgain(token, last, tx)) }
  }

  /** Between walls one count answers for all that was seen, while that holds. */
  async #askAgain(token: Bearer, last: Last, tx?: Transaction): Promise<Actor | undefined> {
    if (tx !== undefined && (await stillStands(tx, last, this.#clock.now()))) return last.actor
    return this.#ask(token, tx)
  }

  async #ask(token: Bearer, tx?: Transaction): Promise<Actor | undefined> {
    const seen = await standingOfToken(tx ?? this.#db, token, this.#clock.now())
    if (seen === undefined) this.#last.delete(token.id)
    else this.#remember(token, seen)
    return seen?.actor
  }

  #remember({ id, hash }: Bearer, seen: Seen) {
    if (this.#last.size >= most) this.#last.clear()
    this.#last.set(id, { ...seen, hash })
  }
}
