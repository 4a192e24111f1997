import { openSealer } from '#access/seal/sealer.ts'
import { watchSealing } from '#access/seal/watch.ts'
import { Pace } from '#access/pace.ts'
import { Db } from '#platform/database/database.ts'
import type { Settings } from '#platform/settings.ts'
import { cast } from '#tests/riverside/cast.ts'
import { extentOfRiverside, fillRiverside } from '#tests/riverside/stories/fill.ts'
import type { Installation } from '../installation.ts'
import { migrateInstallation } from '../migrated.ts'
import type { Terminal } from './command.ts'
import { openDiary } from './diary.ts'
import { baseUrlOf, mailOf, textsOf } from './post.ts'
import { createWeb } from './web.ts'
import { startWorker } from './worker.ts'

/**
 * An empty embedded database, or one whose filling was cut short, gets the demo district; any other is left
 * as it is. @returns whether a demo is served
 */
export async function prepare(installation: Installation, db: Db, terminal: Terminal): Promise<boolean> {
  await migrateInstallation(installation, terminal.say)
  if (!installation.embedded) return false
  const districts = await db.pool.query<{ id: string }>('select id from house.district_ids() as id')
  const cutShort = (await extentOfRiverside(db)) === 'half'
  if (cutShort) terminal.say('Filling the demo district was cut short. It is taken away and begun again.')
  if (districts.rowCount === 0 || cutShort) {
    const onProgress = (told: number, of: number) =>
      terminal.progress(`Filling the demo district: ${told} of ${of} stories`)
    await fillRiverside({ admin: installation.admin, db, now: installation.clock.now(), onProgress })
  }
  return (await extentOfRiverside(db)) !== 'absent'
}

function announce(terminal: Terminal, { address, demo }: { address: string; demo: boolean }) {
  terminal.say(`Throughline answers at ${address}`)
  if (demo)
    terminal.say(
      `This is the demo district of Riverside, with invented people. Open ${address}/sign-in and sign in with one click: ` +
        `${cast.maya.name} is a navigator, ${cast.daniel.name} a counselor, ${cast.noor.name} takes referrals for an agency.`,
    )
}

export type Sides = { web: boolean; worker: boolean }

/** Opens one or both sides. Whatever was opened is closed with `open`, the last one first. */
export async function openSides(
  open: AsyncDisposableStack,
  {
    installation,
    settings,
    terminal,
  }: { installation: Installation; settings: Settings; terminal: Terminal },
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
  const proxies = settings.THROUGHLINE_PROXIES
  const opened = await createWeb({
    ...shared,
    secret,
    demo,
    proxies,
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
    announce(terminal, { address: await site.app.listen({ port: settings.PORT, host: settings.HOST }), demo })
  } else terminal.say('Throughline does its own work: jobs and sealing')
}
