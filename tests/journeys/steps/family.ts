import type { Page } from '@playwright/test'
import type { CastKey } from '../../riverside/cast.ts'
import type { Stage } from '../support/stage.ts'
import { asksFor } from './asks.ts'

/** What a member of a family may ask for, by an address or as if there were a form for it. */
const asked = ['/family', '/family?lang=es', '/today', '/search?q=clinic', '/consents', '/exceptions']
const faces = ['text/html', 'application/json'] as const

/** What differs between two answers that say the same: the number of the request and what a form carries. */
const carried = [/<input type="hidden"[^>]*>/g, /"(?:request_id|requestId|_key|_csrf)":"[^"]*"/g]

async function wordsOf(page: Page, path: string, accept: string): Promise<string> {
  const reply = await asksFor(page, path, accept)
  const text = carried.reduce((said, each) => said.replaceAll(each, ''), await reply.text())
  return `${path} ${reply.status()} ${text}`
}

/** Everything a member of a family is answered, at these addresses and in each face, byte for byte. */
export async function answeredTo(
  { enter }: Stage,
  key: CastKey,
  more: readonly string[] = [],
): Promise<string[]> {
  const page = await enter(key)
  const answers = [...asked, ...more].flatMap((path) => faces.map((face) => wordsOf(page, path, face)))
  return Promise.all(answers)
}
