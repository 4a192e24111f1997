import type { APIResponse, Page, Response } from '@playwright/test'
import { wayTo } from '../../support/asking.ts'

/** Opens a page by its address, or types there what the shorthand holds, as `/search?q=simmons`. */
export async function opens(page: Page, shorthand: string): Promise<Response | null> {
  const { url, fields } = wayTo(shorthand)
  const opened = await page.goto(url)
  if (fields === undefined) return opened
  const [name = '', words = ''] = Object.entries(fields)[0] ?? []
  const field = page.locator(`input[name="${name}"]`).filter({ visible: true }).first()
  await field.fill(words)
  const answered = page.waitForResponse(
    (reply) => reply.request().method() === 'POST' && new URL(reply.url()).pathname === url,
  )
  await field.press('Enter')
  const answer = await answered
  await page.waitForLoadState()
  return answer
}

const csrfIn = (html: string) => /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? ''

/** What comes back when a page is asked for beside the window, with its cookies. Nothing is followed. */
export async function asksFor(page: Page, shorthand: string, accept: string): Promise<APIResponse> {
  const { url, fields } = wayTo(shorthand)
  const how = { headers: { accept }, maxRedirects: 0 }
  if (fields === undefined) return page.request.get(url, how)
  const own = await page.request.get('/account', { headers: { accept: 'text/html' } })
  const headers = { accept, origin: new URL(own.url()).origin }
  return page.request.post(url, { ...how, headers, form: { ...fields, _csrf: csrfIn(await own.text()) } })
}

type Browsing = { address: string; headers: Record<string, string> }

/** The same without any window: a page as somebody with these headers is answered. */
export async function fetchAs(
  { address, headers }: Browsing,
  shorthand: string,
): Promise<globalThis.Response> {
  const { url, fields } = wayTo(shorthand)
  if (fields === undefined) return fetch(new URL(url, address), { headers })
  const own = await fetch(new URL('/account', address), { headers })
  const body = new URLSearchParams({ ...fields, _csrf: csrfIn(await own.text()) })
  const sent = { ...headers, origin: new URL(address).origin }
  return fetch(new URL(url, address), { method: 'POST', headers: sent, body })
}
