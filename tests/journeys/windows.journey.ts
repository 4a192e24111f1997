import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Site, siteOf } from './support/site.ts'
import { leaveWindow, takeWindow } from './support/windows.ts'

const page = '<!doctype html><html lang="en"><title>A page</title><main>A page</main></html>'

/** What somebody could have left behind for whoever comes next. */
const keptIn = async (window: Page) => {
  await window.goto('/')
  const inPage = await window.evaluate(() => ({
    cookie: document.cookie,
    stored: [localStorage.length, sessionStorage.length],
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
    size: [innerWidth, innerHeight],
  }))
  return { ...inPage, windows: window.context().pages().length }
}

const nothing = { cookie: '', stored: [0, 0], dark: false, size: [1280, 720], windows: 1 }
const something = { cookie: 'who=joan', stored: [1, 1], dark: true, size: [320, 640], windows: 2 }

describe('A window that is given to whoever comes next', () => {
  let site: Site
  beforeAll(async () => {
    site = await siteOf({ '/': { body: page } })
  })
  afterAll(() => site?.close())

  test('keeps nothing of who sat there before', async () => {
    const kind = { address: site.address, scripts: true }
    const window = await takeWindow(kind)
    expect(await keptIn(window)).toEqual(nothing)
    await window.evaluate(() => {
      // biome-ignore lint/suspicious/noDocumentCookie: what a page may do, a page has done.
      document.cookie = 'who=joan'
      localStorage.setItem('who', 'joan')
      sessionStorage.setItem('who', 'joan')
    })
    await window.setViewportSize({ width: 320, height: 640 })
    await window.emulateMedia({ colorScheme: 'dark' })
    await window.context().newPage()
    expect(await keptIn(window)).toEqual(something)
    await leaveWindow(kind, window)
    const next = await takeWindow(kind)
    expect(next).toBe(window)
    expect(await keptIn(next)).toEqual(nothing)
    await leaveWindow(kind, next)
  })

  test('is taken by one at a time, and by nobody who runs scripts when it runs none', async () => {
    const on = { address: site.address, scripts: true }
    const off = { address: site.address, scripts: false }
    const [first, second, third] = [await takeWindow(on), await takeWindow(on), await takeWindow(off)]
    expect(new Set([first, second, third].map((window) => window.context())).size).toBe(3)
    await leaveWindow(off, third)
    expect(await takeWindow(on)).not.toBe(third)
  })
})
