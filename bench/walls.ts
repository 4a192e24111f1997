import pg from 'pg'
import { generateDistrict } from '../tests/riverside/large/generate.ts'
import { staffPlaces } from '../tests/riverside/large/places.ts'
import { type SizeName, sizes } from '../tests/riverside/large/sizes.ts'
import type { Client } from './client.ts'
import { hireCrew } from './crew.ts'
import { morning } from './day.ts'
import { breakGround, type Ground } from './ground.ts'
import { walkAll } from './loop.ts'
import { atOnce } from './measure.ts'
import { readersOf } from './readers.ts'
import { startSite } from './site.ts'
import { buildTown } from './town.ts'

export type WallsResult = { what: string; withThem: number; without: number; timesAsDear: number }

const connections = 8
/** With and without take turns, so that a machine that is slower for some seconds is so for both. */
const rounds = 4

/**
 * One statement for each table, in a transaction of its own: whoever holds one table and waits for another is
 * not waited for while this holds that other one.
 */
const each = (statement: string, where: string) => `do $$ declare t regclass; begin
  for t in select oid from pg_class where ${where} loop execute format('${statement}', t); commit; end loop; end $$`
const walled = `relnamespace = 'public'::regnamespace and relforcerowsecurity`
const guarded = `oid in (select tgrelid from pg_trigger where tgname = 'leaves_a_trace')`
type Taken = { down: readonly string[]; up: readonly string[] }
/** The trail and its guards alone are taken away, and put back. */
const trail: Taken = {
  down: [
    each('alter table %s disable trigger leaves_a_trace', guarded),
    `create function unwritten() returns trigger language plpgsql as 'begin return null; end'`,
    'create trigger unwritten before insert on audit_event for each row execute function unwritten()',
  ],
  up: [
    each('alter table %s enable trigger leaves_a_trace', guarded),
    'drop trigger unwritten on audit_event',
    'drop function unwritten',
  ],
}
/** The walls too. */
const everything: Taken = {
  down: [each('alter table %s disable row level security', walled), ...trail.down],
  up: [each('alter table %s enable row level security', walled), ...trail.up],
}

async function carryOut(admin: pg.Client, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await admin.query(statement)
}

/** How much is done a second with walls, guards and the trail, and without them. */
async function compare(
  ground: Ground,
  {
    what,
    work,
    taken = everything,
  }: { what: string; work(): Promise<{ done: number; seconds: number }>; taken?: Taken },
): Promise<WallsResult> {
  const admin = new pg.Client(ground.admin)
  await admin.connect()
  const [withThem, without] = [
    { done: 0, seconds: 0 },
    { done: 0, seconds: 0 },
  ]
  const add = async (to: typeof withThem) => {
    const { done, seconds } = await work()
    to.done += done
    to.seconds += seconds
  }
  try {
    await work()
    for (let round = 0; round < rounds; round += 1) {
      await add(withThem)
      await carryOut(admin, taken.down)
      await add(without).finally(() => carryOut(admin, taken.up))
    }
  } finally {
    await admin.end()
  }
  const perSecond = ({ done, seconds }: typeof withThem) => Math.round((done / seconds) * 10) / 10
  const timesAsDear = Math.round((perSecond(without) / perSecond(withThem)) * 100) / 100
  return { what, withThem: perSecond(withThem), without: perSecond(without), timesAsDear }
}

const reading = (client: Client, page: string) => () =>
  atOnce(connections, {
    seconds: 4,
    async work() {
      const { status } = await client.get(page, 'text/html')
      if (status !== 200) throw new Error(`${page} answered ${status}`)
      return true
    },
  })

/** So many people read in turn: more than a person reads in a minute is turned away. */
const readers = 150

async function pagesOn(ground: Ground, { size, log }: Wanted): Promise<WallsResult[]> {
  const now = new Date()
  const { districtId } = await generateDistrict(ground.admin, { size, now, keys: ground.keys })
  await ground.setClock(now)
  const site = await startSite(ground.environment, ['--web'])
  const staff = staffPlaces(sizes[size])
  const numbers = Array.from({ length: readers }, (_, at) => at)
  const results: WallsResult[] = []
  for (const [who, places] of [
    ['navigators', numbers.filter((at) => at < sizes[size].navigators).map(staff.navigator)],
    ['counselors', [staff.counselor(7)]],
    ['designated leads, whole district', [staff.lead(0)]],
  ] as const) {
    const asked = { districtId, now, address: site.address, connections, places, count: readers }
    const client = await readersOf(ground, asked)
    results.push(
      said(log, await compare(ground, { what: `tracker, ${who}`, work: reading(client, '/referrals') })),
    )
    client.close()
  }
  await site.stop()
  return results
}

/** A loop is nineteen acts: what holds for it holds for an act. */
async function actsOn(
  ground: Ground,
  { what, atOnce: lines, taken }: { what: string; atOnce: number; taken: Taken },
): Promise<WallsResult> {
  const loops = 40
  await ground.setClock(morning)
  const pupils = await buildTown(ground.db, { pupils: loops * (2 * rounds + 1), now: morning })
  const { address, stop } = await startSite(ground.environment)
  const crew = await hireCrew(address, { db: ground.db, now: morning })
  const work = () => walkAll({ crew, ground }, { pupils: pupils.splice(0, loops), connections: lines })
  const result = await compare(ground, { what, work, taken })
  crew.leave()
  await stop()
  return result
}

async function on<T>(measure: (ground: Ground) => Promise<T>): Promise<T> {
  const ground = await breakGround()
  return measure(ground).finally(() => ground.close())
}

type Wanted = { size: SizeName; log: (line: string) => void }

/** Says a result as soon as it is there: what comes after it may take long. */
function said(log: Wanted['log'], result: WallsResult): WallsResult {
  const { what, withThem, without, timesAsDear } = result
  log(`${what}: ${withThem} a second, ${without} without; ${timesAsDear} times as dear`)
  return result
}

/** What walls, guards and the trail cost, as ratios to the same work in the same run without them. */
export async function measureWalls(wanted: Wanted): Promise<WallsResult[]> {
  const acts = { what: 'acts of a loop', atOnce: connections, taken: everything }
  const traced = { what: 'acts of a loop, sixteen at once, the trail alone', atOnce: 16, taken: trail }
  return [
    said(wanted.log, await on((ground) => actsOn(ground, traced))),
    said(wanted.log, await on((ground) => actsOn(ground, acts))),
    ...(await on((ground) => pagesOn(ground, wanted))),
  ]
}
