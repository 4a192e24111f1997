import { join } from 'node:path'
import { fileAnchor } from '#access/seal/anchor.ts'
import { verifyTrail } from '#access/seal/verify.ts'
import { Db } from '#platform/database/database.ts'
import { openInstallation } from '../installation.ts'
import { type Command, Complaint } from './command.ts'

export const anchorPath = (dataDir: string) => join(dataDir, 'audit', 'roots.jsonl')

export const verifyCommand: Command = {
  usage: [
    'throughline verify [audit]',
    '',
    'Reads every seal of every district again and compares the roots kept outside the database.',
    'Ends with 1 and names each seal that does not match.',
  ].join('\n'),
  takes: 1,
  async run({ settings, words, terminal }) {
    if ((words[0] ?? 'audit') !== 'audit') throw new Complaint(`Nothing called ${words[0]} can be verified`)
    const installation = await openInstallation(settings)
    const sealer = new Db({ ...installation.login('sealer'), max: 2 })
    try {
      const { seals, findings } = await verifyTrail(
        sealer,
        await fileAnchor(anchorPath(installation.dataDir)).read(),
      )
      for (const { districtId, seal, what } of findings)
        terminal.say(`${districtId} seal ${seal}: ${what.replaceAll('_', ' ')}`)
      if (findings.length > 0) throw new Complaint(`${findings.length} of ${seals} seals do not match`)
      terminal.say(`${seals} seals checked. The trail is as it was sealed.`)
    } finally {
      await sealer.close()
      await installation.close()
    }
  },
}
