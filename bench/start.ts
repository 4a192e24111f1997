import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSite } from './site.ts'

export type StartResult = { coldSeconds: number; warmSeconds: number }

const seconds = async (work: () => Promise<unknown>) => {
  const startedAt = performance.now()
  await work()
  return Math.round((performance.now() - startedAt) / 10) / 100
}

/** Waits until the first page is whole, as a browser would ask for it. */
async function firstPage(address: URL) {
  const answer = await fetch(new URL('/sign-in', address), { headers: { accept: 'text/html' } })
  if (!answer.ok || !(await answer.text()).includes('</html>')) throw new Error('The first page did not come')
}

/**
 * From starting the built server to the first whole page: into an empty data directory, and again when it is
 * there.
 */
export async function measureStart(): Promise<StartResult> {
  const folder = await mkdtemp(join(tmpdir(), 'tl-start-'))
  const once = () =>
    seconds(async () => {
      const site = await startSite({ THROUGHLINE_DATA: folder })
      await firstPage(site.address)
      stopping = site.stop
    })
  let stopping: () => Promise<void> = async () => undefined
  try {
    const coldSeconds = await once()
    await stopping()
    const warmSeconds = await once()
    await stopping()
    return { coldSeconds, warmSeconds }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
