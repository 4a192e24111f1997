import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from './support/browser.ts'
import { type Planted, type Site, siteOf } from './support/site.ts'
import { expectNothingNoted, newWatch, watchPage } from './support/watch.ts'

const html = (body: string) => `<!doctype html><html lang="en"><title>x</title><main>${body}</main></html>`
const letters = (thousands: number) => 'x'.repeat(thousands * 1024)

/** Pages as nobody should meet one, and one that is fine. */
const planted: Record<string, Planted> = {
  '/fine': { body: html(`<script src="/small.js"></script>${letters(59)}`) },
  '/small.js': { type: 'text/javascript', body: `//${letters(29)}` },
  '/inline': { body: html(`<script>document.title = 'run'</script>`) },
  '/written': { body: html('<script src="/write.js"></script>') },
  '/write.js': { type: 'text/javascript', body: `document.body.innerHTML = '<p>x</p>'` },
  '/heavy': { body: html(letters(61)) },
  '/large': { body: html('<script src="/large.js"></script>') },
  '/large.js': { type: 'text/javascript', body: `//${letters(31)}` },
  '/broken': { status: 500, body: html('x') },
}

const policy = "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'"

let site: Site
let browser: Browser
beforeAll(async () => {
  site = await siteOf(planted, policy)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** What is noted while somebody opens one page. */
async function notedAt(path: string) {
  const watch = newWatch([])
  const page: Page = await browser.newPage()
  watchPage(page, watch)
  await page.goto(`${site.address}${path}`)
  await page.close()
  return watch
}

describe('Whoever watches over the journeys', () => {
  test('has nothing to say of a page just within its weight', async () => {
    expectNothingNoted(await notedAt('/fine'))
  })

  test.each([
    ['a script written into the page', '/inline', 'violations'],
    ['a script that writes markup', '/written', 'violations'],
    ['a page over its weight', '/heavy', 'heavy'],
    ['a script over its weight', '/large', 'heavy'],
    ['an answer that means something broke', '/broken', 'broken'],
  ] as const)('notes %s', async (_, path, kind) => {
    const watch = await notedAt(path)
    expect(watch[kind]).not.toEqual([])
    expect(() => expectNothingNoted(watch)).toThrow('deeply equal')
  })
})
