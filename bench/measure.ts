import { readFile } from 'node:fs/promises'

/** Times of single requests, kept exactly: a few ten thousand numbers are little. */
export class Latencies {
  readonly #all: number[] = []

  add(milliseconds: number) {
    this.#all.push(milliseconds)
  }

  get count() {
    return this.#all.length
  }

  /** The time that so many of a hundred requests stayed under, in milliseconds. */
  percentile(share: number): number {
    const sorted = this.#all.toSorted((one, other) => one - other)
    const at = Math.min(sorted.length - 1, Math.floor((share / 100) * sorted.length))
    return Math.round((sorted[at] ?? 0) * 100) / 100
  }
}

const rounded = (value: number) => Math.round(value * 100) / 100

const ticksOf = async (pid: number): Promise<number> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // A process that ended in between is counted by its parent, which waited for it.
  if (stat === undefined) return 0
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
}

/**
 * CPU seconds that processes, and their children that ended, have used so far, read from /proc: hundredths of
 * a second on Linux, nothing on other systems.
 */
export async function cpuSeconds(pids: readonly number[]): Promise<number> {
  const ticks = await Promise.all(pids.map(ticksOf))
  return ticks.reduce((sum, each) => sum + each, 0) / 100
}

/** Runs work on so many connections at once until the time is up or the work runs out. */
export async function atOnce(
  connections: number,
  { seconds, work }: { seconds: number; work(connection: number): Promise<boolean> },
) {
  const startedAt = performance.now()
  const until = startedAt + seconds * 1000
  let done = 0
  const one = async (connection: number) => {
    while (performance.now() < until && (await work(connection))) done += 1
  }
  await Promise.all(Array.from({ length: connections }, (_, connection) => one(connection)))
  const took = (performance.now() - startedAt) / 1000
  return { done, seconds: rounded(took), perSecond: rounded(done / took) }
}
