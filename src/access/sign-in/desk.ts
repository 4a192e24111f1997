import type pg from 'pg'
import type { Assets, Shell } from '#design/contract.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import type { ErrorLog } from '#platform/http/error-log.ts'
import { newId } from '#platform/ids.ts'
import type { Mail } from '#platform/mail.ts'
import type { Actor } from '../actor.ts'
import { type Accounts, openAccounts } from './accounts.ts'
import { AuthPool } from './auth-pool.ts'
import type { Breached } from './breached.ts'
import { Links } from './links.ts'
import { Notices } from './notices.ts'
import { Passkeys } from './passkeys.ts'
import { SecondStep } from './second-step.ts'
import { type Keys, keysFrom } from './secrets.ts'
import { Sessions } from './sessions.ts'
import { SignInTrail } from './sign-in-trail.ts'
import { Throttle } from './throttle.ts'

export type SignInOptions = {
  /** How the sign-in role connects. */
  auth: pg.PoolConfig
  /** Of the app role: people are read and changed, and the trail is written, between the walls as ever. */
  db: Db
  clock: Clock
  /** The installation's secret. */
  secret: string
  /** Whether the site is reached over TLS: then cookies say so. */
  secure: boolean
  /** Where the site is reached, for links in mail; this machine when left empty. */
  baseUrl: string
  /**
   * Whether this server runs on the embedded demo database: only then may anybody be anyone of a demo
   * district.
   */
  demo: boolean
  mail: Mail
  /** Passwords known from breaches; the rules alone where there is no list of them. */
  breached?: Breached | undefined
  assets: Assets
  /** Somebody's menu, on the page of one's own account; none when left out. */
  menu?(actor: Actor): Promise<Shell['nav']>
  /** Told what went wrong behind an answer that was already given. */
  log: ErrorLog
}

/** Everything the ways in and out work with. */
export type Desk = {
  options: SignInOptions
  keys: Keys
  db: Db
  clock: Clock
  auth: AuthPool
  accounts: Accounts
  sessions: Sessions
  secondStep: SecondStep
  links: Links
  notices: Notices
  passkeys: Passkeys
  throttle: Throttle
  trail: SignInTrail
  /** Carries on with something after the answer was given. Waited for when the server closes. */
  afterwards(what: string, work: () => Promise<unknown>): void
  close(): Promise<void>
}

export async function openDesk(options: SignInOptions): Promise<Desk> {
  const { db, clock, log } = options
  const keys = keysFrom(options.secret)
  const auth = new AuthPool(options.auth)
  const accounts = await openAccounts({ pool: auth.pool, secret: keys.accounts, clock })
  const underWay = new Set<Promise<unknown>>()
  return {
    options,
    keys,
    db,
    clock,
    auth,
    accounts,
    sessions: new Sessions(auth, accounts),
    secondStep: new SecondStep(auth, keys),
    links: new Links(auth),
    notices: new Notices(auth),
    passkeys: new Passkeys(auth, keys.challenge),
    throttle: new Throttle(auth, keys.throttle),
    trail: new SignInTrail(db, auth),
    afterwards(what, work) {
      const done = work()
        .catch((error: Error) => log({ id: newId(), route: what, error }))
        .finally(() => underWay.delete(done))
      underWay.add(done)
    },
    async close() {
      await Promise.all(underWay)
      await auth.close()
    },
  }
}
