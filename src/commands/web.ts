import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { createSignIn } from '#access/sign-in/sign-in.ts'
import { loadAssets } from '#design/contract.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import type { RolePasswords } from '#platform/database/roles.ts'
import type { App, ErrorLog } from '#platform/http/app.ts'
import { mailFrom } from '#platform/mail.ts'
import { house } from '../compose.ts'
import { createServer } from '../server.ts'

export type WebOptions = {
  dataDir: string
  db: Db
  login(role: keyof RolePasswords): pg.PoolConfig
  clock: Clock
  secret: string
  demo: boolean
  secure: boolean
  baseUrl?: string
  smtpUrl?: string | undefined
  mailSender?: string
  log: ErrorLog
}

/** Where the build leaves sheet, fonts and icon: beside the compiled code, or in dist when run from source. */
const assetsFolder = fileURLToPath(new URL(import.meta.url.includes('/dist/') ? '../../assets' : '../../dist/assets', import.meta.url))

/** The web side with its door: not listening yet. */
export async function createHouseServer(options: WebOptions): Promise<{ app: App; close(): Promise<void> }> {
  const { dataDir, db, login, clock, secret, demo, secure, log } = options
  const mail = mailFrom({ smtpUrl: options.smtpUrl, from: options.mailSender ?? 'Throughline <no-reply@localhost>', folder: join(dataDir, 'mail') })
  const assets = loadAssets(assetsFolder)
  const door = await createSignIn({ auth: login('auth'), db, clock, secret, secure, demo, mail, assets, baseUrl: options.baseUrl ?? '', log })
  const app = await createServer({ house, door, db, clock, assets, demo, secure, log })
  return {
    app,
    async close() {
      await app.close()
      await door.close()
    },
  }
}
