import type pg from 'pg'
import { createSignIn } from '#access/sign-in/sign-in.ts'
import type { Assets } from '#design/contract.ts'
import { systemClock } from '#platform/clock.ts'
import { Db } from '#platform/database/database.ts'
import type { Address } from '#platform/http/addresses.ts'
import type { Mail } from '#platform/mail.ts'
import { house } from '../../src/compose.ts'
import { createServer } from '../../src/server.ts'

const assets: Assets = { href: (name) => `/assets/${name}`, folder: '', files: new Set() }
const mail: Mail = { send: async () => undefined, close: () => undefined }
const nowhere: pg.PoolConfig = { host: '/nowhere' }

/**
 * The web side of the house with every address on it, connected to nothing: for asking what it answers to.
 */
export async function mountedAddresses(): Promise<Address[]> {
  const shared = {
    db: new Db(nowhere),
    clock: systemClock,
    assets,
    demo: true,
    secure: true,
    log: () => undefined,
  }
  const door = await createSignIn({
    ...shared,
    auth: nowhere,
    secret: 'a secret for drawing the addresses',
    mail,
    baseUrl: 'https://throughline.example',
  })
  const app = await createServer({ ...shared, house, door, dataDir: 'nowhere' })
  await app.ready()
  const { listed } = app
  await app.close()
  await door.close()
  await shared.db.close()
  return listed
}
