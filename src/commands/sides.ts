import { openSealer } from '#access/seal/sealer.ts'
import { watchSealing } from '#access/seal/watch.ts'
import { Pace } from '#access/pace.ts'
import { breachedIn } from '#access/sign-in/breached.ts'
import { Db } from '#platform/database/database.ts'
import type { Settings } from '#platform/settings.ts'
import type { Installation } from '../installation.ts'
import { migrateInstallation } from '../migrated.ts'
import type { Terminal } from './command.ts'
import { openDiary } from './diary.ts'
import { baseUrlOf, mailOf, textsOf } from './post.ts'
import { scannerOf } from './scanner.ts'
import { createWeb } from './web.ts'
import { startWorker } from './worker.ts'

/**
 * Brings the database to this version, and fills an empty embedded one with the demo district. With
 * DATABASE_URL nothing of the demo is so much as loaded.
 * @returns whether a demo is served
 */
export async function prepare(installation: Installation, db: Db, terminal: Terminal): Promise<boolean> {
  await migrateInstallation(installation, terminal.say)
  if (!installation.embedded) return false
  const { fillDemo } = await import('./demo.ts')
  return fillDemo(installation, db, terminal)
}

async function announce(terminal: Terminal, { address, demo }: { address: string; demo: boolean }) {
  terminal.say(`Throughline answers at ${address}`)
  if (demo) terminal.say((await import('./demo.ts')).aboutDemo(address))
}

export type Sides = { web: boolean; worker: boolean }
type Opening = { installation: Installation; settings: Settings; terminal: Terminal }

/** The list of breached passwords, where the settings name one. @throws where it is no such list */
async function listOf(open: AsyncDisposableStack, { THROUGHLINE_BREACHED_PASSWORDS: list }: Settings) {
  return list === undefined ? undefined : open.adopt(await breachedIn(list), (one) => one.close())
}

/** Opens one or both sides. Whatever was opened is closed with `open`, the last one first. */
export async function openSides(
  open: AsyncDisposableStack,
  { installation, settings, terminal }: Opening,
  { web, worker }: Sides,
) {
  const { clock, secret, login, dataDir } = installation
  const diary = openDiary()
  const db = open.adopt(new Db({ ...login('app'), max: 10 }, installation.keys), (pool) => pool.close())
  const demo = (await prepare(installation, db, terminal)) && settings.THROUGHLINE_DEMO !== false
  const baseUrl = baseUrlOf(settings)
  const mail = open.adopt(mailOf(settings, dataDir, diary.say), (post) => post.close())
  const texts = textsOf(settings, { dataDir, secret })
  const shared = { db, login, clock, dataDir, baseUrl, mail, texts }
  const breached = await listOf(open, settings)
  const opened = await createWeb({
    ...shared,
    secret,
    demo,
    proxies: settings.THROUGHLINE_PROXIES,
    scanner: scannerOf(settings),
    breached,
    pace: new Pace(),
    log: diary.broken,
    attempted: diary.attempted,
  })
  const site = open.adopt(opened, (one) => one.close())
  if (worker) {
    const log = ({ what, error }: { what: string; error: Error }) =>
      diary.broken({ id: what, route: what, error })
    open.adopt(await startWorker({ ...shared, door: site.door, log }), (side) => side.stop())
  }
  if (web) {
    const sealer = open.adopt(openSealer(login('sealer')), (pool) => pool.close())
    const alarm = (error: Error) => diary.broken({ id: 'sealing', route: 'sealing', error })
    open.adopt(watchSealing({ sealer, clock, alarm }), (watch) => watch.stop())
    const listening = site.app.listen({ port: settings.PORT, host: settings.HOST })
    await announce(terminal, { address: await listening, demo })
  } else terminal.say('Throughline does its own work: jobs and sealing')
}
