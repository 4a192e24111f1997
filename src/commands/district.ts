import { shipTerms } from '#acknowledgements/contract.ts'
import { shipMinorRules } from '#consent/contract.ts'
import { beginDistrict, firstHours, isTimeZone, type NewDistrict } from '#district/contract.ts'
import { Db } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { shipModel } from '#standards/contract.ts'
import { openInstallation } from '../installation.ts'
import { migrateInstallation } from '../migrated.ts'
import { type Call, type Command, Complaint } from './command.ts'
import { allDistricts } from './find.ts'

/** What was typed, before anything is opened for it. @throws Complaint */
function askedIn({ words: [verb, typed = ''], options }: Call): NewDistrict {
  const name = typed.normalize('NFC').trim()
  if (verb !== 'add' || name === '') throw new Complaint('See throughline district --help')
  const { state, 'time-zone': timeZone } = options as Record<string, string | undefined>
  if (state === undefined || !/^[A-Z]{2}$/.test(state))
    throw new Complaint('--state is the two capital letters of a state, for example CA')
  if (timeZone === undefined || !isTimeZone(timeZone))
    throw new Complaint('--time-zone is a zone like America/Los_Angeles')
  return { name, state, timeZone }
}

async function carryOut(db: Db, given: NewDistrict, now: Date): Promise<string> {
  const there = (await allDistricts(db)).some(({ name }) => name.toLowerCase() === given.name.toLowerCase())
  if (there) throw new Complaint(`${given.name} is there already`)
  const districtId = newId(now.getTime())
  await db.transaction({ districtId, side: 'system' }, async (tx) => {
    await beginDistrict(tx, given, now)
    await shipModel(tx, now)
    await shipMinorRules(tx, given.state, now)
    await shipTerms(tx, now)
  })
  return districtId
}

export const districtCommand: Command = {
  usage: [
    'throughline district add NAME --state XX --time-zone ZONE',
    '',
    '  --state      two letters: which consent rules apply',
    '  --time-zone  the zone all clocks of the district run in, for example America/Los_Angeles',
    '',
    'Brings the database to this version, and adds a district without schools or people. The standards that ship',
    'are in force as samples: a live school cannot use them with students until the district approves them.',
    `Working hours are ${firstHours.opens} to ${firstHours.closes}, Monday to Friday, until the district sets its own.`,
    'What comes next: throughline user add (a district head, a roster manager), throughline import roster.',
  ].join('\n'),
  takes: 2,
  options: { state: { type: 'string' }, 'time-zone': { type: 'string' } },
  async run(call) {
    const asked = askedIn(call)
    await using open = new AsyncDisposableStack()
    const installation = open.adopt(await openInstallation(call.settings), (one) => one.close())
    await migrateInstallation(installation, call.terminal.say)
    const db = open.adopt(new Db({ ...installation.login('app'), max: 2 }, installation.keys), (pool) =>
      pool.close(),
    )
    const id = await carryOut(db, asked, installation.clock.now())
    call.terminal.say(`${asked.name} is there (${id}), with the shipped standards as samples.`)
    call.terminal.say('Next: throughline user add EMAIL --name NAME --role district_head --schools all')
  },
}
