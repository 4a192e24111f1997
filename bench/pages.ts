import { generateDistrict } from '../tests/riverside/large/generate.ts'
import { staffPlaces } from '../tests/riverside/large/places.ts'
import { type SizeName, sizes } from '../tests/riverside/large/sizes.ts'
import type { Client } from './client.ts'
import { breakGround, type Ground } from './ground.ts'
import { atOnce, Latencies } from './measure.ts'
import { readersOf } from './readers.ts'
import { startSite } from './site.ts'

export type PageResult = {
  page: string
  who: string
  perSecond: number
  p50: number
  p95: number
  p99: number
  bytes: number
}

const connections = 8

async function readPage(client: Client, { page, seconds }: { page: string; seconds: number }) {
  let times = new Latencies()
  let bytes = 0
  const work = async () => {
    const answer = await client.get(page, 'text/html')
    if (answer.status !== 200) throw new Error(`${page} answered ${answer.status}`)
    bytes = answer.body.length
    times.add(answer.milliseconds)
    return true
  }
  await atOnce(connections, { seconds: 2, work })
  times = new Latencies()
  const { perSecond } = await atOnce(connections, { seconds, work })
  return { perSecond, times, bytes }
}

/** By one name, by two, by the number of a referral and by that of a student at school. */
const searches = ['/search?q=nunez', '/search?q=mar+gar', '/search?q=10421', '/search?q=104213']
const ofSchool = ['/today', '/referrals', ...searches]
const ofAgency = ['/inbox', ...searches]

/** So many read each page in turn: more than a person reads in a minute is turned away. */
const readers = 200

/**
 * People whose reach differs, and what they read. Navigators own work and read what is theirs; of the others
 * one is copied, so that all of them reach the same.
 */
function readersIn(size: SizeName) {
  const staff = staffPlaces(sizes[size])
  const navigators = Array.from({ length: Math.min(readers, sizes[size].navigators) }, (_, at) =>
    staff.navigator(at),
  )
  return [
    { who: 'navigator', places: navigators, pages: ofSchool },
    { who: 'counselor', places: [staff.counselor(7)], pages: ofSchool },
    { who: 'designated lead (whole district)', places: [staff.lead(0)], pages: ofSchool },
    { who: 'intake of an agency', places: [staff.intake(0)], pages: ofAgency },
  ]
}

type Reader = { who: string; pages: readonly string[]; seconds: number; log: (line: string) => void }

/** Every page, one after another, as one person reads it. */
async function readAs(client: Client, { who, pages, seconds, log }: Reader): Promise<PageResult[]> {
  const results: PageResult[] = []
  for (const page of pages) {
    const { perSecond, times, bytes } = await readPage(client, { page, seconds })
    const [p50, p95, p99] = [times.percentile(50), times.percentile(95), times.percentile(99)]
    results.push({ page, who, perSecond, p50, p95, p99, bytes })
    log(`${page} ${who}: ${perSecond}/s, p95 ${p95} ms`)
  }
  return results
}

type Measuring = { size?: SizeName; seconds?: number; log: (line: string) => void }

async function measureOn(ground: Ground, { size, seconds, log }: Required<Measuring>): Promise<PageResult[]> {
  const now = new Date()
  const onProgress = ({ table, rows }: { table: string; rows: number }) => log(`${table}: ${rows}`)
  const { districtId, ...made } = await generateDistrict(ground.admin, {
    size,
    now,
    keys: ground.keys,
    onProgress,
  })
  log(`${size}: ${made.rows} rows in ${made.seconds} s`)
  await ground.setClock(now)
  const site = await startSite(ground.environment, ['--web'])
  const results: PageResult[] = []
  for (const { who, places, pages } of readersIn(size)) {
    const asked = { districtId, now, address: site.address, connections, places, count: readers }
    const client = await readersOf(ground, asked)
    results.push(...(await readAs(client, { who, pages, seconds, log })))
    client.close()
  }
  await site.stop()
  return results
}

/**
 * Pages a second and their times at a large district, at eight connections, each page read by people of
 * several reaches.
 */
export async function measurePages({ size = 'lausd', seconds = 15, log }: Measuring): Promise<PageResult[]> {
  const ground = await breakGround()
  try {
    return await measureOn(ground, { size, seconds, log })
  } finally {
    await ground.close()
  }
}
