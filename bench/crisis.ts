import { setTimeout as pause } from 'node:timers/promises'
import { schools } from '../tests/riverside/places.ts'
import { type SmtpSink, smtpSink } from '../tests/support/smtp-sink.ts'
import { type Client, clientOf } from './client.ts'
import { breakGround, type Ground } from './ground.ts'
import { Latencies } from './measure.ts'
import { startSite } from './site.ts'
import { buildTown, tokenOf } from './town.ts'

export type CrisisResult = {
  taps: number
  /** From the tap to its answer: the incident stands then, and its lead is told in the house. */
  answeredP50: number
  answeredP95: number
  /** From the tap to the moment a mail server has the alert. */
  alertP50: number
  alertP95: number
  /** What was asked beside the taps, in a second, and how long that took. */
  besidePerSecond: number
  besideP95: number
}

/** Requests a second that others ask meanwhile, whether or not they are answered in time. */
const beside = 60
const pages = ['/today', '/crisis']
/** Who asks: nobody reads faster than the house lets one person. */
const readers = ['daniel', 'maya', 'ruth', 'marcus', 'helen', 'ines', 'samuel', 'yolanda'] as const
/** An alert that did not come by then did not come. */
const longest = 10_000

/** Asks so often in a second, evenly, until it is stopped. @returns how many were answered, and how soon */
function load(clients: readonly Client[]) {
  const times = new Latencies()
  const under: Promise<void>[] = []
  const startedAt = performance.now()
  let asked = 0
  const ask = async (number: number) => {
    const page = pages[number % pages.length] as string
    const client = clients[(number >> 1) % clients.length] as Client
    const { status, milliseconds } = await client.get(page, 'text/html')
    if (status !== 200) throw new Error(`${page} answered ${status}`)
    times.add(milliseconds)
  }
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - startedAt) / 1000) * beside)
    for (; asked < due; asked++) under.push(ask(asked))
  }, 5)
  return async () => {
    clearInterval(timer)
    const seconds = (performance.now() - startedAt) / 1000
    await Promise.all(under)
    return { perSecond: Math.round(times.count / seconds), p95: times.percentile(95) }
  }
}

/** One tap: until it is answered, and until the alert that follows from it was taken. */
async function tap(client: Client, { taken }: SmtpSink): Promise<{ answered: number; alerted: number }> {
  const before = taken.length
  const startedAt = performance.now()
  const { status, milliseconds } = await client.post('/crisis/incidents', { schoolId: schools.alderCreek.id })
  if (status !== 200) throw new Error(`The tap was answered with ${status}`)
  while (taken.length === before) {
    if (performance.now() - startedAt > longest) throw new Error('No alert came')
    await pause(1)
  }
  return { answered: milliseconds, alerted: performance.now() - startedAt }
}

async function measureOn(
  ground: Ground,
  { seconds, sink }: { seconds: number; sink: SmtpSink },
): Promise<CrisisResult> {
  const now = new Date()
  await buildTown(ground.db, { pupils: 1, now })
  // The timers of an incident run by the clock of the database: so does the house here.
  const { THROUGHLINE_CLOCK: _, ...environment } = ground.environment
  const { address, stop } = await startSite({ ...environment, SMTP_URL: sink.url })
  const own = clientOf(address, { token: await tokenOf(ground.db, 'joan', now), connections: 8 })
  const others = await Promise.all(
    readers.map(async (key) =>
      clientOf(address, { token: await tokenOf(ground.db, key, now), connections: 16 }),
    ),
  )
  for (let warm = 0; warm < 5; warm++) await tap(own, sink)
  const [answered, alerted] = [new Latencies(), new Latencies()]
  const unload = load(others)
  const until = performance.now() + seconds * 1000
  while (performance.now() < until) {
    const took = await tap(own, sink)
    answered.add(took.answered)
    alerted.add(took.alerted)
    await pause(250)
  }
  const around = await unload()
  own.close()
  for (const client of others) client.close()
  await stop()
  return {
    taps: alerted.count,
    answeredP50: answered.percentile(50),
    answeredP95: answered.percentile(95),
    alertP50: alerted.percentile(50),
    alertP95: alerted.percentile(95),
    besidePerSecond: around.perSecond,
    besideP95: around.p95,
  }
}

/** From the tap that starts an incident to the first alert a mail server has, while others ask for pages. */
export async function measureCrisis({ seconds = 40 }: { seconds?: number } = {}): Promise<CrisisResult> {
  const ground = await breakGround()
  const sink = await smtpSink()
  try {
    return await measureOn(ground, { seconds, sink })
  } finally {
    await sink.shut()
    await ground.close()
  }
}
