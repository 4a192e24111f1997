import { fileAnchor } from '#access/seal/anchor.ts'
import { openSealer } from '#access/seal/sealer.ts'
import { verifyTrail } from '#access/seal/verify.ts'
import { besideOf, openInstallation } from '../installation.ts'
import { type Command, Complaint } from './command.ts'

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
    const sealer = openSealer(installation.login('sealer'))
    try {
      const anchored = await fileAnchor(besideOf(installation.dataDir).roots).read()
      const { seals, findings, restores } = await verifyTrail(sealer, {
        anchored,
        now: installation.clock.now(),
      })
      for (const { districtId, afterSeal, givenUp } of restores)
        terminal.say(
          `${districtId}: a copy took the place of the database after seal ${afterSeal}; ${givenUp - afterSeal} seals were given up for it`,
        )
      for (const { districtId, seal, what } of findings)
        terminal.say(`${districtId ?? 'anchor'} seal ${seal}: ${what.replaceAll('_', ' ')}`)
      const bad = new Set(findings.map(({ districtId, seal }) => `${districtId} ${seal}`))
      if (bad.size > 0) throw new Complaint(`${bad.size} of ${seals} seals do not match`)
      terminal.say(`${seals} seals checked. The trail is as it was sealed.`)
    } finally {
      await sealer.close()
      await installation.close()
    }
  },
}
