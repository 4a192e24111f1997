import { betterAuth, type BetterAuthOptions } from 'better-auth'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Clock } from '#platform/clock.ts'
import { newId } from '#platform/ids.ts'
import { type PasswordHasher, passwordHasher } from './argon.ts'
import { passwordLength } from './limits.ts'

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' }

/** The names better-auth's tables and columns have here. */
const tables = {
  user: { modelName: 'login', fields: { ...stamps, emailVerified: 'email_verified' } },
  account: {
    modelName: 'credential',
    fields: {
      ...stamps,
      userId: 'login_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
    },
  },
  session: {
    modelName: 'session',
    fields: {
      ...stamps,
      userId: 'login_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
    },
  },
  verification: { modelName: 'verification', fields: { ...stamps, expiresAt: 'expires_at' } },
} as const

/**
 * What better-auth may do by itself: nothing. Its own addresses are not opened, because they judge by the
 * system clock, keep session tokens and recovery codes readable, and take a code twice. What is used of it is
 * the shape of its tables and its ways to read and write them, so that sign-in through a district's own
 * provider or with a passkey can be added to the same accounts.
 */
export const accountOptions = ({ pool, secret }: { pool: pg.Pool; secret: string }) =>
  ({
    ...tables,
    appName: 'Throughline',
    secret,
    baseURL: 'http://localhost',
    database: { db: new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }), type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.withSecondStep,
      maxPasswordLength: passwordLength.most,
    },
    advanced: { database: { generateId: () => newId(), validateSchema: false } },
  }) satisfies BetterAuthOptions

/** A sign-in account, and the hash of its password where it has one. */
export type Account = { id: string; email: string; passwordHash: string | undefined }

export type NewSession = {
  loginId: string
  tokenHash: string
  startedAt: Date
  endsAt: Date
  ip: string
  browser: string
}

type Rows = Awaited<ReturnType<typeof betterAuth>['$context']>['internalAdapter']

/**
 * The accounts, the passwords and the rows of sessions. Everything that knows better-auth stands in this
 * file.
 */
export class Accounts {
  readonly #rows: Rows
  readonly #clock: Clock
  readonly #hasher: PasswordHasher
  readonly #nobodysPassword: Promise<string>

  constructor(rows: Rows, { clock, hasher }: { clock: Clock; hasher: PasswordHasher }) {
    this.#rows = rows
    this.#clock = clock
    this.#hasher = hasher
    this.#nobodysPassword = hasher.hash(newId())
    this.#nobodysPassword.catch(() => undefined)
  }

  async find(email: string): Promise<Account | undefined> {
    const found = await this.#rows.findUserByEmail(email, { includeAccounts: true })
    if (found === null) return undefined
    const { id, email: address } = found.user
    const own = found.accounts.find((each) => each.providerId === 'credential' && each.accountId === id)
    return { id, email: address, passwordHash: own?.password ?? undefined }
  }

  async findById(id: string): Promise<{ id: string; email: string } | undefined> {
    const found = await this.#rows.findUserById(id)
    return found === null ? undefined : { id: found.id, email: found.email }
  }

  /** @returns the id of the new account. @throws when the address has one */
  async create(email: string): Promise<string> {
    const at = this.#clock.now()
    const made = await this.#rows.createUser(
      { email, name: email.toLowerCase(), emailVerified: true, createdAt: at, updatedAt: at },
      { method: 'email-password' },
    )
    return made.id
  }

  /** @throws Problem busy */
  async setPassword(loginId: string, password: string): Promise<void> {
    await this.setHash(loginId, await this.#hasher.hash(password))
  }

  /** Sets the hash of a password, Argon2id in PHC form. */
  async setHash(loginId: string, password: string): Promise<void> {
    const credential = await this.#rows.findCredentialAccount(loginId)
    if (credential === null) {
      const at = this.#clock.now()
      const whose = { userId: loginId, accountId: loginId, providerId: 'credential' }
      await this.#rows.createAccount({ ...whose, password, createdAt: at, updatedAt: at })
    } else await this.#rows.updateAccount(credential.id, { password })
  }

  /**
   * Whether the password is the account's. Takes the same time where there is no account.
   * @throws Problem busy
   */
  async isPassword(account: Account | undefined, password: string): Promise<boolean> {
    const hash = account?.passwordHash
    const right = await this.#hasher.verify({ hash: hash ?? (await this.#nobodysPassword), password })
    return right && hash !== undefined
  }

  /** @returns the id of the session */
  async openSession({ loginId, tokenHash, startedAt, endsAt, ip, browser }: NewSession): Promise<string> {
    const row = { token: tokenHash, createdAt: startedAt, updatedAt: this.#clock.now(), expiresAt: endsAt }
    const where = { ipAddress: ip, userAgent: browser }
    const made = await this.#rows.createSession(loginId, false, { ...row, ...where }, true)
    return made.id
  }
}

/** Opens the accounts on the connections of the sign-in role. */
export async function openAccounts({ pool, secret, clock }: { pool: pg.Pool; secret: string; clock: Clock }) {
  const { internalAdapter } = await betterAuth(accountOptions({ pool, secret })).$context
  return new Accounts(internalAdapter, { clock, hasher: passwordHasher() })
}
