import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { adminConfig, type TestServer } from '../support/server.ts'
import type { OpenHouse } from './open-house.ts'
import type { World } from './world.ts'

/** Every word of a world, whenever it was planted or typed, and what to call it. */
function* wordsIn({ planted, calledThen, typed }: World, text: string): Generator<string> {
  for (const word of planted.in(text)) yield planted.of(word)?.place ?? ''
  for (const word of calledThen.in(text)) yield calledThen.of(word)?.place ?? ''
  for (const word of typed.in(text)) {
    const { act, field } = typed.of(word) ?? { act: '', field: '' }
    yield `${field} of ${act}`
  }
}

/** Where texts that leave the pages, such as lines of a log or letters, hold a word of ours. */
export const foundIn = (world: World, where: string, texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => [...wordsIn(world, text)].map((what) => `${where}: ${what}`))),
]

/** Does every job that waits, as the worker would. One that finds it is too early is not waited for. */
export async function doJobs(
  { database: { admin } }: World,
  { work }: Pick<OpenHouse, 'work'>,
): Promise<number> {
  const { rows } = await admin.query<{ name: string; payload: object }>(
    `select t.identifier as name, j.payload from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id order by j.run_at`,
  )
  for (const { name, payload } of rows) await work(name, payload).catch(() => undefined)
  return rows.length
}

const tables = `select format('%I.%I', n.nspname, c.relname) as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')`

/** Columns that hold what the house says of itself, its agencies and its rules: of no student. */
const houseTables = [
  'agreement',
  'care_notice_agreement',
  'care_notice_sender',
  'change_request',
  'crisis_contact',
  'crisis_drill_finding',
  'crisis_team_credit',
  'crisis_team_member',
  'legal_rule',
  'legal_rule_review',
  'legal_sign_off',
  'minor_consent_rule',
  'partner',
  'privacy_terms',
  'retention_rule',
  'screening_cut_off',
  'staff_credential',
  'standard_proposal',
  'training_requirement',
]
const ofTheHouse = new RegExp(`^public\\.(?:${houseTables.join('|')})\\.`)

const spelled = (value: unknown): string =>
  Buffer.isBuffer(value)
    ? value.toString('latin1')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value)

/**
 * Where words of before still lie after every planted column was given another: in the trail, in a queue,
 * in a reply that was kept, or in a column of students that nobody listed.
 */
export async function leftBehind(world: World, server: TestServer): Promise<string[]> {
  const raw = new pg.Client(adminConfig(server, world.database.admin.database ?? ''))
  await raw.connect()
  const left = new Set<string>()
  try {
    for (const { name } of (await raw.query<{ name: string }>(tables)).rows)
      for (const row of (await raw.query<Record<string, unknown>>(`select * from ${name}`)).rows)
        for (const [column, value] of Object.entries(row)) {
          const place = `${name}.${column}`
          if (value === null || ofTheHouse.test(place)) continue
          const text = spelled(value)
          for (const word of world.calledThen.in(text))
            left.add(`${place}: ${world.calledThen.of(word)?.place}`)
          for (const word of world.typed.in(text)) left.add(`${place}: ${world.typed.of(word)?.field}`)
        }
  } finally {
    await raw.end()
  }
  return [...left]
}

/** What the database server wrote down about itself. */
export async function databaseLog({ database: { admin } }: World): Promise<string[]> {
  const { rows } = await admin.query<{ folder: string }>(
    `select current_setting('data_directory') || '/' || current_setting('log_directory') as folder`,
  )
  const folder = rows[0]?.folder ?? ''
  const files = await readdir(folder)
  return Promise.all(files.map((file) => readFile(join(folder, file), 'latin1')))
}
