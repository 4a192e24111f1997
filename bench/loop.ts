import { type Crew, hireCrew } from './crew.ts'
import { evening, morning, visit } from './day.ts'
import { layFloor, type Recorded } from './floor.ts'
import { breakGround, type Ground } from './ground.ts'
import { atOnce, cpuSeconds } from './measure.ts'
import { recordLoop } from './recorded-loop.ts'
import { startSite } from './site.ts'
import { buildTown, type Pupil } from './town.ts'
import { walkToClose, walkToVisit } from './walk.ts'

const mostSeconds = 60
/**
 * Loops that are walked first and not measured: neither side pays for opening its connections and planning on
 * them. Between their halves the server gathers statistics, as it does by itself within a minute of use.
 */
const warmUp = 80
/**
 * Loops and floor take turns: a machine that is quicker or slower for some seconds is so for both of them.
 */
const rounds = 3

export type LoopResult = {
  connections: number
  loopsPerSecond: number
  floorPerSecond: number
  loopToFloor: number
  nodeCpuPerLoop: number
  databaseCpuPerLoop: number
  /** What the machine that asks used beside them, on the same cores. */
  clientCpuPerLoop: number
  floorDatabaseCpuPerLoop: number
}

type Site = { ground: Ground; crew: Crew; recorded: Recorded; pid: number }

/** Walks every pupil's loop, the first half in the morning and the second in the evening. */
export async function walkAll(
  { crew, ground }: Pick<Site, 'crew' | 'ground'>,
  { pupils, connections }: { pupils: Pupil[]; connections: number },
) {
  const queue = [...pupils]
  const halfway: { referralId: string; appointmentId: string }[] = []
  await ground.setClock(morning)
  const first = await atOnce(connections, {
    seconds: mostSeconds,
    async work() {
      const pupil = queue.pop()
      if (pupil === undefined) return false
      halfway.push(await walkToVisit(crew, pupil, visit))
      return true
    },
  })
  await ground.setClock(evening)
  const second = await atOnce(connections, {
    seconds: mostSeconds,
    async work() {
      const half = halfway.pop()
      if (half === undefined) return false
      await walkToClose(crew, half)
      return true
    },
  })
  return { done: second.done, seconds: first.seconds + second.seconds }
}

/** The floor of a site, ready to write: `write` takes pupils and answers as walking them does. */
function floorOf({ ground, recorded }: Site, connections: number) {
  const floor = layFloor(ground.login('app'), { recorded, connections })
  let number = 1_000_000 + connections * 100_000
  const write = (pupils: Pupil[]) => {
    const queue = [...pupils]
    return atOnce(connections, {
      seconds: mostSeconds,
      async work() {
        const pupil = queue.pop()
        if (pupil === undefined) return false
        await floor.write({ ...pupil, number: (number += 1) })
        return true
      },
    })
  }
  return { write, close: floor.close }
}

/** Runs the work and answers what it did, and the CPU seconds used meanwhile for each thing done. */
async function measuring<T extends { done: number; seconds: number }>(
  { ground, pid }: Pick<Site, 'ground' | 'pid'>,
  work: () => Promise<T>,
) {
  const used = async () => ({
    node: await cpuSeconds([pid]),
    database: await cpuSeconds(await ground.databasePids()),
    client: await cpuSeconds([process.pid]),
  })
  const before = await used()
  const result = await work()
  const after = await used()
  const each = (what: keyof typeof after) => rounded((after[what] - before[what]) / result.done)
  return { ...result, node: each('node'), database: each('database'), client: each('client') }
}

const rounded = (value: number) => Math.round(value * 1000) / 1000

type Measured = Awaited<ReturnType<typeof measuring>>

/** Several rounds as one. Each did as much as the others, so that what one used is the mean of all. */
function together(rounds: readonly Measured[]) {
  const sum = (of: (round: Measured) => number) => rounds.reduce((all, round) => all + of(round), 0)
  const mean = (of: (round: Measured) => number) => rounded(sum(of) / rounds.length)
  return {
    perSecond: rounded(sum(({ done }) => done) / sum(({ seconds }) => seconds)),
    node: mean(({ node }) => node),
    database: mean(({ database }) => database),
    client: mean(({ client }) => client),
  }
}

const slices = (pupils: Pupil[]) => {
  const size = Math.ceil(pupils.length / rounds)
  return Array.from({ length: rounds }, (_, at) => pupils.slice(at * size, (at + 1) * size))
}

async function measureAt(
  connections: number,
  { site, pupils }: { site: Site; pupils: Pupil[] },
): Promise<LoopResult> {
  const half = pupils.length / 2
  const [walking, writing] = [pupils.slice(0, half), pupils.slice(half)]
  const below = floorOf(site, connections)
  await walkAll(site, { pupils: walking.slice(0, warmUp / 2), connections })
  await site.ground.analyze()
  await walkAll(site, { pupils: walking.slice(warmUp / 2, warmUp), connections })
  await below.write(writing.slice(0, warmUp))
  const [loops, floors]: [Measured[], Measured[]] = [[], []]
  const toWrite = slices(writing.slice(warmUp))
  for (const [at, round] of slices(walking.slice(warmUp)).entries()) {
    loops.push(await measuring(site, () => walkAll(site, { pupils: round, connections })))
    const here = { ground: site.ground, pid: process.pid }
    floors.push(await measuring(here, () => below.write(toWrite[at] as Pupil[])))
  }
  await below.close()
  const [loop, floor] = [together(loops), together(floors)]
  return {
    connections,
    loopsPerSecond: loop.perSecond,
    floorPerSecond: floor.perSecond,
    loopToFloor: rounded(loop.perSecond / floor.perSecond),
    nodeCpuPerLoop: loop.node,
    databaseCpuPerLoop: loop.database,
    clientCpuPerLoop: loop.client,
    floorDatabaseCpuPerLoop: floor.database,
  }
}

async function measureEach(
  ground: Ground,
  { at, each, log }: { at: number[]; each: number; log: (line: string) => void },
) {
  await ground.setClock(morning)
  const share = (each + warmUp) * 2
  const pupils = await buildTown(ground.db, { pupils: at.length * share + 1, now: morning })
  const recorded = await recordLoop(ground, pupils.pop() as Pupil)
  const writes = recorded.transactions.reduce((sum, transaction) => sum + transaction.writes.length, 0)
  log(`A loop is ${recorded.transactions.length} transactions and ${writes} writing statements`)
  const { address, pid, stop } = await startSite(ground.environment)
  const crew = await hireCrew(address, { db: ground.db, now: morning })
  const results: LoopResult[] = []
  for (const connections of at) {
    const result = await measureAt(connections, {
      site: { ground, crew, recorded, pid },
      pupils: pupils.splice(0, share),
    })
    results.push(result)
    log(`${connections} connections: ${result.loopsPerSecond} loops/s, floor ${result.floorPerSecond}`)
  }
  crew.leave()
  await stop()
  return results
}

/** Closed loops a second through HTTP beside the floor of the same run, at each number of connections. */
export async function measureLoop({
  at = [1, 8, 32],
  each = 240,
  log,
}: {
  at?: number[]
  each?: number
  log: (line: string) => void
}): Promise<LoopResult[]> {
  const ground = await breakGround()
  try {
    return await measureEach(ground, { at, each, log })
  } finally {
    await ground.close()
  }
}
