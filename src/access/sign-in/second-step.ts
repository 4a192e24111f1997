import type { AuthPool } from './auth-pool.ts'
import { newRecoveryCodes, recoveryHash } from './recovery-codes.ts'
import { type Keys, seal, unseal } from './secrets.ts'
import { newTotpSecret, stepOf } from './totp.ts'
import { find, offer, accept, put, useStep, putCodes, useCode, countCodes } from './second-step-store.ts'

const placeOf = (loginId: string) => `auth.second_step ${loginId}`

/** The authenticator app of an account, and the codes for the day it is out of reach. */
export class SecondStep {
  readonly #auth: AuthPool
  readonly #keys: Pick<Keys, 'seal' | 'recovery'>

  constructor(auth: AuthPool, keys: Pick<Keys, 'seal' | 'recovery'>) {
    this.#auth = auth
    this.#keys = keys
  }

  #open(sealed: Buffer, loginId: string): string {
    return unseal(this.#keys.seal, sealed, placeOf(loginId))
  }

  #close(secret: string, loginId: string): Buffer {
    return seal(this.#keys.seal, secret, placeOf(loginId))
  }

  async isSetUp(loginId: string): Promise<boolean> {
    const row = await this.#auth.maybe(find, { login: loginId })
    return row !== undefined && row.secret !== null
  }

  /** Whether it was removed for somebody who lost it: then only a link to their address sets one up anew. */
  async isLinkOwed(loginId: string): Promise<boolean> {
    return (await this.#auth.maybe(find, { login: loginId }))?.link_owed ?? false
  }

  /**
   * A secret to show. The same one until it is proven, so that a page opened again shows what the app has.
   */
  async offer(loginId: string): Promise<string> {
    const row = await this.#auth.maybe(find, { login: loginId })
    if (row?.pending) return this.#open(row.pending, loginId)
    const secret = newTotpSecret()
    await this.#auth.run(offer, { login: loginId, pending: this.#close(secret, loginId) })
    return secret
  }

  /**
   * Takes a first code from the app. From then on the new secret is the one that counts.
   * @returns whether it fits
   */
  async accept({ loginId, typed, now }: { loginId: string; typed: string; now: Date }): Promise<boolean> {
    const row = await this.#auth.maybe(find, { login: loginId })
    if (!row?.pending) return false
    const step = stepOf(this.#open(row.pending, loginId), typed, now)
    if (step === undefined) return false
    return (await this.#auth.run(accept, { login: loginId, pending: row.pending, step, now })) === 1
  }

  /** Sets a secret without asking for a code: for people who are seeded. */
  async put({ loginId, secret, now }: { loginId: string; secret: string; now: Date }): Promise<void> {
    await this.#auth.run(put, { login: loginId, secret: this.#close(secret, loginId), now })
  }

  /**
   * Whether the code is right and its step was not used before: a code that was read over a shoulder is worth
   * nothing.
   */
  async isCode({ loginId, typed, now }: { loginId: string; typed: string; now: Date }): Promise<boolean> {
    const row = await this.#auth.maybe(find, { login: loginId })
    if (!row?.secret) return false
    const step = stepOf(this.#open(row.secret, loginId), typed, now)
    return step !== undefined && (await this.#auth.run(useStep, { login: loginId, step })) === 1
  }

  /** Ten new recovery codes; those before stop working. They are shown once. */
  async renewRecoveryCodes(loginId: string): Promise<string[]> {
    const codes = newRecoveryCodes()
    const hashes = codes.map((code) => recoveryHash(this.#keys.recovery, { loginId, code }).toString('hex'))
    await this.#auth.run(putCodes, { login: loginId, hashes })
    return codes
  }

  /** Uses a recovery code up. @returns whether it was one that nobody had used */
  async useRecoveryCode({
    loginId,
    typed,
    now,
  }: {
    loginId: string
    typed: string
    now: Date
  }): Promise<boolean> {
    const hash = recoveryHash(this.#keys.recovery, { loginId, code: typed })
    return (await this.#auth.run(useCode, { login: loginId, hash, now })) === 1
  }

  async recoveryCodesLeft(loginId: string): Promise<number> {
    return (await this.#auth.maybe(countCodes, { login: loginId }))?.left ?? 0
  }
}
