import { systemActor } from '#access/actor.ts'
import { type Doer, inTransaction } from '#access/doer.ts'
import { checkLost } from '#coordination/check-lost.ts'
import { findingsOf } from '#coordination/lost-check-store.ts'
import { needWords, openTypeWords } from '#coordination/lost-words.ts'
import { Db } from '#platform/database/database.ts'
import { house } from '../compose.ts'
import type { Installation } from '../installation.ts'
import { Complaint, type Terminal } from './command.ts'
import { allDistricts } from './find.ts'

const type = openTypeWords()
const need = needWords()

/** Looks through what is open in one district. @returns how much is still missing */
async function verifyDistrict(doer: Doer, name: string, terminal: Terminal): Promise<number> {
  const { checkId, open, found, repaired } = await checkLost(doer)
  terminal.say(`${name}: ${open} open, ${found} missing, ${repaired} put right`)
  const findings = await inTransaction(doer, (tx) => findingsOf(tx, doer.actor, checkId))
  for (const { recordType, recordId, schoolName, lacks, repaired: right } of findings)
    terminal.say(
      `  ${type(recordType)} ${recordId}, ${schoolName}: ${need(lacks)}${right ? ', put right' : ''}`,
    )
  return found - repaired
}

/**
 * Proves of everything open that it has an owner, a next action, a clock and a list on which somebody sees
 * it, puts right what the house may, and names the rest.
 * @throws Complaint when something is still missing
 */
export async function verifyLost(
  installation: Pick<Installation, 'login' | 'clock' | 'keys'>,
  terminal: Terminal,
): Promise<void> {
  const db = new Db({ ...installation.login('app'), max: 2 }, installation.keys)
  try {
    let missing = 0
    for (const { id, name } of await allDistricts(db)) {
      const actor = systemActor(id)
      const doer = { db, clock: installation.clock, reactions: house.reactions, actor }
      missing += await verifyDistrict(doer, name, terminal)
    }
    if (missing > 0) throw new Complaint(`Still missing, and for somebody to put right: ${missing}`)
    terminal.say('Nobody is lost.')
  } finally {
    await db.close()
  }
}
