import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from 'vitest'

const most = { html: 60 * 1024, script: 30 * 1024 }

/** What must hold on every page anybody passes on a journey, noted while they pass. */
export type Watch = { violations: string[]; heavy: string[]; broken: string[] }

/** @param broken where the server notes what went wrong behind an answer */
export const newWatch = (broken: string[]): Watch => ({ violations: [], heavy: [], broken })

const route = (url: string) => new URL(url).pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')

/** Notes breaches of the content policy, pages over their weight, and answers that mean something broke. */
export function watchPage(page: Page, watch: Watch) {
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text()))
      watch.violations.push(`${route(page.url())}: ${message.text()}`)
  })
  page.on('response', async (response) => {
    const path = route(response.url())
    if (response.status() >= 500) watch.broken.push(`${response.status()} ${path}`)
    const type = response.headers()['content-type'] ?? ''
    const limit = type.includes('text/html')
      ? most.html
      : type.includes('javascript')
        ? most.script
        : undefined
    if (limit === undefined || response.status() >= 300) return
    const body = await response.body().catch(() => undefined)
    if (body !== undefined && body.length > limit) watch.heavy.push(`${path}: ${body.length} bytes`)
  })
}

/** Asks axe about the page as it stands. @throws with every rule that is broken and where */
export async function checkAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const found = violations.map(
    ({ id, nodes }) =>
      `${route(page.url())}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
  expect(found).toEqual([])
}

export function expectNothingNoted({ violations, heavy, broken }: Watch) {
  expect({ violations, heavy, broken }).toEqual({ violations: [], heavy: [], broken: [] })
}
