import type pg from 'pg'
import type { Actor } from '#access/actor.ts'
import type { Pace } from '#access/pace.ts'
import type { Breached } from '#access/sign-in/breached.ts'
import { menuOf } from '#access/shell.ts'
import { createSignIn, type SignIn } from '#access/sign-in/sign-in.ts'
import { loadAssets } from '#design/contract.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import type { RolePasswords } from '#platform/database/roles.ts'
import type { App } from '#platform/http/app.ts'
import type { AttemptLog, ErrorLog } from '#platform/http/error-log.ts'
import type { Mail } from '#platform/mail.ts'
import type { Scanner } from '#platform/scan/scanner.ts'
import type { Texts } from '#platform/texts.ts'
import { house } from '../compose.ts'
import { createServer } from '../server.ts'
import { assetsFolder } from './assets-folder.ts'

export type WebOptions = {
  db: Db
  login(role: keyof RolePasswords): pg.PoolConfig
  clock: Clock
  dataDir: string
  secret: string
  /** Whether the embedded demo district is served: then one click signs in as any of its cast. */
  demo: boolean
  /** Public address; https turns on secure cookies. Empty: this machine. */
  baseUrl: string
  /** Proxies that are believed where a request came from. */
  proxies?: readonly string[]
  mail: Mail
  texts?: Texts
  /** Looks through files that people send. */
  scanner?: Scanner | undefined
  /** Passwords known from breaches. */
  breached?: Breached | undefined
  log: ErrorLog
  attempted?: AttemptLog
  /** How fast one person may read; as fast as they like when left out. */
  pace?: Pace
}

/** The door of the house, for serving and for the commands that add people. */
export function openDoor(options: WebOptions): Promise<SignIn> {
  const {
    login,
    dataDir: _dataDir,
    texts: _texts,
    proxies: _proxies,
    scanner: _scanner,
    attempted: _attempted,
    pace: _pace,
    ...rest
  } = options
  const secure = options.baseUrl.startsWith('https:')
  const { db, clock } = options
  const menu = (actor: Actor) =>
    menuOf(house.screens, { db, clock, actor, reactions: house.reactions }, '/account')
  return createSignIn({ ...rest, secure, menu, auth: login('auth'), assets: loadAssets(assetsFolder) })
}

/** The web side with its door. Not listening yet. */
export async function createWeb(
  options: WebOptions,
): Promise<{ app: App; door: SignIn; close(): Promise<void> }> {
  const { db, clock, dataDir, demo, log, attempted, pace, proxies = [], texts, baseUrl: url } = options
  const door = await openDoor(options)
  const secure = options.baseUrl.startsWith('https:')
  const app = await createServer({
    house,
    door,
    db,
    clock,
    dataDir,
    assets: loadAssets(assetsFolder),
    demo,
    secure,
    proxies,
    scanner: options.scanner,
    ...(texts !== undefined && { texts: { texts, url } }),
    log,
    attempted,
    ...(pace !== undefined && { pace }),
  })
  return {
    app,
    door,
    async close() {
      await app.close()
      await door.close()
    },
  }
}
