import { access } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one browser of the run is reached. */
    browser: string
  }
}

const debian = '/usr/bin/chromium'
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** Opens Chromium before the first journey and closes it after the last: Debian's, else Playwright's. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const found = await access(debian).then(
    () => true,
    () => false,
  )
  const browser = await chromium.launchServer({ args: quiet, ...(found && { executablePath: debian }) })
  project.provide('browser', browser.wsEndpoint())
  return () => browser.close()
}
