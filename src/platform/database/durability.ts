import pg from 'pg'

/** What a server keeps its promises with, and whether it can be turned off without anybody noticing. */
export type Durability = { name: string; setting: string }

const asked = ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'server_version_num']

/** The oldest PostgreSQL we know. */
const oldest = 150_000

/**
 * Why a database must not be served from: it could lose what somebody was told is saved, or hand out what a
 * disk spoiled.
 * @param ours whether it is the embedded server, of which checksums are asked too
 */
export function careless(settings: readonly Durability[], { ours }: { ours: boolean }): string[] {
  const of = new Map(settings.map(({ name, setting }) => [name, setting]))
  const needed = ['fsync', 'full_page_writes', 'synchronous_commit', ...(ours ? ['data_checksums'] : [])]
  const off = needed.filter((name) => (of.get(name) ?? 'off') === 'off').map((name) => `${name} is off`)
  const version = Number(of.get('server_version_num') ?? 0)
  return [...off, ...(version < oldest ? ['it is older than PostgreSQL 15'] : [])]
}

const settings = `
  select name, setting from pg_settings where name = any($1)
  union all
  select split_part(one, '=', 1), split_part(one, '=', 2) from pg_db_role_setting, unnest(setconfig) as one
  where split_part(one, '=', 1) = any($1) and split_part(one, '=', 2) = 'off'`

/**
 * Refuses a database that could lose what was saved. A database or a role that turns a promise off for itself
 * is found too.
 * @throws one sentence that names each setting
 */
export async function refuseCareless(admin: pg.ClientConfig, { ours }: { ours: boolean }): Promise<void> {
  const client = new pg.Client(admin)
  await client.connect()
  const { rows } = await client.query<Durability>(settings, [asked]).finally(() => client.end())
  const found = careless(rows, { ours })
  if (found.length > 0)
    throw new Error(`This database could lose what was saved: ${found.join(', ')}. Nothing is served from it`)
}
