import { execFile } from 'node:child_process'
import { access } from 'node:fs/promises'
import { promisify } from 'node:util'
import { chromium } from '@playwright/test'

const run = promisify(execFile)
const there = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

/** What getting a browser takes, so that a spec can take its place. */
export type Means = {
  isThere(): Promise<boolean>
  mayInstall(): Promise<boolean>
  install(): Promise<void>
}

/** Debian's browser or Playwright's, and Debian's way to get one as the superuser. */
const ofThisMachine: Means = {
  isThere: async () => (await there('/usr/bin/chromium')) || there(chromium.executablePath()),
  mayInstall: async () => process.getuid?.() === 0 && there('/usr/bin/apt-get'),
  async install() {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const quietly = { env, timeout: 600_000, maxBuffer: 1e8 }
    await run('apt-get', ['update'], quietly)
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quietly)
  },
}

const howTo =
  'There is no browser for the journeys. Get one with: npx playwright install --with-deps chromium'

/**
 * Finds a browser for the journeys, and installs Debian's when there is none and we may.
 * @returns one line on how to get a browser when there is none, or nothing
 */
export async function ensureBrowser(
  say: (line: string) => void,
  means: Means = ofThisMachine,
): Promise<string[]> {
  if (await means.isThere()) return []
  if (!(await means.mayInstall())) return [howTo]
  say('No browser here yet: installing chromium')
  await means.install()
  return (await means.isThere()) ? [] : [howTo]
}
