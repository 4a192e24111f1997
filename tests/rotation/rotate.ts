import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, writeFile, readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Db } from '#platform/database/database.ts'
import { keyStanding } from '#platform/vault/key-standing.ts'
import { breakGround, type Ground, unopened, write } from './ground.ts'

const turner = fileURLToPath(new URL('./turner.ts', import.meta.url))

/** Starts a turn in a process of its own. @returns once it has begun to turn */
async function startTurn({ admin, path }: Ground) {
  const values = ['--conditions=source', '--import', 'tsx', turner, JSON.stringify(admin), path]
  const child = spawn(process.execPath, values, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = once(child, 'exit')
  while (!said.includes('turning') && child.exitCode === null) await pause(5)
  return { child, ended, isDone: () => said.includes('turned') }
}

/** Turns all keys to the end. @returns how long it took, in milliseconds */
async function turnWhole(ground: Ground): Promise<number> {
  const { ended, isDone } = await startTurn(ground)
  const from = performance.now()
  await ended
  if (!isDone()) throw new Error('A turn that nobody cut short did not come to its end')
  return performance.now() - from
}

/** How the keys stand, in a word or two: where a turn was cut short. */
async function standingOf({ admin, path }: Ground): Promise<string> {
  const client = new pg.Client(admin)
  await client.connect()
  const { cutShort } = await keyStanding(client).finally(() => client.end())
  const keys = (await readFile(path, 'utf8')).trim().split('\n').length
  if (keys > 1) return 'installation'
  return cutShort.map(({ what }) => what).join(' and ') || 'between turns'
}

/** While keys are turned, somebody goes on writing. @returns when to stop, and how often it was refused */
function writing(ground: Ground) {
  const db = ground.open()
  const stop = new AbortController()
  let refused = 0
  const done = (async () => {
    while (!stop.signal.aborted) {
      await write(db, ground, 3).catch(() => (refused += 1))
      await pause(50)
    }
    await db.close()
  })()
  return async () => {
    stop.abort()
    await done
    return refused
  }
}

export type Told = {
  kills: number
  /** How often a turn was cut short where. */
  where: Map<string, number>
  texts: number
  refused: number
  /** What did not open, and when. */
  lost: string[]
  oldKeyOpens: boolean
  /** Planted defects, and whether each was found. */
  planted: Record<string, boolean>
}

/** Plants what a turn that was built wrongly would leave, and puts it right again. */
async function plant(ground: Ground): Promise<Record<string, boolean>> {
  const client = new pg.Client(ground.admin)
  await client.connect()
  const found = async (what: string, undo: string) => {
    await client.query(what)
    const lost = await unopened(ground)
    await client.query(undo)
    return lost.length > 0
  }
  const swapped = `update data_key k set wrapped = (select o.wrapped from data_key o where o.id <> k.id order by o.id limit 1)`
  try {
    await client.query(
      'create table planted_keys as select * from data_key; create table planted_texts as select id, observed from concern',
    )
    await client.query('set session_replication_role = replica')
    const keys = 'update data_key k set wrapped = p.wrapped from planted_keys p where p.id = k.id'
    const texts = 'update concern c set observed = p.observed from planted_texts p where p.id = c.id'
    const moved = `update concern set observed = (select observed from concern order by id desc limit 1)
      where id = (select id from concern order by id limit 1)`
    return {
      'a key wrapped for another student': await found(swapped, keys),
      'a text in the row of another': await found(moved, texts),
      'the old key let go too early': await tooEarly(ground),
    }
  } finally {
    await client.query('drop table planted_keys, planted_texts').finally(() => client.end())
  }
}

async function tooEarly(ground: Ground): Promise<boolean> {
  const held = await readFile(ground.path, 'utf8')
  await writeFile(ground.path, '01a136f5-2d40-700a-b6cb-48f78ff68953 '.concat('A'.repeat(43), '\n'))
  const lost = await unopened(ground)
  await writeFile(ground.path, held)
  return lost.length > 0
}

/** Whether the key file of before opens anything that lies in the database now. */
async function oldKeyOpens(ground: Ground, old: string): Promise<boolean> {
  const held = await readFile(ground.path)
  await copyFile(old, ground.path)
  const lost = await unopened(ground)
  await writeFile(ground.path, held)
  return lost.length === 0
}

/** Begins a turn while somebody writes, kills it after so many milliseconds, and opens every text. */
async function killOne(ground: Ground, told: Told, after: number): Promise<void> {
  const stop = writing(ground)
  const { child, ended } = await startTurn(ground)
  await pause(after)
  child.kill('SIGKILL')
  await ended
  told.refused += await stop()
  const where = await standingOf(ground)
  told.where.set(where, (told.where.get(where) ?? 0) + 1)
  told.lost.push(...(await unopened(ground)).map((text) => `killed in ${where}: ${text}`))
}

/**
 * Turns the keys of a database that is written to meanwhile, kills the turn at random moments, and opens
 * every text after each.
 */
export async function rotate({
  kills,
  texts,
  each = () => undefined,
}: {
  kills: number
  texts: number
  each?: (kill: number) => void
}): Promise<Told> {
  const ground = await breakGround()
  const told: Told = {
    kills,
    where: new Map(),
    texts: 0,
    refused: 0,
    lost: [],
    oldKeyOpens: true,
    planted: {},
  }
  try {
    const db: Db = ground.open()
    await write(db, ground, texts).finally(() => db.close())
    await copyFile(ground.path, `${ground.path}.old`)
    const whole = await turnWhole(ground)
    for (let kill = 1; kill <= kills; kill++) {
      // Texts take nearly all of the time: half of the kills fall into what comes before them.
      await killOne(ground, told, Math.random() ** (kill % 2 === 0 ? 1 : 6) * whole * 1.1)
      each(kill)
    }
    await turnWhole(ground)
    told.lost.push(...(await unopened(ground)).map((text) => `at the end: ${text}`))
    told.oldKeyOpens = await oldKeyOpens(ground, `${ground.path}.old`)
    told.planted = await plant(ground)
    told.texts = ground.said.size
    return told
  } finally {
    await ground.close()
  }
}
