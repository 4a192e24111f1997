import { fileAnchor } from '#access/seal/anchor.ts'
import { openSealer } from '#access/seal/sealer.ts'
import { verifyTrail } from '#access/seal/verify.ts'
import type { Settings } from '#platform/settings.ts'
import { besideOf, openInstallation } from '../installation.ts'
import { type Command, Complaint, type Terminal } from './command.ts'

async function lost(settings: Settings, terminal: Terminal): Promise<void> {
  const installation = await openInstallation(settings)
  try {
    // Read when it is asked for: it needs the whole house.
    const { verifyLost } = await import('./verify-lost.ts')
    await verifyLost(installation, terminal)
  } finally {
    await installation.close()
  }
}

/** Says how far something is once a second, and nothing of what is done sooner. */
function everySecond(say: (done: number) => void) {
  let last = performance.now()
  return (done: number) => {
    if (performance.now() - last < 1000) return
    last = performance.now()
    say(done)
  }
}

export const verifyCommand: Command = {
  usage: [
    'throughline verify [audit]',
    'throughline verify lost',
    '',
    '  audit   reads every seal of every district again and compares the roots kept outside the database',
    '  lost    looks whether everything open has an owner, a next action, a clock and a list on which it is',
    '          seen, and puts right what it may; the same is done each night',
    '',
    'Ends with 1 and names each seal that does not match, or each record that lacks something.',
  ].join('\n'),
  takes: 1,
  async run({ settings, words, terminal }) {
    const asked = words[0] ?? 'audit'
    if (asked === 'lost') return lost(settings, terminal)
    if (asked !== 'audit') throw new Complaint(`Nothing called ${asked} can be verified`)
    const installation = await openInstallation(settings)
    const sealer = openSealer(installation.login('sealer'))
    try {
      const anchored = await fileAnchor(besideOf(installation.dataDir).roots).read()
      const { seals, findings, restores } = await verifyTrail(sealer, {
        anchored,
        now: installation.clock.now(),
        onProgress: everySecond((seals) => terminal.progress(`Seals read: ${seals}`)),
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
