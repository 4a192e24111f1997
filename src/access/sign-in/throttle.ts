import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'
import type { AuthPool } from './auth-pool.ts'
import { lasting } from './limits.ts'
import { keyedHash } from './secrets.ts'

/**
 * Something that is counted: what, how many tries one window has, and how many there are until one is right.
 */
export type Counted = { what: string; most: number; inARow?: number }

type Count = { key: string; tries: number; total: number }

// Counted before the secret is looked at, in one statement, in the order of the keys: of a hundred guesses
// sent at once ten are heard. Guesses past the limit change nothing, so they cannot use up the total either.
const count = statement(
  ($: { keys: string[]; mosts: number[]; now: Date; until: Date }) => sql<Count>`
    insert into throttle as t (key, tries, total, window_ends_at)
    select decode(k, 'hex'), 1, 1, ${$.until} from unnest(${$.keys}::text[]) as k order by k
    on conflict (key) do update set
      tries = case when t.window_ends_at <= ${$.now} then 1 else t.tries + 1 end,
      total = t.total + case
        when t.window_ends_at <= ${$.now} then 1
        when t.tries < (select m from unnest(${$.keys}::text[], ${$.mosts}::int[]) as a(k, m)
          where decode(k, 'hex') = t.key) then 1
        else 0 end,
      window_ends_at = case when t.window_ends_at <= ${$.now} then ${$.until} else t.window_ends_at end
    returning encode(t.key, 'hex') as key, tries, total`,
)
const clear = statement(
  ($: { keys: string[] }) => sql`
    delete from throttle where key in (select decode(k, 'hex') from unnest(${$.keys}::text[]) as k)`,
)
const giveBack = statement(
  ($: { keys: string[] }) => sql`
    update throttle set tries = greatest(tries - 1, 0), total = greatest(total - 1, 0)
    where key in (select decode(k, 'hex') from unnest(${$.keys}::text[]) as k)`,
)
const forgetOld = statement(
  ($: { before: Date }) => sql`delete from throttle where window_ends_at < ${$.before}`,
)

/** Addresses are counted by the network a person can hold: one IPv4 address, or 64 bits of IPv6. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  if (!plain.includes(':')) return plain
  const [head, tail] = plain.split('::')
  const front = head === undefined || head === '' ? [] : head.split(':')
  const back = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(8 - front.length - back.length, 0) }, () => '0')
  return [...front, ...zeros, ...back].slice(0, 4).join(':')
}

/** Counts tries at anything secret, in the database, so that every process counts together. */
export class Throttle {
  readonly #auth: AuthPool
  readonly #key: Buffer

  constructor(auth: AuthPool, key: Buffer) {
    this.#auth = auth
    this.#key = key
  }

  #keyOf(what: string): string {
    return keyedHash(this.#key, what).toString('hex')
  }

  /** Counts one try of each. @returns whether it may be heard */
  async take(counted: readonly Counted[], now: Date): Promise<boolean> {
    const byKey = new Map(counted.map((each) => [this.#keyOf(each.what), each]))
    const counts = await this.#auth.all(count, {
      keys: [...byKey.keys()],
      mosts: [...byKey.values()].map(({ most }) => most),
      now,
      until: new Date(now.getTime() + lasting.throttle),
    })
    return counts.every(({ key, tries, total }) => {
      const { most = 0, inARow = Number.POSITIVE_INFINITY } = byKey.get(key) ?? {}
      return tries <= most && total <= inARow
    })
  }

  /** The try was right: what the person is counted by starts anew. */
  async clear(what: readonly string[]): Promise<void> {
    await this.#auth.run(clear, { keys: what.map((each) => this.#keyOf(each)) })
  }

  /** The try was right, but others are counted by the same: only this one is taken back. */
  async giveBack(what: readonly string[]): Promise<void> {
    await this.#auth.run(giveBack, { keys: what.map((each) => this.#keyOf(each)) })
  }

  /** Forgets counts that nobody added to for long. */
  async forgetBefore(before: Date): Promise<void> {
    await this.#auth.run(forgetOld, { before })
  }
}
