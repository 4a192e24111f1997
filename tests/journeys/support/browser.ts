import { type Browser, chromium } from '@playwright/test'
import { findBrowser } from '../../../tools/check/browser.ts'

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

/** Opens Chromium. It ends with whoever opened it: a browser shared by processes costs each message twice. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await findBrowser()
  return chromium.launch({ args: quiet, ...(executablePath && { executablePath }) })
}
