import type { Browser, Page } from '@playwright/test'
import { openBrowser } from './browser.ts'

/** Where a window looks, and whether it runs scripts. */
export type Kind = { address: string; scripts: boolean }

/** As large as a window is that nobody has changed. */
const usual = { width: 1280, height: 720 }

let browser: Promise<Browser> | undefined
/** Windows nobody sits at, each with what its browser fetched before: the sheet, the letters and axe. */
const free = new Map<string, Page[]>()
const keyOf = ({ address, scripts }: Kind) => `${address} ${scripts}`

async function openWindow({ address, scripts }: Kind): Promise<Page> {
  browser ??= openBrowser()
  const context = await (await browser).newContext({
    baseURL: address,
    javaScriptEnabled: scripts,
    locale: 'en-US',
    timezoneId: 'America/Los_Angeles',
    viewport: usual,
  })
  context.setDefaultTimeout(20_000)
  return context.newPage()
}

/**
 * Leaves a window as it was found: nobody is signed in, nothing is kept of them, and it is as large and as
 * light as ever. What any browser keeps of files that never change stays.
 */
export async function tidy(page: Page): Promise<void> {
  const context = page.context()
  const { origin } = new URL(page.url())
  await page.goto('about:blank')
  await context.clearCookies()
  for (const other of context.pages()) if (other !== page) await other.close()
  if (origin !== 'null') {
    const devtools = await context.newCDPSession(page)
    const storageTypes = 'local_storage,session_storage,indexeddb,cache_storage,service_workers'
    await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes })
    await devtools.detach()
  }
  await page.setViewportSize(usual)
  await page.emulateMedia({ colorScheme: null, media: null })
}

/**
 * A window in a browser of somebody's own. Opening a browser costs more than anything that is done in most
 * of them, so that one somebody has left is given to whoever comes next.
 */
export async function takeWindow(kind: Kind): Promise<Page> {
  return free.get(keyOf(kind))?.pop() ?? openWindow(kind)
}

/** Gives a window back. One that cannot be tidied is closed. */
export async function leaveWindow(kind: Kind, page: Page): Promise<void> {
  try {
    await tidy(page)
    free.set(keyOf(kind), [...(free.get(keyOf(kind)) ?? []), page])
  } catch {
    await page.context().close()
  }
}
