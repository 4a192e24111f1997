import { chromium } from '@playwright/test'
import type { TestProject } from 'vitest/node'
import { findBrowser } from '../../../tools/check/browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one browser of the run is reached. */
    browser: string
  }
}

/** A page lives for a second: what its scripts do is done before they would be made faster. */
const brief = ['--js-flags=--no-opt --no-maglev']

const quiet = [
  ...brief,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** Opens Chromium before the first journey and closes it after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = await findBrowser()
  const browser = await chromium.launchServer({ args: quiet, ...(executablePath && { executablePath }) })
  project.provide('browser', browser.wsEndpoint())
  return () => browser.close()
}
