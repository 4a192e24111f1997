import type { App } from '#platform/http/app.ts'
import { addressOf } from './addresses.ts'
import { asks } from './asks.ts'
import type { Asker } from './open-house.ts'

/** What came back: every byte of it, in two parts. */
export type Reply = { asker: Asker; url: string; accept: string; status: number; head: string; body: string }

export type Crawling = {
  app: App
  asker: Asker
  /** Addresses of each page, filled with every id. */
  pages: readonly { urls: readonly string[] }[]
  /** What is typed where a form asks for words. */
  words: readonly string[]
  /** So many ids of one page are asked for at most where links lead to them, and so many queries on it. */
  extent: { ids: number; queries: number }
  /** How many walk at once: six, or one where the order of what is asked must be the same. */
  walkers?: number
  onReply(reply: Reply): void
}

const unescaped = (text: string) =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'")
const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]

/** Addresses of this site that a page leads to. */
const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)].map(([, to = '']) => unescaped(to))

/**
 * What a form that is read asks for, with each of its choices, and with each of some words typed: in the
 * shorthand for what goes in the body.
 */
function queriesIn(html: string, words: readonly string[]): string[] {
  return [...html.matchAll(/<form\b([^>]*)>([^]*?)<\/form>/g)].flatMap(([, opening = '', inside = '']) => {
    if (/method="post"/i.test(opening) && !/name="_method" value="query"/.test(inside)) return []
    const action = unescaped(attribute(` ${opening}`, 'action') ?? '')
    if (!action.startsWith('/')) return []
    const choices = [...inside.matchAll(/<select\b([^>]*)>([^]*?)<\/select>/g)].flatMap(
      ([, tag = '', options = '']) =>
        [...options.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => [
          attribute(` ${tag}`, 'name') ?? '',
          unescaped(attribute(` ${option}`, 'value') ?? ''),
        ]),
    )
    const typed = [...inside.matchAll(/<input\b[^>]*>/g)]
      .filter(([tag]) => /type="(search|text)"/.test(tag))
      .flatMap(([tag]) => words.map((word) => [attribute(tag, 'name') ?? '', word]))
    return [...choices, ...typed].map(
      ([name = '', value = '']) => `${action}?${new URLSearchParams({ [name]: value })}`,
    )
  })
}

/** One person going through everything that can be asked for. */
export class Crawl {
  readonly #how: Crawling
  readonly #seen = new Set<string>()
  readonly #asked = new Map<string, number>()
  readonly #waiting: string[] = []
  /** Whom a page refuses for their role it refuses whatever the id: then two were asked, and no more. */
  readonly #rest = new Map<string, readonly string[]>()
  readonly #refused = new Map<string, number>()

  constructor(how: Crawling) {
    this.#how = how
    for (const { urls } of how.pages) {
      const [first, second, ...rest] = urls
      for (const url of [first, second]) if (url !== undefined) this.#take(url)
      this.#rest.set(addressOf(first ?? ''), rest)
    }
  }

  #take(url: string): void {
    if (this.#seen.has(url)) return
    this.#seen.add(url)
    this.#waiting.push(url)
  }

  /** What a page leads to, as far as there is room for it. */
  #offer(url: string): void {
    if (this.#seen.has(url)) return
    const [path = '', query] = url.split('?', 2)
    const { ids, queries } = this.#how.extent
    const page = `${addressOf(path)}${query === undefined ? '' : '?'}`
    const asked = this.#asked.get(page) ?? 0
    if (asked >= (query === undefined ? ids : queries)) return
    this.#asked.set(page, asked + 1)
    this.#take(url)
  }

  async #ask(url: string, accept: string): Promise<Reply> {
    const { app, asker } = this.#how
    const reply = await asks(app, asker, { page: url, accept })
    const isText = /text|json|xml/.test(reply.headers['content-type'] ?? '')
    const body = isText ? reply.body : reply.rawPayload.toString('latin1')
    return { asker, url, accept, status: reply.statusCode, head: JSON.stringify(reply.headers), body }
  }

  /** Goes on with the other ids of a page, unless both that were asked were refused alike. */
  #goOn(url: string, status: number): void {
    const page = addressOf(url)
    const rest = this.#rest.get(page)
    if (rest === undefined) return
    const refused = (this.#refused.get(page) ?? 0) + 1
    if (status === 403) this.#refused.set(page, refused)
    if (status === 403 && refused < 2) return
    this.#rest.delete(page)
    if (status !== 403) rest.forEach((each) => this.#take(each))
  }

  async #visit(url: string): Promise<void> {
    const { asker, onReply, words } = this.#how
    if (asker.by !== 'machine') {
      const page = await this.#ask(url, 'text/html')
      onReply(page)
      this.#goOn(url, page.status)
      for (const to of [...linksIn(page.body), ...queriesIn(page.body, words)]) this.#offer(to)
    }
    if (asker.by === 'browser' && url.includes('?')) return
    const data = await this.#ask(url, 'application/json')
    onReply(data)
    this.#goOn(url, data.status)
  }

  /** Goes on until nothing new is led to. */
  async run(): Promise<void> {
    const walk = async () => {
      for (let url = this.#waiting.shift(); url !== undefined; url = this.#waiting.shift())
        await this.#visit(url)
    }
    do await Promise.all(Array.from({ length: this.#how.walkers ?? 6 }, walk))
    while (this.#waiting.length > 0)
  }
}
