import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'
import type { AuthPool } from './auth-pool.ts'
import { newRecoveryCodes, recoveryHash } from './recovery-codes.ts'
import { type Keys, seal, unseal } from './secrets.ts'
import { newTotpSecret, stepOf } from './totp.ts'

type Row = { secret: Buffer | null; pending: Buffer | null; link_owed: boolean }

const find = statement(
  ($: { login: string }) =>
    sql<Row>`select secret, pending, link_owed from second_step where login_id = ${$.login}`,
)
const offer = statement(
  ($: { login: string; pending: Buffer }) => sql`
    insert into second_step (login_id, pending) values (${$.login}, ${$.pending})
    on conflict (login_id) do update set pending = excluded.pending`,
)
const accept = statement(
  ($: { login: string; pending: Buffer; step: number; now: Date }) => sql`
    update second_step set secret = pending, pending = null, set_up_at = ${$.now}, last_step = ${$.step}, link_owed = false
    where login_id = ${$.login} and pending = ${$.pending}`,
)
const put = statement(
  ($: { login: string; secret: Buffer; now: Date }) => sql`
    insert into second_step (login_id, secret, set_up_at) values (${$.login}, ${$.secret}, ${$.now})
    on conflict (login_id) do update set secret = excluded.secret, set_up_at = excluded.set_up_at, last_step = null,
      link_owed = false`,
)
const useStep = statement(
  ($: { login: string; step: number }) => sql`
    update second_step set last_step = ${$.step}
    where login_id = ${$.login} and secret is not null and (last_step is null or last_step < ${$.step})`,
)
const putCodes = statement(
  ($: { login: string; hashes: string[] }) => sql`
    with gone as (delete from recovery_code where login_id = ${$.login})
    insert into recovery_code (login_id, hash)
    select ${$.login}::uuid, decode(hash, 'hex') from unnest(${$.hashes}::text[]) as hash`,
)
const useCode = statement(
  ($: { login: string; hash: Buffer; now: Date }) => sql`
    update recovery_code set used_at = ${$.now}
    where login_id = ${$.login} and hash = ${$.hash} and used_at is null`,
)
const countCodes = statement(
  ($: { login: string }) => sql<{ left: number }>`
    select count(*) as left from recovery_code where login_id = ${$.login} and used_at is null`,
)

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
