import { access } from 'node:fs/promises'
import { type Browser, chromium } from '@playwright/test'

const debian = '/usr/bin/chromium'
const quiet = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** Chromium: Debian's when it is there, else the one Playwright knows. */
export async function openBrowser(): Promise<Browser> {
  const found = await access(debian).then(
    () => true,
    () => false,
  )
  return chromium.launch({ args: quiet, ...(found && { executablePath: debian }) })
}
