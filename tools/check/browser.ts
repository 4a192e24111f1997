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

/** Where Debian puts the browser, and where Playwright does. */
const places = () => ['/usr/bin/chromium', chromium.executablePath()]

const found = async (paths: readonly string[]) => {
  for (const path of paths) if (await there(path)) return path
  return undefined
}

const mayInstall = async () => process.getuid?.() === 0 && (await there('/usr/bin/apt-get'))

async function install(): Promise<void> {
  const quietly = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 600_000,
    maxBuffer: 1e8,
  }
  await run('apt-get', ['update'], quietly)
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quietly)
}

/**
 * Finds a browser for the journeys, and installs Debian's when there is none and we may.
 * @returns one line on how to get a browser when there is none, or nothing
 */
export async function ensureBrowser(say: (line: string) => void): Promise<string[]> {
  if ((await found(places())) !== undefined) return []
  if (await mayInstall()) {
    say('No browser here yet: installing chromium')
    await install()
    if ((await found(places())) !== undefined) return []
  }
  return ['There is no browser for the journeys. Get one with: npx playwright install --with-deps chromium']
}
