import { fileAnchor } from '#access/seal/anchor.ts'
import { openEpoch, signsOfCopy } from '#access/seal/epoch.ts'
import { replayRemovals } from '#access/seal/removals.ts'
import { openSealer } from '#access/seal/sealer.ts'
import { takeBackAgain } from '#access/seal/taken-back.ts'
import type { Db } from '#platform/database/database.ts'
import { migrate } from '#platform/database/migrate.ts'
import { sealFirst } from '#platform/vault/seal-first.ts'
import { besideOf, type Installation } from './installation.ts'

type Log = (line: string) => void

/** Says how many of each. */
const listed = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')

/** Removes again, and takes back again, what a copy from before brought back. */
async function bringUpToNow({ admin, dataDir }: Installation, log: Log): Promise<void> {
  const { removed, takenBack } = besideOf(dataDir)
  const again = await replayRemovals(admin, removed)
  if (again > 0) log(`Removed again ${again} records that this copy of the database had brought back`)
  const { done, toLookAt } = await takeBackAgain(admin, takenBack)
  if (Object.keys(done).length > 0) log(`Taken back again: ${listed(done)}`)
  if (Object.keys(toLookAt).length > 0)
    log(`Not in this copy, and for people to look at: ${listed(toLookAt)}. The file says which: ${takenBack}`)
}

async function withSealer<T>(installation: Installation, work: (sealer: Db) => Promise<T>): Promise<T> {
  const sealer = openSealer(installation.login('sealer'))
  return work(sealer).finally(() => sealer.close())
}

/** Why this database seems to be a copy that was put back, in sentences; none where it does not. */
async function signsIn(installation: Installation): Promise<string[]> {
  const anchored = await fileAnchor(besideOf(installation.dataDir).roots).read()
  const signs = await withSealer(installation, (sealer) => signsOfCopy(sealer, anchored))
  if (signs === undefined) return []
  const { otherServer, placesTaken, missing } = signs
  return [
    otherServer ? ['Its trail was last written in another server.'] : [],
    placesTaken ? ['This server numbers its transactions below those its trail holds.'] : [],
    missing.map(
      ({ districtId, afterSeal, givenUp, rows }) =>
        `District ${districtId}: seals ${afterSeal + 1} to ${givenUp}, of ${rows} rows, are not in it.`,
    ),
  ].flat()
}

/**
 * Brings the installation's database to this version, seals what an earlier one left readable, and does again
 * what a copy from before brought back.
 * @throws a sentence where the database is a copy that nobody has said is to be served from
 */
export async function migrateInstallation(
  installation: Installation,
  log: Log = () => undefined,
): Promise<string[]> {
  const { admin, passwords, keys } = installation
  const applied = await migrate(admin, { passwords, log })
  const signs = await signsIn(installation)
  if (signs.length > 0)
    throw new Error(['This database is a copy.', ...signs, 'See throughline restored'].join(' '))
  await sealFirst(admin, { keys, log })
  await bringUpToNow(installation, log)
  return applied
}

/**
 * Goes on from a copy that was put in the place of the database: the trail in a new epoch, everybody signed
 * out, and what was removed or taken back since done again.
 * @param how.open does it; without it is only said what would be done
 */
export async function restoreInstallation(
  installation: Installation,
  { open, log }: { open: boolean; log: Log },
): Promise<void> {
  const { admin, passwords, keys, dataDir, clock } = installation
  await migrate(admin, { passwords, log })
  const signs = await signsIn(installation)
  for (const sign of signs) log(sign)
  if (signs.length === 0) return log('This database is no copy that waits: the trail goes on in it.')
  const { roots, takenBack } = besideOf(dataDir)
  if (!open) {
    const { done, toLookAt } = await takeBackAgain(admin, takenBack, { only: 'say' })
    log(`To be taken back again: ${listed(done) || 'nothing'}`)
    log(`For people to look at: ${listed(toLookAt) || 'nothing'}`)
    return log('Nothing was done. With --open the trail goes on from here and everybody is signed out.')
  }
  const anchored = await fileAnchor(roots).read()
  const restores = await withSealer(installation, (sealer) =>
    openEpoch(admin, { sealer, anchored, now: clock.now() }),
  )
  log(
    `The trail of ${restores.length} districts goes on. Everybody is signed out, and no link that was sent works.`,
  )
  await sealFirst(admin, { keys, log })
  await bringUpToNow(installation, log)
}
