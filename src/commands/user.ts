import { type Added, addUser, type NewUser } from '#access/sign-in/add-user.ts'
import type { Desk } from '#access/sign-in/desk.ts'
import { systemActor } from '#access/actor.ts'
import { addableRoles, type Role, sideOf } from '#access/roles.ts'
import { noticeFamily } from '#people/contract.ts'
import { Db } from '#platform/database/database.ts'
import { day, mailAddress } from '#platform/given.ts'
import { house } from '../compose.ts'
import { openInstallation } from '../installation.ts'
import { type Call, type Command, Complaint } from './command.ts'
import { employedIn } from './employed.ts'
import { findDistrict } from './find.ts'
import { baseUrlOf, mailOf } from './post.ts'
import { endUser } from './user-end.ts'
import { openDoor } from './web.ts'
import { type Named, schools, agencies } from './user-store.ts'

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

/** @throws Complaint where a day is none, or the last comes before the first */
function daysIn(options: Call['options']): { from: string | undefined; until: string | undefined } {
  const dayOf = (name: 'from' | 'until') => {
    const typed = options[name] as string | undefined
    if (typed !== undefined && !day.safeParse(typed).success)
      throw new Complaint(`--${name} is a day, for example 2026-10-15`)
    return typed
  }
  const days = { from: dayOf('from'), until: dayOf('until') }
  if (days.from !== undefined && days.until !== undefined && days.until < days.from)
    throw new Complaint('--until comes before --from')
  return days
}

/** What was typed, before anything is opened for it. @throws Complaint */
function addedIn({ words: [, email = ''], options }: Call) {
  if (!mailAddress.safeParse(email.trim()).success)
    throw new Complaint(`"${email}" is not an email address, like name@example.org`)
  const role = addableRoles.find((each) => each === options['role'])
  if (role === undefined) throw new Complaint(`--role is one of ${addableRoles.join(', ')}`)
  const name = String(options['name'] ?? '').trim()
  if (name === '') throw new Complaint('Say who it is: --name "First Last"')
  const days = daysIn(options)
  return { email, name, role, ...days, ...employedIn(options, { role, until: days.until }) }
}

type Asked = ReturnType<typeof addedIn>
const happened: Record<Added, (asked: Asked) => string> = {
  person: ({ email, role }) => `Added ${email} as ${role}.`,
  assignment: ({ email, role }) => `${email} was here before. Added the assignment as ${role}.`,
  nothing: ({ email, role }) => `${email} is already there as ${role}. Nothing was added.`,
}

/** The agency that lends somebody to a school, where one was named. */
async function lenderOf(db: Db, districtId: string, { agency }: Asked): Promise<string | undefined> {
  if (agency === undefined) return undefined
  const scope = { districtId, side: 'system' } as const
  return pick(
    await db.transaction(scope, (tx) => tx.all(agencies, { district: districtId })),
    agency,
    'agency',
  )
}

/** @returns what to say */
async function carryOut(
  { db, desk }: { db: Db; desk: Desk },
  { asked, options }: Pick<Call, 'options'> & { asked: Asked },
): Promise<string> {
  const { id: districtId } = await findDistrict(db, options['district'] as string | undefined)
  const reach = await reachOf(db, districtId, { role: asked.role, options })
  const employedBy = await lenderOf(db, districtId, asked)
  const { personId, added, invitation } = await addUser(desk, { districtId, ...asked, ...reach, employedBy })
  const doer = { db, clock: desk.clock, actor: systemActor(districtId), reactions: house.reactions }
  await noticeFamily.perform(doer, { personId })
  if (added === 'nothing' && (asked.from ?? asked.until) !== undefined)
    throw new Complaint(
      `${asked.email} is already there as ${asked.role}. End that first: throughline user end`,
    )
  return invitation === undefined
    ? `${happened[added](asked)} They can sign in already.`
    : `${happened[added](asked)} Their invitation, to be used once within 30 minutes:\n${invitation}`
}

async function ended(at: Parameters<typeof endUser>[0], { words: [, email = ''], options }: Call) {
  const { id: districtId } = await findDistrict(at.db, options['district'] as string | undefined)
  return endUser(at, { districtId, email, role: options['role'] as string | undefined })
}

export const userCommand: Command = {
  usage: [
    'throughline user add EMAIL --name "First Last" --role ROLE (--schools all | NAME,NAME | --partner NAME)',
    '                     [--from DAY] [--until DAY] [--employer EMPLOYER] [--employed-by NAME] [--district NAME]',
    'throughline user end EMAIL [--role ROLE] [--district NAME]',
    '',
    'Somebody who is already there with the same assignment is left as they are; who cannot sign in yet gets a new',
    'invitation, and the one before stops working.',
    '',
    'Without days an assignment begins today and has no end. DAY is written as 2026-10-15.',
    'Ending takes effect at the next request: with --role that assignment ends, without it everything, sessions and',
    'tokens included. Who is added again is the same person as before.',
    '',
    'EMPLOYER is school, partner or contractor; left out, the agency employs its own people and the district everybody else.',
    'Somebody an agency lends to a school names it in --employed-by, and is there while the agency works with the district;',
    'a contract has a last day.',
    `ROLE is one of ${addableRoles.join(', ')}.`,
  ].join('\n'),
  takes: 2,
  options: {
    name: { type: 'string' },
    role: { type: 'string' },
    schools: { type: 'string' },
    partner: { type: 'string' },
    from: { type: 'string' },
    until: { type: 'string' },
    employer: { type: 'string' },
    'employed-by': { type: 'string' },
    district: { type: 'string' },
  },
  async run(call) {
    const [verb, email] = call.words
    if ((verb !== 'add' && verb !== 'end') || email === undefined)
      throw new Complaint('See throughline user --help')
    const asked = verb === 'add' ? addedIn(call) : undefined
    const { settings, terminal, options } = call
    await using open = new AsyncDisposableStack()
    const installation = open.adopt(await openInstallation(settings), (one) => one.close())
    const { login, clock, secret, dataDir } = installation
    const db = open.adopt(new Db({ ...login('app'), max: 2 }, installation.keys), (pool) => pool.close())
    if (asked === undefined) return terminal.say(await ended({ db, clock }, call))
    const mail = open.adopt(mailOf(settings, dataDir, terminal.say), (post) => post.close())
    const shared = { dataDir, db, login, clock, secret, mail, demo: false, baseUrl: baseUrlOf(settings) }
    const log = ({ error }: { error: Error }) => terminal.say(error.message)
    const { desk } = open.adopt(await openDoor({ ...shared, log }), (door) => door.close())
    terminal.say(await carryOut({ db, desk }, { asked, options }))
  },
}
