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

/** Debian's Chromium without windows: the journeys take half the time they take in the whole browser. */
const quick = '/usr/bin/chromium-headless-shell'

/** The browser the journeys run in: the quick one, else Debian's whole one, else the one Playwright knows. */
export async function findBrowser(): Promise<string | undefined> {
  for (const path of [quick, '/usr/bin/chromium', chromium.executablePath()])
    if (await there(path)) return path
  return undefined
}

/** What getting a browser takes, so that a spec can take its place. */
export type Means = {
  find(): Promise<string | undefined>
  mayInstall(): Promise<boolean>
  install(): Promise<void>
}

/** Debian's way to get one, as the superuser. */
const ofThisMachine: Means = {
  find: findBrowser,
  mayInstall: async () => process.getuid?.() === 0 && there('/usr/bin/apt-get'),
  async install() {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const quietly = { env, timeout: 600_000, maxBuffer: 1e8 }
    await run('apt-get', ['update'], quietly)
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium-headless-shell'], quietly)
  },
}

const howTo =
  'There is no browser for the journeys. Get one with: npx playwright install --with-deps chromium'

/**
 * Finds a browser for the journeys, and installs Debian's quick one where it is missing and we may. Where it
 * cannot be had, a slower one does.
 * @returns one line on how to get a browser when there is none, or nothing
 */
export async function ensureBrowser(
  say: (line: string) => void,
  means: Means = ofThisMachine,
): Promise<string[]> {
  const found = await means.find()
  if (found === quick) return []
  if (await means.mayInstall()) {
    say('Installing chromium-headless-shell for the journeys')
    await means.install().catch((error: Error) => say(`It could not be installed: ${error.message}`))
  }
  return (await means.find()) === undefined ? [howTo] : []
}
