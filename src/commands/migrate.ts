import { openInstallation } from '../installation.ts'
import { migrateInstallation } from '../migrated.ts'
import type { Command } from './command.ts'

export const migrateCommand: Command = {
  usage: 'throughline migrate\n\nApplies what is due, in order, and says what it applied. Safe to run again.',
  takes: 0,
  async run({ settings, terminal }) {
    const installation = await openInstallation(settings, { log: terminal.say })
    try {
      const applied = await migrateInstallation(installation, terminal.say)
      terminal.say(applied.length === 0 ? 'Nothing was due.' : `Applied ${applied.length}.`)
    } finally {
      await installation.close()
    }
  },
}
