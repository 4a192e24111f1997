import type { Page } from '@playwright/test'
import { cast, type CastKey } from '../../riverside/cast.ts'
import { type Watch, watchPage } from './watch.ts'
import { leaveWindow, takeWindow, tidy } from './windows.ts'

export type People = {
  /** Signs a member of the cast in, in a browser of their own, and opens their first page. Once for each. */
  enter(key: CastKey): Promise<Page>
  /** Signs a member of the cast in where somebody else sat before, and opens their first page. */
  takeSeat(page: Page, key: CastKey): Promise<void>
  /** Somebody nobody knows. @param scripts whether their browser runs them; as everybody's when left out */
  stranger(scripts?: boolean): Promise<Page>
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

/** The form of the front page behind everybody's name, sent as the page would send it. */
async function takeSeat(page: Page, key: CastKey): Promise<void> {
  const { request } = page
  await page.context().clearCookies()
  const front = await request.get('/sign-in')
  const [, _csrf = ''] = /name="_csrf" value="([^"]*)"/.exec(await front.text()) ?? []
  const { origin } = new URL(front.url())
  const form = { _csrf, person: cast[key].id, to: '/today' }
  const reply = await request.post('/sign-in/demo', { form, headers: { origin }, maxRedirects: 0 })
  if (reply.status() !== 303) throw new Error(`${cast[key].name} signs in: ${reply.status()}`)
  await page.goto('/today')
}

/** Whoever comes to the site at an address, each with a browser of their own, watched on every page. */
export function peopleAt(address: string, { scripts, watch }: { scripts: boolean; watch: Watch }): People {
  const leaving: (() => Promise<void>)[] = []
  const here = new Map<CastKey, Page>()
  /** Whose sessions have ended: nobody looks at their pages any more. */
  const left: Page[] = []
  const stranger = async (own = scripts) => {
    const kind = { address, scripts: own }
    const page = await takeWindow(kind)
    const unwatch = watchPage(page, watch)
    leaving.push(() => {
      unwatch()
      return leaveWindow(kind, page)
    })
    return page
  }
  const comeIn = async (key: CastKey) => {
    const again = left.pop()
    if (again !== undefined) await tidy(again)
    const page = again ?? (await stranger())
    here.set(key, page)
    await takeSeat(page, key)
    return page
  }
  return {
    stranger,
    takeSeat,
    enter: async (key) => here.get(key) ?? comeIn(key),
    seen: () => Promise.all([...here].map(async ([key, page]) => `${cast[key].name}: ${await seenBy(page)}`)),
    forget() {
      left.push(...here.values())
      here.clear()
    },
    async leave() {
      await Promise.all(leaving.map((leave) => leave()))
    },
  }
}
