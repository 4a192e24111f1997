import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import type { EmbeddedServer } from './embedded.ts'

/** The longest a spec about a whole server may take, in milliseconds. */
export const BOUND = 60_000
const root = fileURLToPath(new URL('../../..', import.meta.url))

/** A folder every account can enter, for the data directories of one file of specs; gone afterwards. */
export function folderForSpecs(): { readonly path: string } {
  const folder = { path: '' }
  beforeAll(async () => {
    folder.path = await mkdtemp('/tmp/throughline-spec-')
    await chmod(folder.path, 0o755)
  })
  afterAll(() => rm(folder.path, { recursive: true, force: true }))
  return folder
}

/** As the superuser of a server. */
export const loginTo = ({ socketDir, port, superuserPassword }: EmbeddedServer) => ({
  host: socketDir,
  port,
  user: 'postgres',
  password: superuserPassword,
  database: 'postgres',
})

/** Asks a server, on a connection of its own, for rows with an id. */
export async function ids(server: EmbeddedServer, sql: string): Promise<number[]> {
  const client = new pg.Client(loginTo(server))
  await client.connect()
  const { rows } = await client.query<{ id: number }>(sql).finally(() => client.end())
  return (rows ?? []).map(({ id }) => id)
}

/** A process of its own that runs the script and answers what it prints, line by line. */
export function node(script: string, ...values: string[]) {
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--import', 'tsx', '--input-type=module', '--eval', script, ...values],
    { cwd: root, timeout: BOUND, killSignal: 'SIGKILL', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const lines: string[] = []
  const output = createInterface(child.stdout).on('line', (line) => lines.push(line))
  const closed = once(output, 'close')
  return { child, lines, closed, nextLine: () => once(output, 'line').then(([line]) => String(line)) }
}
