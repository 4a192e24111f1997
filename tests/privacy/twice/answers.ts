import { Crawl } from '../crawl.ts'
import type { Asker, OpenHouse } from '../open-house.ts'

/** What came back, by what was asked. */
export type Answers = ReadonlyMap<string, string>

/**
 * What differs between two answers that say the same: tokens, nonces, keys of forms, what a passkey is to
 * sign, and marks of one file.
 */
const carried = [
  /<input type="hidden" name="(?:_csrf|_key|challenge)"[^>]*>/g,
  // A key for a desk is made with each page, and is nobody's before it is given.
  /<input[^>]* name="key"[^>]*>/g,
  /nonce="[^"]*"|'nonce-[^']*'/g,
  /name="csrf-token" content="[^"]*"/g,
  /data-challenge="[^"]*"|"challenge":"[^"]*"/g,
  /"(?:x-request-id|etag|date|set-cookie)":(?:"[^"]*"|\[[^\]]*\])/g,
  // A copy of a list for somebody to take along has a mark of its own, and a fault a number to call.
  /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?=\.?,? ?(?:$|\r|\n|"))/g,
]
const plain = (text: string) => carried.reduce((said, each) => said.replaceAll(each, ''), text)

export type Asked = {
  app: OpenHouse['app']
  asker: Asker
  /** Addresses of pages, filled. */
  urls: readonly string[]
  /** What is typed where a form asks for words. */
  words: readonly string[]
  queries: number
  /** Called after each answer. */
  after?: () => void
}
type Reply = { url: string; accept: string; status: number; head: string; body: string }

/**
 * Everything one person is answered: each page, its data, and what the forms on it lead to, always in
 * one order.
 */
export async function answersTo({ app, asker, urls, words, queries, after }: Asked): Promise<Answers> {
  const answers = new Map<string, string>()
  const extent = { ids: 0, queries }
  const pages = urls.map((url) => ({ urls: [url] }))
  const onReply = ({ url, accept, status, head, body }: Reply) => {
    answers.set(`${url} ${accept}`, `${status}\n${plain(head)}\n${plain(body)}`)
    after?.()
  }
  await new Crawl({ app, asker, pages, words, extent, walkers: 1, onReply }).run()
  return answers
}

/** Where two worlds are answered otherwise, with what differs first. */
export function differences(one: Answers, other: Answers): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((asked) => {
    const [a = '', b = ''] = [one.get(asked), other.get(asked)]
    if (a === b) return []
    const at = [...a].findIndex((letter, place) => letter !== b[place])
    const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60).replaceAll(/\s+/g, ' ')
    return [`${asked}: …${around(a)}… / …${around(b)}…`]
  })
}
