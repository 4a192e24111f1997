import { readFile, stat } from 'node:fs/promises'
import { closePlace, openPlace, prepareDataDir } from './data-directory.ts'
import { findPostmaster, PORT } from './postmaster.ts'
import { serverAccount } from './server-account.ts'
import { passwordFile } from './superuser.ts'

/** How to reach a server that somebody else looks after. */
export type Visited = { socketDir: string; port: number; superuserPassword: string }

/**
 * Finds the PostgreSQL that runs under `dataDir` for another process, so that a command can work beside the
 * server.
 * @returns undefined when none is running there
 */
export async function visitEmbedded(dataDir: string): Promise<Visited | undefined> {
  const there = await stat(dataDir).catch(() => undefined)
  if (there === undefined) return undefined
  const account = await serverAccount()
  const place = await openPlace(await prepareDataDir(dataDir, account), account)
  try {
    const postmaster = await findPostmaster(place, () => undefined)
    if (postmaster === undefined) return undefined
    const superuserPassword = (await readFile(passwordFile(place), 'utf8')).trim()
    return { socketDir: postmaster.socketDir, port: PORT, superuserPassword }
  } finally {
    closePlace(place)
  }
}
