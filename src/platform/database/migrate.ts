import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { makeWorkerUtils } from 'graphile-worker'
import pg from 'pg'
import type { RolePasswords } from './roles.ts'

const folder = new URL('../../../database/', import.meta.url)
const migrations = new URL('migrations/', folder)

/**
 * A migration file: its name orders it, its checksum says whether it was edited after it had been applied.
 */
export type Migration = { name: string; sql: string; checksum: string }

export async function readMigrations(from: URL = migrations): Promise<Migration[]> {
  const names = (await readdir(from)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, from), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

const quoted = (text: string) => pg.escapeLiteral(text)

async function makeRoles(client: pg.Client, passwords: RolePasswords) {
  const sql = await readFile(new URL('roles.sql', folder), 'utf8')
  await client.query(
    sql.replace(
      /:(app|auth|worker|sealer);/g,
      (_, role: keyof RolePasswords) => `${quoted(passwords[role])};`,
    ),
  )
  const { rows } = await client.query<{ name: string }>('select quote_ident(current_database()) as name')
  const database = (rows[0] as { name: string }).name
  await client.query(
    `grant create on database ${database} to throughline_owner, throughline_auth, throughline_worker`,
  )
  await client.query('grant create, usage on schema public to throughline_owner')
  await client.query(`
    create table if not exists public.migration (name text primary key, checksum text not null, applied_at timestamptz not null default now());
    comment on table public.migration is 'Which migrations this database has had.';
    comment on column public.migration.name is 'File name.';
    comment on column public.migration.checksum is 'SHA-256 of the file when it was applied.';
    comment on column public.migration.applied_at is 'When.'`)
}

/** Before version 18 the server makes no ids in the order of time, which a migration asks it for once. */
const idsInOrder = `do $$ begin
  if to_regprocedure('pg_catalog.uuidv7()') is not null or to_regprocedure('public.uuidv7()') is not null then return; end if;
  create function public.uuidv7() returns uuid language sql volatile as $f$
    select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
      placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
  $f$;
  comment on function public.uuidv7() is 'An id in the order of time (RFC 9562), as version 18 and later make them.';
end $$`

/** @throws when a migration that was applied has been edited or removed since */
function pending(known: Migration[], applied: { name: string; checksum: string }[]): Migration[] {
  const byName = new Map(known.map((migration) => [migration.name, migration]))
  for (const { name, checksum } of applied) {
    const migration = byName.get(name)
    if (migration === undefined)
      throw new Error(`This database has had ${name}, which this version does not know`)
    if (migration.checksum !== checksum) throw new Error(`${name} was edited after it had been applied here`)
  }
  const done = new Set(applied.map(({ name }) => name))
  return known.filter(({ name }) => !done.has(name))
}

async function apply(client: pg.Client, migration: Migration) {
  await client.query('begin')
  try {
    await client.query('set local role throughline_owner')
    await client.query(migration.sql)
    await client.query('reset role')
    await client.query('insert into migration (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${migration.name} failed: ${(error as Error).message}`, { cause: error })
  }
}

/** The job queue's own tables belong to the worker role; the app role reaches them through one function. */
async function prepareJobs(admin: pg.ClientConfig, client: pg.Client) {
  const pool = new pg.Pool({ ...admin, max: 2, options: '-c role=throughline_worker' })
  pool.on('error', () => undefined)
  pool.on('connect', (connection) => connection.on('error', () => undefined))
  const utils = await makeWorkerUtils({ pgPool: pool, schema: 'graphile_worker' })
  await utils.migrate().finally(() => utils.release())
  await pool.end()
  await client.query(await readFile(new URL('jobs.sql', folder), 'utf8'))
}

/**
 * Brings a database to this version: roles, migrations in the order of their names, the job queue. Safe to
 * run again and safe to run twice at once: the second waits for the first.
 * @param admin how to connect as a role that may create roles
 * @returns the names of the migrations that were applied now
 */
export async function migrate(
  admin: pg.ClientConfig,
  {
    passwords,
    log = () => undefined,
    known,
  }: { passwords: RolePasswords; log?: (line: string) => void; known?: Migration[] },
): Promise<string[]> {
  const client = new pg.Client(admin)
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('throughline migrate'))`)
    await makeRoles(client, passwords)
    await client.query(idsInOrder)
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from migration order by name',
    )
    const due = pending(known ?? (await readMigrations()), rows)
    for (const migration of due) {
      await apply(client, migration)
      log(`Applied ${migration.name}`)
    }
    await prepareJobs(admin, client)
    return due.map(({ name }) => name)
  } finally {
    await client.end()
  }
}
