import { type About } from './about.ts'
import { addressOf } from './addresses.ts'
import type { Class } from './columns.ts'
import type { Reply } from './crawl.ts'
import { type Expecting, mayRead } from './expected.ts'
import type { Markers } from './markers.ts'
import type { Asker } from './open-house.ts'
import type { Planted } from './plant.ts'
import type { Standing } from './standing.ts'

export type Watching = {
  planted: Markers<Planted>
  about: ReadonlyMap<string, About>
  standing: ReadonlyMap<Asker, Standing>
  expecting: Expecting
}

/** What a browser keeps of a page, and what a proxy reads of it. */
function outsideOf({ url, head, body }: Reply): string {
  const title = /<title>(.*?)<\/title>/s.exec(body)?.[1] ?? ''
  const leads = [...body.matchAll(/\s(?:href|action|src|formaction)="([^"]*)"/g)]
    .map(([, to = '']) => to)
    .filter((to) => !/^(?:tel|mailto|sms):/.test(to))
  return [url, head, title, ...leads].join('\n')
}

/** Watches what comes back: who was shown which word of ours, and whether they may be. */
export class Watch {
  readonly #how: Watching
  readonly #leaks = new Map<string, string>()
  readonly #shown = new Map<Class, Set<string>>()
  readonly fieldsSeen = new Set<string>()
  pages = 0
  bytes = 0
  milliseconds = 0

  constructor(how: Watching) {
    this.#how = how
  }

  /** Each kind of leak once: to which role, of which column, on which page; with one example. */
  get leaks(): string[] {
    return [...this.#leaks.values()]
  }

  /** To which roles something of a class was shown. */
  shown(name: Class): ReadonlySet<string> {
    return this.#shown.get(name) ?? new Set()
  }

  #leak(what: string, { asker, url, accept, status }: Reply): void {
    const page = `${addressOf(url.split('?')[0] ?? '')}${accept.includes('json') ? ' as JSON' : ''}`
    const key = `${asker.role} by ${asker.by}: ${what}, ${page} ${status}`
    if (!this.#leaks.has(key)) this.#leaks.set(key, `${key} (${asker.who}, ${url})`)
  }

  take(reply: Reply): void {
    this.pages += 1
    this.bytes += reply.body.length + reply.head.length
    const from = performance.now()
    const typed = this.#how.planted.in(reply.url)
    for (const word of this.#how.planted.in(outsideOf(reply)))
      if (!typed.has(word)) this.#leak(`${this.#how.planted.of(word)?.place} outside the page`, reply)
    for (const word of this.#how.planted.in(reply.body)) if (!typed.has(word)) this.#met(word, reply)
    this.milliseconds += performance.now() - from
  }

  #met(word: string, reply: Reply): void {
    const { about, standing, expecting } = this.#how
    const [said, who] = [about.get(word), standing.get(reply.asker)]
    if (said === undefined || who === undefined) throw new Error('Nobody knows whose word this is')
    if (!mayRead(said, who, expecting)) return this.#leak(`${said.class}, ${said.place}`, reply)
    this.fieldsSeen.add(said.place)
    const roles = this.#shown.get(said.class) ?? new Set()
    this.#shown.set(said.class, roles.add(who.role))
  }
}
