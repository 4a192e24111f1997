import type { AuthPool } from './auth-pool.ts'
import { lasting } from './limits.ts'
import { keyedHash } from './secrets.ts'
import { count, clear, giveBack, forgetOld } from './throttle-store.ts'

/**
 * Something that is counted: what, how many tries one window has, and how many there are until one is right.
 */
export type Counted = { what: string; most: number; inARow?: number }

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
