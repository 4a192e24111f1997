import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { seedBase } from '../tests/riverside/base.ts'
import { type RosterOptions, rosterTables, zipTables } from '../tests/riverside/oneroster.ts'
import { riversideId } from '../tests/riverside/places.ts'
import { breakGround, type Ground } from './ground.ts'
import { cpuSeconds } from './measure.ts'

export type RosterResult = {
  /** Rows of the files of the zip, headers aside, through `throughline import roster --apply`. */
  rows: number
  seconds: number
  rowsPerSecond: number
  /** CPU seconds of the command, and of the database. */
  nodeCpu: number
  postgresCpu: number
  /** The same file again, which changes nothing. */
  againSeconds: number
}

const district: RosterOptions = { students: 60_000, schools: 127, version: '1.2', seed: 4 }
const main = fileURLToPath(new URL('../dist/src/main.js', import.meta.url))
/** Wraps the built command to learn what CPU it used, all of its threads and from its first moment. */
const wrapped = `
  process.on('exit', () => {
    const { user, system } = process.cpuUsage()
    process.stderr.write('cpu ' + (user + system) / 1e6 + '\\n')
  })
  process.argv.splice(1, 0, 'throughline')
  await import(${JSON.stringify(main)})`

const rounded = (value: number) => Math.round(value * 100) / 100

/** Backends come and go while they are listed: looks again until none went. */
async function postgresSeconds(ground: Ground): Promise<number> {
  for (let tries = 0; tries < 20; tries++) {
    const seconds = await cpuSeconds(await ground.databasePids())
    if (seconds !== undefined && !Number.isNaN(seconds)) return seconds
  }
  return Number.NaN
}

type Log = (line: string) => void

async function applyOnce(ground: Ground, file: string, log: Log) {
  const before = await postgresSeconds(ground)
  const startedAt = performance.now()
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', wrapped, '--', 'import', 'roster', file, '--apply'],
    { env: { ...process.env, ...ground.environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    for (const line of text.split('\n')) if (line.startsWith('[')) log(line)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  const seconds = (performance.now() - startedAt) / 1000
  if (code !== 0) throw new Error(`The import ended with ${String(code)}: ${said}`)
  const postgresCpu = (await postgresSeconds(ground)) - before
  return { seconds, nodeCpu: Number(/cpu ([\d.]+)/.exec(said)?.[1]), postgresCpu }
}

/**
 * A district of 60,000 students and 127 schools through the command line, into a district that has none of
 * them: from starting the process to its end.
 */
export async function measureRoster({ log }: { log: Log }): Promise<RosterResult> {
  const ground = await breakGround()
  try {
    log('roster: writing the file of 60,000 students')
    const tables = rosterTables(district)
    const rows = Object.values(tables).reduce((sum, table) => sum + table.length - 1, 0)
    const file = join(String(ground.environment['THROUGHLINE_DATA']), 'roster.zip')
    await writeFile(file, zipTables(district.version, 'bulk', tables))
    await ground.db.transaction({ districtId: riversideId, side: 'system' }, seedBase)
    await ground.setClock(new Date('2026-10-13T20:30:00Z'))
    const first = await applyOnce(ground, file, log)
    const again = await applyOnce(ground, file, log)
    return {
      rows,
      seconds: rounded(first.seconds),
      rowsPerSecond: Math.round(rows / first.seconds),
      nodeCpu: rounded(first.nodeCpu),
      postgresCpu: rounded(first.postgresCpu),
      againSeconds: rounded(again.seconds),
    }
  } finally {
    await ground.close()
  }
}
