import { sql } from 'kysely'
import { type Added, addUser, type NewUser } from '#access/sign-in/add-user.ts'
import type { Desk } from '#access/sign-in/desk.ts'
import { addableRoles, type Role, sideOf } from '#access/roles.ts'
import { Db } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { mailAddress } from '#platform/given.ts'
import { openInstallation } from '../installation.ts'
import { type Call, type Command, Complaint } from './command.ts'
import { findDistrict } from './find.ts'
import { baseUrlOf, mailOf } from './post.ts'
import { openDoor } from './web.ts'

type Named = { id: string; name: string }
const schools = statement(
  ($: { district: string }) =>
    sql<Named>`select id, name from school where district_id = ${$.district} and closed_on is null`,
)
const agencies = statement(
  ($: { district: string }) =>
    sql<Named>`select id, short_name as name from partner where district_id = ${$.district} and ended_at is null`,
)

const pick = (all: Named[], typed: string, what: string) => {
  const found = all.find(({ id, name }) => id === typed || name.toLowerCase() === typed.toLowerCase())
  if (found === undefined) throw new Complaint(`There is no ${what} called ${typed}`)
  return found.id
}

/** Where the new assignment gives rights: at an agency, at named schools, or everywhere. */
async function reachOf(
  db: Db,
  districtId: string,
  { role, options }: { role: Role; options: Call['options'] },
): Promise<Pick<NewUser, 'schoolIds' | 'partnerId'>> {
  const scope = { districtId, side: 'system' } as const
  if (sideOf(role) === 'partner') {
    if (options['partner'] === undefined) throw new Complaint(`${role} needs --partner NAME`)
    const all = await db.transaction(scope, (tx) => tx.all(agencies, { district: districtId }))
    return { partnerId: pick(all, String(options['partner']), 'agency') }
  }
  const typed = options['schools']
  if (typed === undefined)
    throw new Complaint(`${role} needs --schools all, or names with commas between them`)
  if (typed === 'all') return { schoolIds: 'all' }
  const all = await db.transaction(scope, (tx) => tx.all(schools, { district: districtId }))
  return {
    schoolIds: String(typed)
      .split(',')
      .map((name) => pick(all, name.trim(), 'school')),
  }
}

/** What was typed, before anything is opened for it. @throws Complaint */
function askedIn({ words, options }: Call): { email: string; name: string; role: Role } {
  const [verb, email] = words
  if (verb !== 'add' || email === undefined) throw new Complaint('See throughline user --help')
  if (!mailAddress.safeParse(email.trim()).success)
    throw new Complaint(`"${email}" is not an email address, like name@example.org`)
  const role = addableRoles.find((each) => each === options['role'])
  if (role === undefined) throw new Complaint(`--role is one of ${addableRoles.join(', ')}`)
  const name = String(options['name'] ?? '').trim()
  if (name === '') throw new Complaint('Say who it is: --name "First Last"')
  return { email, name, role }
}

type Asked = ReturnType<typeof askedIn>
const happened: Record<Added, (asked: Asked) => string> = {
  person: ({ email, role }) => `Added ${email} as ${role}.`,
  assignment: ({ email, role }) => `${email} was here before. Added the assignment as ${role}.`,
  nothing: ({ email, role }) => `${email} is already there as ${role}. Nothing was added.`,
}

/** @returns what to say */
async function carryOut(
  { db, desk }: { db: Db; desk: Desk },
  { asked, options }: Pick<Call, 'options'> & { asked: Asked },
): Promise<string> {
  const { id: districtId } = await findDistrict(db, options['district'] as string | undefined)
  const reach = await reachOf(db, districtId, { role: asked.role, options })
  const { added, invitation } = await addUser(desk, { districtId, ...asked, ...reach })
  return invitation === undefined
    ? `${happened[added](asked)} They can sign in already.`
    : `${happened[added](asked)} Their invitation, to be used once within 30 minutes:\n${invitation}`
}

export const userCommand: Command = {
  name: 'user',
  summary: 'add a person with an assignment and an invitation',
  usage: [
    'throughline user add EMAIL --name "First Last" --role ROLE (--schools all | NAME,NAME | --partner NAME) [--district NAME]',
    '',
    'Somebody who is already there with the same assignment is left as they are; who cannot sign in yet gets a new',
    'invitation, and the one before stops working.',
    '',
    `ROLE is one of ${addableRoles.join(', ')}.`,
  ].join('\n'),
  takes: 2,
  options: {
    name: { type: 'string' },
    role: { type: 'string' },
    schools: { type: 'string' },
    partner: { type: 'string' },
    district: { type: 'string' },
  },
  async run(call) {
    const asked = askedIn(call)
    const { settings, terminal, options } = call
    await using open = new AsyncDisposableStack()
    const installation = open.adopt(await openInstallation(settings), (one) => one.close())
    const { login, clock, secret, dataDir } = installation
    const db = open.adopt(new Db({ ...login('app'), max: 2 }), (pool) => pool.close())
    const mail = open.adopt(mailOf(settings, dataDir, terminal.say), (post) => post.close())
    const shared = { dataDir, db, login, clock, secret, mail, demo: false, baseUrl: baseUrlOf(settings) }
    const log = ({ error }: { error: Error }) => terminal.say(error.message)
    const { desk } = open.adopt(await openDoor({ ...shared, log }), (door) => door.close())
    terminal.say(await carryOut({ db, desk }, { asked, options }))
  },
}
