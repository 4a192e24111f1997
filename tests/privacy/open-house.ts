import { tmpdir } from 'node:os'
import { systemActor } from '#access/actor.ts'
import { actorOf as actorAt, type Place } from '#access/assignments.ts'
import { issueToken } from '#access/issue-token.ts'
import { asCastMember } from '#access/sign-in/demo-cast.ts'
import { placesOf } from '#access/sign-in/places.ts'
import { createSignIn, type SignIn } from '#access/sign-in/sign-in.ts'
import type { Role } from '#access/roles.ts'
import type { Message } from '#platform/mail.ts'
import { noTexts } from '#platform/texts.ts'
import { openDiary } from '../../src/commands/diary.ts'
import { house, jobsOf } from '../../src/compose.ts'
import { createServer, type ServerOptions } from '../../src/server.ts'
import { cast } from '../riverside/cast.ts'
import { riversideId } from '../riverside/places.ts'
import { relatives } from './stories.ts'
import type { World } from './world.ts'

/** Whoever asks: a person at a browser, a machine with that person's token, or nobody. */
export type Asker = {
  who: string
  by: 'browser' | 'machine' | 'nobody'
  role: Role | 'nobody'
  /** Undefined for nobody. */
  assignmentId: string | undefined
  headers: Readonly<Record<string, string>>
}

/** Where a spec plants a leak, beside the product and never in it. */
export type Leak = Partial<Pick<ServerOptions, 'house' | 'log'>> & {
  door?: (door: SignIn) => SignIn
  mail?: (message: Message) => Message
}

export type OpenHouse = Awaited<ReturnType<typeof openHouse>>

const assets = { href: (name: string) => `/assets/${name}`, folder: '', files: new Set<string>() }

/** The whole house as it is served, on a world with words of ours; what it writes down and mails is kept. */
export async function openHouse({ database: { db, login }, clock }: World, leak: Leak = {}) {
  const lines: string[] = []
  const mail: Message[] = []
  const diary = openDiary({ write: (line) => void lines.push(line) })
  const send = async (message: Message) => void mail.push(leak.mail?.(message) ?? message)
  const log = leak.log ?? diary.broken
  const door = await createSignIn({
    auth: login('auth'),
    db,
    clock,
    secret: 'a secret for privacy that is long enough',
    secure: false,
    demo: true,
    baseUrl: 'http://localhost',
    mail: { send, close: () => undefined },
    assets,
    log,
  })
  const app = await createServer({
    house: leak.house ?? house,
    door: leak.door?.(door) ?? door,
    db,
    clock,
    dataDir: tmpdir(),
    assets,
    demo: true,
    secure: false,
    log,
  })
  const doer = { db, clock, reactions: house.reactions, actor: systemActor(riversideId) }
  const post = { mail: { send, close: () => undefined }, texts: noTexts, url: 'http://localhost' }
  const jobs = [...jobsOf(post), ...door.jobs]
  const work = async (name: string, payload: object) =>
    jobs.find((job) => job.name === name)?.run(doer, { district_id: riversideId, ...payload })
  const close = async () => {
    await app.close()
    await door.close()
  }
  return { app, door, lines, mail, work, close }
}

const own = { host: 'localhost', 'user-agent': 'Firefox/140.0 Linux' }
const people = [...Object.values(cast), ...Object.values(relatives)]

/** A session in each assignment of one person, and a token that acts in it. */
async function comingAs({ database: { db }, clock }: World, { desk }: SignIn, personId: string) {
  const visitor = { ip: '203.0.113.7', browser: own['user-agent'] }
  const now = clock.now()
  const token = await asCastMember(desk, personId, visitor)
  const session = await desk.sessions.find(token, now)
  const places = await placesOf(desk.auth, session?.loginId ?? '', now)
  const come = async (place: Place): Promise<Asker[]> => {
    const { assignment_id: assignmentId } = place
    const as = { who: place.name, role: actorAt(place)?.role ?? 'nobody', assignmentId } as const
    const opened = { loginId: session?.loginId ?? '', stage: 'demo', provenAt: now, place } as const
    const cookie = `tl=${await desk.sessions.open(opened, { ...visitor, now })}`
    const issued = { districtId: riversideId, assignmentId, label: 'A machine', days: 1, now }
    const bearer = `Bearer ${await issueToken(db, issued)}`
    return [
      { ...as, by: 'browser', headers: { ...own, cookie } },
      { ...as, by: 'machine', headers: { ...own, authorization: bearer } },
    ]
  }
  return (await Promise.all(places.map(come))).flat()
}

/** Everybody of the cast, in each of their assignments, at a browser and as a machine, and nobody. */
export async function everybody(world: World, { door }: OpenHouse): Promise<Asker[]> {
  const all: Asker[] = []
  for (const { id } of people) all.push(...(await comingAs(world, door, id)))
  return [...all, { who: 'Nobody', by: 'nobody', role: 'nobody', assignmentId: undefined, headers: own }]
}
