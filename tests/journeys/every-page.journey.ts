import { expect } from 'vitest'
import { assignableRoles, type Role } from '#access/roles.ts'
import { startIncident } from '#crisis/start-incident.ts'
import { actorOf, cast, type CastKey } from '../riverside/cast.ts'
import { schools } from '../riverside/places.ts'
import { tellStories } from '../riverside/stories/tell.ts'
import { perform } from '../riverside/stories/teller.ts'
import { addresses, type Fault, type Known, plain, walkAll, type Window } from './steps/walk.ts'
import { journeyOfBoth } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

/** The first of the cast who signs in as it. */
function firstAs(role: Role): CastKey {
  const found = (Object.keys(cast) as CastKey[]).find((key) => actorOf(key).role === role)
  if (found === undefined) throw new Error(`Nobody of the cast signs in as ${role}`)
  return found
}
/** One of each role. What a second assignment shows is walked in the journey of a crisis. */
const everyRole: readonly CastKey[] = assignableRoles.map(firstAs)

/** What people type to find somebody, and the pages anybody may open. */
const typed = ['/search?q=so', '/search?q=nobody+of+this+name', '/concerns/new?name=so']
const open = [
  '/sign-in',
  ...['', '/student', '/caregiver', '/received'].map((side) => `/ask/alder-creek${side}`),
]

/** Pages that hardly any other page of the stories leads to: who opens each, and for which record. */
const apart = [
  ['yolanda', '/partners/:id/onboarding', 'select id from partner order by name limit 1'],
  ['maya', '/referrals/:id/asked', `select id from referral where navigator_id = '${cast.maya.id}' limit 1`],
  ['grace', '/reviews/:id', `select id from weekly_review where kind = 'care' and closed_at is null limit 1`],
  ['grace', '/reviews/:id/paper', `select id from weekly_review where kind = 'care' limit 1`],
  ['maya', '/referrals/:id', `select referral_id as id from barrier order by opened_at limit 1`],
  [
    'daniel',
    '/concerns/:id/triage',
    `select s.concern_id as id from concern_screening s join concern c on c.id = s.concern_id
     where c.school_id = '${schools.alderCreek.id}' order by s.screened_at desc limit 1`,
  ],
  ['samuel', '/crisis/incidents/:id', 'select id from crisis_incident where student_id is null'],
  ['yolanda', '/standards/crisis/proposals/:id', 'select id from standard_proposal limit 1'],
  ['leila', '/people/:id/second-step', `select id from person where id = '${cast.jonah.id}'`],
  ['leila', '/students/:id/blocks', 'select student_id as id from access_block where lifted_at is null'],
] as const

async function apartFor(key: CastKey, { admin }: Stage): Promise<string[]> {
  const own = apart.filter(([who]) => who === key)
  return Promise.all(
    own.map(async ([, address, text]) => {
      const [row] = (await admin.query<{ id: string }>(text)).rows
      return address.replace(':id', row?.id ?? 'no record for it')
    }),
  )
}

/** How many walk at a time: while one waits for the house, the other's page is read. */
const seats = 2

/** A window that runs scripts beside one that runs none. */
const twoWindows = async ({ stranger }: Stage): Promise<[Window, Window]> => [
  { page: await stranger(true), scripts: true },
  { page: await stranger(false), scripts: false },
]

/** Signs somebody in at one window, and lets them be the same person at the other. */
async function sitDown({ takeSeat }: Stage, [one, other]: readonly [Window, Window], key: CastKey) {
  await takeSeat(one.page, key)
  await other.page.context().clearCookies()
  await other.page.context().addCookies(await one.page.context().cookies())
}

async function walkAsEverybody(stage: Stage, known: Known): Promise<Fault[]> {
  const { address } = stage
  const windows = await twoWindows(stage)
  const found = await walkAll({ who: 'Anybody', role: 'public', address, windows, from: open }, known)
  const waiting = [...everyRole]
  const walk = async (own: readonly [Window, Window]) => {
    for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
      await sitDown(stage, own, key)
      const from = [...plain, ...typed, ...(await apartFor(key, stage))]
      const as = { who: cast[key].name, role: actorOf(key).role, address, windows: own, from }
      found.push(...(await walkAll(as, known)))
    }
  }
  await Promise.all(Array.from({ length: seats }, async () => walk(await twoWindows(stage))))
  return found
}

journeyOfBoth(
  'Everybody opens every page of theirs: it answers, reads well with any device, and fits a small phone',
  async (stage) => {
    await tellStories(stage.db, { now: stage.clock.now(), onProgress: () => undefined })
    await perform(stage.being('samuel'), startIncident, { schoolId: schools.alderCreek.id })
    const known: Known = { opened: new Set(), shown: new Set(), read: new Set() }
    expect(await walkAsEverybody(stage, known)).toEqual([])
    const never = addresses.filter((address) => !known.opened.has(address))
    expect(never).toEqual([])
  },
  900_000,
)
