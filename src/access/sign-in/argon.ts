import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { Problem } from '#platform/problem.ts'
import { argon } from './limits.ts'

const derive = promisify(argon2)

type Cost = { memory: number; passes: number; parallelism: number }
const cost: Cost = { memory: argon.memoryKiB, passes: argon.passes, parallelism: argon.lanes }

/** Unicode can write one character in several ways; a password is the same however the keyboard spells it. */
const composed = (password: string) => password.normalize('NFKC')

const bare = (bytes: Buffer) => bytes.toString('base64').replace(/={1,2}$/, '')
const phc = ({ memory, passes, parallelism }: Cost, salt: Buffer, hash: Buffer) =>
  `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${bare(salt)}$${bare(hash)}`
const phcShape = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/**
 * A few at once and a short queue behind them: a rush of sign-ins costs time, never the memory of the
 * machine.
 */
class Turnstile {
  #free: number
  readonly #mostWaiting: number
  readonly #waiting: (() => void)[] = []

  constructor({ atOnce, waiting }: { atOnce: number; waiting: number }) {
    this.#free = atOnce
    this.#mostWaiting = waiting
  }

  /** @throws Problem busy when the queue is full */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1
    else {
      if (this.#waiting.length >= this.#mostWaiting) throw new Problem('busy')
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next === undefined) this.#free += 1
      else next()
    }
  }
}

export type PasswordHasher = {
  /** @returns the hash in PHC form. @throws Problem busy */
  hash(password: string): Promise<string>
  /** Whether the password is the one behind the hash. @throws Problem busy */
  verify(given: { hash: string; password: string }): Promise<boolean>
}

/** Argon2id of node's own OpenSSL, on its thread pool. */
export function passwordHasher(limits: { atOnce: number; waiting: number } = argon): PasswordHasher {
  const turnstile = new Turnstile(limits)
  const digest = (password: string, nonce: Buffer, { tagLength, ...how }: Cost & { tagLength: number }) =>
    turnstile.pass(() => derive('argon2id', { message: composed(password), nonce, tagLength, ...how }))

  return {
    async hash(password) {
      const salt = randomBytes(16)
      return phc(cost, salt, await digest(password, salt, { ...cost, tagLength: 32 }))
    },
    async verify({ hash, password }) {
      const [, memory, passes, parallelism, salt, wanted] = phcShape.exec(hash) ?? []
      if (salt === undefined || wanted === undefined) return false
      const expected = Buffer.from(wanted, 'base64')
      const how = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
      const found = await digest(password, Buffer.from(salt, 'base64'), {
        ...how,
        tagLength: expected.length,
      })
      return timingSafeEqual(found, expected)
    },
  }
}
