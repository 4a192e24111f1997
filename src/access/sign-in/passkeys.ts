import { newId } from '#platform/ids.ts'
import type { AuthPool } from './auth-pool.ts'
import { endOfChallenge, newChallenge } from './challenge.ts'
import { mostPasskeys } from './limits.ts'
import * as store from './passkey-store.ts'
import type { KnownPasskey, ListedPasskey } from './passkey-store.ts'
import { hashOf } from './secrets.ts'
import { judgeNew, judgeUse, type Made, type Said, type Site, type Used } from './webauthn.ts'

export type { ListedPasskey } from './passkey-store.ts'

/** What an answer is judged by: the challenge it brings, what that was made for, and the site. */
export type Judged = { challenge: string; boundTo: string; site: Site; now: Date }

type Accepted = { loginId: string; label: string; made: Made; said: Said; now: Date }

/** The passkeys of the accounts. What proves them stands with the sign-in role alone. */
export class Passkeys {
  readonly #auth: AuthPool
  readonly #key: Buffer

  constructor(auth: AuthPool, key: Buffer) {
    this.#auth = auth
    this.#key = key
  }

  challenge(boundTo: string, now: Date): string {
    return newChallenge(this.#key, boundTo, now)
  }

  /** Uses a challenge up. @returns whether it was ours, for this, in time, and answered for the first time */
  async #spend(given: Judged): Promise<boolean> {
    const endsAt = endOfChallenge(this.#key, given, given.now)
    return (
      endsAt !== undefined &&
      (await this.#auth.run(store.spend, { hash: hashOf(given.challenge), endsAt })) === 1
    )
  }

  list(loginId: string): Promise<ListedPasskey[]> {
    return this.#auth.all(store.list, { login: loginId })
  }

  /**
   * Judges a new passkey: it answers what was asked, nobody has it yet, and a person can keep theirs apart.
   * @returns what the device said of itself
   */
  async accept({ loginId, made }: { loginId: string; made: Made }, given: Judged): Promise<Said | undefined> {
    const said = judgeNew(made, given)
    if (said === undefined || (await this.find(made.credentialId)) !== undefined) return undefined
    if ((await this.list(loginId)).length >= mostPasskeys) return undefined
    return (await this.#spend(given)) ? said : undefined
  }

  /** Keeps one that was accepted. */
  async keep({ loginId, label, made, said, now }: Accepted): Promise<void> {
    const { credentialId: credential, publicKey: key } = made
    const row = { id: newId(now.getTime()), login: loginId, credential, key, ...said, label, now }
    await this.#auth.run(store.add, row)
  }

  async remove(loginId: string, id: string): Promise<boolean> {
    return (await this.#auth.run(store.remove, { login: loginId, id })) === 1
  }

  find(credential: Buffer): Promise<KnownPasskey | undefined> {
    return this.#auth.maybe(store.find, { credential })
  }

  /** Judges the answer of a passkey and counts it. @returns whether it is its answer, in time, and new */
  async use(known: KnownPasskey, used: Used, given: Judged): Promise<boolean> {
    const said = judgeUse(used, known.public_key, given)
    if (said === undefined || !(await this.#spend(given))) return false
    return (await this.#auth.run(store.use, { id: known.id, ...said, now: given.now })) === 1
  }

  async forgetSpent(now: Date): Promise<void> {
    await this.#auth.run(store.forgetSpent, { now })
  }
}
