import { issueToken } from '#access/issue-token.ts'
import { generateDistrict } from '../tests/riverside/large/generate.ts'
import { idAt } from '../tests/riverside/large/random.ts'
import { staffPlaces } from '../tests/riverside/large/places.ts'
import { type SizeName, sizes } from '../tests/riverside/large/sizes.ts'
import { type Client, clientOf } from './client.ts'
import { breakGround } from './ground.ts'
import { atOnce, Latencies } from './measure.ts'
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

/**
 * Pages a second and their times at a large district, at eight connections, each page read by people of
 * several reaches.
 */
export async function measurePages({
  size = 'lausd',
  seconds = 15,
  log,
}: {
  size?: SizeName
  seconds?: number
  log: (line: string) => void
}): Promise<PageResult[]> {
  const ground = await breakGround()
  try {
    const now = new Date()
    const made = await generateDistrict(ground.admin, {
      size,
      now,
      onProgress: ({ table, rows }) => log(`${table}: ${rows}`),
    })
    log(`${size}: ${made.rows} rows in ${made.seconds} s`)
    await ground.setClock(now)
    const site = await startSite(ground.environment, ['--web'])
    const staff = staffPlaces(sizes[size])
    const people = {
      navigator: staff.navigator(7),
      counselor: staff.counselor(7),
      'designated lead (whole district)': staff.lead(0),
    }
    const results: PageResult[] = []
    for (const [who, place] of Object.entries(people)) {
      const token = await issueToken(ground.db, {
        districtId: made.districtId,
        assignmentId: idAt('assignment', place),
        label: 'Measuring',
        days: 1,
        now,
      })
      const client = clientOf(site.address, { token, connections })
      for (const page of ['/today', '/referrals', '/search?q=nunez', '/search?q=mar+gar']) {
        const { perSecond, times, bytes } = await readPage(client, { page, seconds })
        results.push({
          page,
          who,
          perSecond,
          p50: times.percentile(50),
          p95: times.percentile(95),
          p99: times.percentile(99),
          bytes,
        })
        log(`${page} ${who}: ${perSecond}/s, p95 ${times.percentile(95)} ms`)
      }
      client.close()
    }
    await site.stop()
    return results
  } finally {
    await ground.close()
  }
}
