import { join } from 'node:path'
import { pino } from 'pino'
import { Db } from '#platform/database/database.ts'
import { mailFrom } from '#platform/mail.ts'
import type { Settings } from '#platform/settings.ts'
import { seedRiverside } from '#tests/riverside/stories/tell.ts'
import { type Installation, migrateInstallation, openInstallation } from '../installation.ts'
import type { Command, Terminal } from './command.ts'
import { createWeb } from './web.ts'
import { startWorker } from './worker.ts'

const usage = [
  'throughline serve [--web | --worker]',
  '',
  '  --web      only answer requests',
  '  --worker   only do what the house does by itself: jobs and sealing',
  '',
  'Boots the embedded database unless DATABASE_URL names another, brings it to this version, and fills an empty',
  'embedded one with the demo district of Riverside.',
].join('\n')

/**
 * An empty embedded database gets the demo district; any other is left as it is. @returns whether a demo is
 * served
 */
async function prepare(installation: Installation, db: Db, terminal: Terminal): Promise<boolean> {
  await migrateInstallation(installation, terminal.say)
  if (!installation.embedded) return false
  const districts = await db.pool.query<{ id: string }>('select id from house.district_ids() as id')
  if (districts.rowCount === 0) {
    const onProgress = (told: number, of: number) =>
      terminal.progress(`Filling the demo district: ${told} of ${of} stories`)
    await seedRiverside(db, { now: installation.clock.now(), onProgress })
  }
  return true
}

const untilAsked = () =>
  new Promise<NodeJS.Signals>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal))
  })

function announce(terminal: Terminal, { address, demo }: { address: string; demo: boolean }) {
  terminal.say(`Throughline answers at ${address}`)
  if (demo)
    terminal.say(
      'This is the demo district of Riverside, with invented people. Sign in as any of them with one click.',
    )
}

async function run(
  installation: Installation,
  settings: Settings,
  { terminal, web, worker }: { terminal: Terminal; web: boolean; worker: boolean },
) {
  const logger = pino({ base: null })
  const db = new Db({ ...installation.login('app'), max: 10 })
  const demo = (await prepare(installation, db, terminal)) && settings.THROUGHLINE_DEMO !== false
  const baseUrl = settings.THROUGHLINE_URL ?? `http://localhost:${settings.PORT}`
  const mail = mailFrom({
    smtpUrl: settings.SMTP_URL,
    from: settings.MAIL_FROM,
    folder: join(installation.dataDir, 'mail'),
    log: (line) => logger.info(line),
  })
  const { clock, secret, login, dataDir } = installation
  const log = ({ id, route, error }: { id: string; route: string; error: Error & { code?: string } }) =>
    logger.error({
      id,
      route,
      kind: error.name,
      code: error.code,
      stack: error.stack?.split('\n').slice(1, 4),
    })
  const site = await createWeb({
    db,
    login,
    clock,
    dataDir,
    secret,
    demo,
    baseUrl,
    proxies: settings.THROUGHLINE_PROXIES,
    mail,
    log,
  })
  const side = worker
    ? await startWorker({
        db,
        login,
        clock,
        dataDir,
        baseUrl,
        mail,
        door: site.door,
        log: ({ what, error }) => log({ id: what, route: what, error }),
      })
    : undefined
  if (web)
    announce(terminal, { address: await site.app.listen({ port: settings.PORT, host: settings.HOST }), demo })
  const ended = await Promise.race([untilAsked(), installation.ended.then(() => 'database' as const)])
  await side?.stop()
  await site.close()
  await db.close()
  mail.close()
  if (ended === 'database') throw new Error('The database ended by itself')
}

export const serveCommand: Command = {
  name: 'serve',
  summary: 'answer requests and do the work behind them',
  usage,
  options: { web: { type: 'boolean' }, worker: { type: 'boolean' } },
  async run({ settings, options, terminal }) {
    const installation = await openInstallation(settings, { beside: false })
    const both = options['web'] === options['worker']
    try {
      await run(installation, settings, {
        terminal,
        web: both || options['web'] === true,
        worker: both || options['worker'] === true,
      })
    } finally {
      await installation.close()
    }
  },
}
