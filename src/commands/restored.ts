import { openInstallation } from '../installation.ts'
import { restoreInstallation } from '../migrated.ts'
import type { Command } from './command.ts'

export const restoredCommand: Command = {
  usage: [
    'throughline restored [--open]',
    '',
    'After a copy was put in the place of the database. Put the files of the folder audit back first: they say what',
    'the copy lacks. Says it, and what was removed or taken back since. Nothing is served from a copy before.',
    '',
    '  --open   goes on: the trail in this server, everybody signed out, what was taken back taken back again',
  ].join('\n'),
  takes: 0,
  options: { open: { type: 'boolean' } },
  async run({ settings, options, terminal }) {
    const installation = await openInstallation(settings, { log: terminal.say })
    try {
      await restoreInstallation(installation, { open: options['open'] === true, log: terminal.say })
    } finally {
      await installation.close()
    }
  },
}
