import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page } from '@playwright/test'
import { brokenRules } from './support/axe.ts'
import { openBrowser } from './support/browser.ts'
import { type Site, siteOf } from './support/site.ts'

const pale = '<p style="color: #bbb; background: #fff">What is owed</p>'
const pageWith = (body: string) =>
  `<!doctype html><html lang="en"><title>A page</title><main>${body}</main></html>`

/** By day and in the dark. */
const twice = ['color-contrast', 'color-contrast']

describe('What is asked of every page', () => {
  let site: Site
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    site = await siteOf({ '/': { body: pageWith('') } })
    browser = await openBrowser()
    page = await browser.newPage()
    await page.goto(site.address)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  const rulesBrokenBy = async (body: string) => {
    await page.setContent(pageWith(body))
    const broken = await brokenRules(page)
    return broken.map((rule) => rule.split(' ')[0])
  }

  test('a page that reads well breaks no rule', async () => {
    expect(await rulesBrokenBy('<p>What is owed</p>')).toEqual([])
  })

  test('a field without a name is found, and a pale text each time it is met', async () => {
    expect(await rulesBrokenBy(`<input>${pale}`)).toEqual(['label', ...twice])
    expect(await rulesBrokenBy(pale)).toEqual(twice)
  })

  test('a text that only the dark makes unreadable is found, and the day is back afterwards', async () => {
    const dim = '<style>@media (prefers-color-scheme: dark) { .dim { color: #bbb } }</style>'
    await page.setContent(pageWith(`${dim}<p class="dim" style="background: #fff">At night</p>`))
    expect(await brokenRules(page)).toEqual(['color-contrast at p, in the dark'])
    expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(false)
  })

  test('a pale text is found beside one of the same look that reads well', async () => {
    expect(await rulesBrokenBy(`<p style="color: #111; background: #fff">By whom</p>${pale}`)).toEqual(twice)
  })
})
