import { refuseCareless } from '#platform/database/durability.ts'
import { openInstallation } from '../installation.ts'
import type { Command } from './command.ts'

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
 * Waits to be asked to stop. The first time counts. A terminal asks everybody in it at once, and npm and the
 * watcher of `npm run dev` ask their child again: that must not end us while the database is being stopped.
 */
const untilAsked = () =>
  new Promise<NodeJS.Signals>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal))
  })

export const serveCommand: Command = {
  usage,
  takes: 0,
  options: { web: { type: 'boolean' }, worker: { type: 'boolean' } },
  async run({ settings, options, terminal }) {
    const asked = untilAsked()
    const both = options['web'] === options['worker']
    const sides = { web: both || options['web'] === true, worker: both || options['worker'] === true }
    await using open = new AsyncDisposableStack()
    // Reading the whole house takes as long as booting the database: they go side by side.
    const reading = import('./sides.ts')
    const installation = open.adopt(await openInstallation(settings, { beside: false }), (one) => one.close())
    if (!settings.THROUGHLINE_CARELESS)
      await refuseCareless(installation.admin, { ours: installation.embedded })
    const { openSides } = await reading
    await openSides(open, { installation, settings, terminal }, sides)
    const ended = await Promise.race([asked, installation.ended.then(() => 'database' as const)])
    if (ended === 'database') throw new Error('The database ended by itself')
  },
}
