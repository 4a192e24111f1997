import type { Page } from '@playwright/test'
import { asksFor } from './asks.ts'

type Face = 'text/html' | 'application/json'

/**
 * What comes back from an address with what differs by itself taken out: the number of the request, the
 * clock, and the key each form carries once.
 */
export async function answerOf(page: Page, path: string, face: Face) {
  const reply = await asksFor(page, path, face)
  const headers = reply.headers()
  delete headers['date']
  delete headers['x-request-id']
  const plain = (text: string) =>
    text
      .replaceAll(/(\/|%2F)[0-9a-f]{8}-[0-9a-f-]{27}/g, '$1:id')
      .replaceAll(/name="_key" value="[^"]*"/g, 'name="_key"')
  return { status: reply.status(), headers, body: plain(await reply.text()) }
}

/** An id of the right shape that nothing has. */
export const nobodysId = '019f0000-0000-7000-8000-00000000abcd'
