import type { ConsoleMessage, Page, Response } from '@playwright/test'
import { expect } from 'vitest'
import { mostHtml } from '../../support/weight.ts'
import { axeAddress, brokenRules } from './axe.ts'

const most = { html: mostHtml, script: 30 * 1024 }

/** What must hold on every page anybody passes on a journey, noted while they pass. */
export type Watch = { violations: string[]; heavy: string[]; broken: string[] }

/** @param broken where the server notes what went wrong behind an answer */
export const newWatch = (broken: string[]): Watch => ({ violations: [], heavy: [], broken })

const route = (url: string) => new URL(url).pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')

/** Of an answer that does not say it itself. Nothing once its page is gone. */
const sizeOf = (response: Response) =>
  response.body().then(
    ({ length }) => length,
    () => 0,
  )

/**
 * Notes breaches of the content policy, pages over their weight, and answers that mean something broke.
 * @returns what ends the watch
 */
export function watchPage(page: Page, watch: Watch): () => void {
  const hear = (message: ConsoleMessage) => {
    if (/Content Security Policy|Trusted/i.test(message.text()))
      watch.violations.push(`${route(page.url())}: ${message.text()}`)
  }
  const see = async (response: Response) => {
    const path = route(response.url())
    if (response.status() >= 500) watch.broken.push(`${response.status()} ${path}`)
    const { 'content-type': type = '', 'content-length': length } = response.headers()
    const limit = type.includes('text/html')
      ? most.html
      : type.includes('javascript')
        ? most.script
        : undefined
    if (limit === undefined || response.status() >= 300 || path === axeAddress) return
    const size = length === undefined ? await sizeOf(response) : Number(length)
    if (size > limit) watch.heavy.push(`${path}: ${size} bytes`)
  }
  page.on('console', hear).on('response', see)
  return () => void page.off('console', hear).off('response', see)
}

/** Asks axe about the page as it stands. @throws with every rule that is broken and where */
export async function checkAccessible(page: Page) {
  const broken = await brokenRules(page)
  expect(broken.map((rule) => `${route(page.url())}: ${rule}`)).toEqual([])
}

export function expectNothingNoted({ violations, heavy, broken }: Watch) {
  expect({ violations, heavy, broken }).toEqual({ violations: [], heavy: [], broken: [] })
}
