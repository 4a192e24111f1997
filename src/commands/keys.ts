import pg from 'pg'
import { systemActor } from '#access/actor.ts'
import { writeTraces } from '#access/trail.ts'
import { Db } from '#platform/database/database.ts'
import { firstKey, homeSaid } from '#platform/vault/installation-keys.ts'
import { keyStanding } from '#platform/vault/key-standing.ts'
import { turnDistrictKeys, turnInstallationKey, turnTexts } from '#platform/vault/turn-keys.ts'
import { type Installation, openInstallation } from '../installation.ts'
import { type Command, Complaint, type Terminal } from './command.ts'
import { allDistricts } from './find.ts'

async function sayStanding(client: pg.Client, { keyHome }: Installation, terminal: Terminal) {
  const standing = await keyStanding(client)
  terminal.say(`Keys are in: ${homeSaid(keyHome)}`)
  terminal.say(`Keys of the installation in use: ${standing.installationKeys}`)
  terminal.say(`Keys of districts: ${standing.districtKeys}, retired ${standing.retiredDistrictKeys}`)
  terminal.say(`Data keys: ${standing.dataKeys}, retired ${standing.retiredDataKeys}`)
  for (const { what, begunAt } of standing.cutShort)
    terminal.say(`Cut short since ${begunAt.toISOString()}: ${what}. Run throughline keys rotate again.`)
}

/** Says in the trail of each district that its keys were turned. */
async function note(installation: Installation) {
  const db = new Db({ ...installation.login('app'), max: 1 }, installation.keys)
  const at = installation.clock.now()
  try {
    for (const { id } of await allDistricts(db))
      await db.transaction({ districtId: id, side: 'system' }, (tx) =>
        writeTraces(tx, { actor: systemActor(id), at }, [
          { kind: 'change', name: 'district.keys_turned', subject: { type: 'district', id } },
        ]),
      )
  } finally {
    await db.close()
  }
}

async function rotate(client: pg.Client, installation: Installation, { texts, terminal }: Rotating) {
  await client.query(`select pg_advisory_lock(hashtext('throughline keys'))`)
  await turnInstallationKey(client, installation.keyHome)
  terminal.say('The installation has a new key. The old one opens nothing any more.')
  await turnDistrictKeys(client, installation.keyHome)
  terminal.say('Every district has a new key.')
  if (texts) await turnTexts(client, installation.keyHome, terminal.progress)
  await note(installation)
  terminal.say(`Done. Keep a copy of ${homeSaid(installation.keyHome)} where no copy of the database is.`)
}
type Rotating = { texts: boolean; terminal: Terminal }

export const keysCommand: Command = {
  usage: [
    'throughline keys status',
    'throughline keys rotate [--data]',
    'throughline keys new',
    '',
    '  status   what keys there are, and whether a rotation was cut short',
    '  rotate   a new key for the installation and for every district; the old key of the installation opens',
    '           nothing afterwards',
    '  new      prints a first key, for a vault that holds none yet; nothing is opened or changed',
    '  --data   also seals every text anew under new keys, which takes longer',
    '',
    'Works while Throughline serves. Ended at any moment, it is whole after it is run again.',
  ].join('\n'),
  takes: 1,
  options: { data: { type: 'boolean' } },
  async run({ settings, words, options, terminal }) {
    const [what] = words
    if (what === 'new') return terminal.say(firstKey().trimEnd())
    if (what !== 'status' && what !== 'rotate')
      throw new Complaint(
        'Say what: throughline keys status, throughline keys rotate, or throughline keys new',
      )
    await using open = new AsyncDisposableStack()
    const installation = open.adopt(await openInstallation(settings), (one) => one.close())
    const client = open.adopt(new pg.Client(installation.admin), (one) => one.end())
    await client.connect()
    if (what === 'status') return await sayStanding(client, installation, terminal)
    await rotate(client, installation, { texts: options['data'] === true, terminal })
  },
}
