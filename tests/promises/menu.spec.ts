import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CastKey } from '../riverside/cast.ts'
import { wholeHouse } from '../support/whole-house.ts'

let house: Awaited<ReturnType<typeof wholeHouse>>
beforeAll(async () => {
  house = await wholeHouse()
})
afterAll(() => house.close())

/** Where the menu of a page leads. */
const menuIn = (html: string): string[] => {
  const [, menu = ''] = /<nav[^>]*class="side"[^>]*>(.*?)<\/nav>/s.exec(html) ?? []
  return [...menu.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href)
}

describe('The menu', () => {
  test.each<CastKey>(['ruth', 'maya', 'daniel', 'grace', 'yolanda', 'noor'])(
    'of %s is the same around a page of students and around one that shows nobody',
    async (key) => {
      const browser = await house.front.signedIn(key, house.browser())
      await browser.get('/today')
      const onToday = menuIn(browser.page)
      await browser.get('/standards')
      expect(menuIn(browser.page)).toEqual(onToday)
      expect(onToday.length).toBeGreaterThan(2)
    },
  )
})
