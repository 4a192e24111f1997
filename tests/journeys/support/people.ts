import type { BrowserContext, Page } from '@playwright/test'
import { cast, type CastKey } from '../../riverside/cast.ts'
import { openBrowser } from './browser.ts'
import { type Watch, watchPage } from './watch.ts'

export type People = {
  /** Signs a member of the cast in, in a browser of their own, and opens their first page. Once for each. */
  enter(key: CastKey): Promise<Page>
  /** Signs a member of the cast in where somebody else sat before, and opens their first page. */
  takeSeat(page: Page, key: CastKey): Promise<void>
  /** Somebody nobody knows. */
  stranger(): Promise<Page>
  /** What everybody who is signed in has open. */
  seen(): Promise<string[]>
  /** Their sessions have ended: who comes again signs in again. */
  forget(): void
  leave(): Promise<void>
}

const seenBy = async (page: Page) => {
  const seen = await page
    .locator('body')
    .ariaSnapshot({ timeout: 2000 })
    .catch(() => 'nothing')
  return `${page.url()}\n${seen}`
}

async function takeSeat(page: Page, key: CastKey): Promise<void> {
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: new RegExp(cast[key].name) }).click()
  await page.waitForURL('**/today')
}

/** Whoever comes to the site at an address, each with a browser of their own, watched on every page. */
export async function peopleAt(
  address: string,
  { scripts, watch }: { scripts: boolean; watch: Watch },
): Promise<People> {
  const browser = await openBrowser()
  const contexts: BrowserContext[] = []
  const here = new Map<CastKey, Page>()
  const stranger = async () => {
    const context = await browser.newContext({
      baseURL: address,
      javaScriptEnabled: scripts,
      locale: 'en-US',
      timezoneId: 'America/Los_Angeles',
    })
    context.setDefaultTimeout(10_000)
    contexts.push(context)
    const page = await context.newPage()
    watchPage(page, watch)
    return page
  }
  const comeIn = async (key: CastKey) => {
    const page = await stranger()
    here.set(key, page)
    await takeSeat(page, key)
    return page
  }
  return {
    stranger,
    takeSeat,
    enter: async (key) => here.get(key) ?? comeIn(key),
    seen: () => Promise.all([...here].map(async ([key, page]) => `${cast[key].name}: ${await seenBy(page)}`)),
    forget: () => here.clear(),
    async leave() {
      await Promise.all(contexts.map((context) => context.close()))
      await browser.close()
    },
  }
}
