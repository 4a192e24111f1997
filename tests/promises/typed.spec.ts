import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import type { Role } from '#access/roles.ts'
import type { Screen } from '#access/screen.ts'
import { house } from '../../src/compose.ts'
import { Markers } from '../privacy/markers.ts'
import { type Typed, typing } from '../privacy/typed.ts'
import { actorOf, type CastKey } from '../riverside/cast.ts'
import { type OwnIdsStory, ownIdsStory } from '../support/own-ids-story.ts'
import { pagesOf } from '../support/pages.ts'
import { onePerRole, pathOf, visitsTo } from '../support/visits.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

/** What somebody types where a name is asked for, and nobody is called. */
const canary = 'Zqcanary Delgado'
const holdsCanary = (text: string) => /zqcanary/i.test(decodeURIComponent(text.replaceAll('+', ' ')))

let story: OwnIdsStory
let pages: Awaited<ReturnType<typeof pagesOf>>
/** What a server's log, a proxy's and a browser's history would hold. */
const kept: string[] = []
/** Where each act that was done led to, after words of ours were typed wherever it takes words. */
const ledTo: string[] = []
const typedIntoActs = new Markers<Typed>()
function noteWhereActsLead() {
  for (const { act, then } of house.resources) {
    const noted = act as { perform: typeof act.perform }
    const { perform } = act
    noted.perform = async (doer, given, request) => {
      const outcome = await perform(doer, given, request)
      if (outcome.done) ledTo.push(then(outcome.result as never, given as Record<string, string>))
      return outcome
    }
  }
}
beforeAll(async () => {
  noteWhereActsLead()
  story = await typing(typedIntoActs, ownIdsStory)
  pages = await pagesOf(story)
  pages.app.addHook('onResponse', async ({ url, headers }, reply) => {
    const own = [url, headers.referer, headers['referrer'], reply.getHeader('location')]
    kept.push(...own.filter((each) => typeof each === 'string'))
  })
})
afterAll(async () => {
  await pages.close()
  await story.close()
})

/** What an address would take as words, though it declares that nothing is typed there. */
function wordsTaken({ address, typed, look }: Pick<Screen, 'address' | 'typed' | 'look'>): string[] {
  const fields = look.given instanceof z.ZodObject ? Object.entries(look.given.shape) : []
  return fields
    .filter(([name]) => !address.includes(`:${name}`) && !typed.includes(name))
    .filter(([, field]) => {
      const taken = (field as z.ZodType).safeParse(canary)
      return taken.success && typeof taken.data === 'string' && holdsCanary(taken.data)
    })
    .map(([name]) => `${address}?${name}=`)
}

/** Fields for words in a form that would put them in the address. */
const typedIntoAddress = (html: string): string[] =>
  [...html.matchAll(/<form\b([^>]*)>([^]*?)<\/form>/g)]
    .filter(([, opening = '']) => !/method="post"/i.test(opening))
    .flatMap(([, , inside = '']) => [...inside.matchAll(/<(?:input|textarea)\b[^>]*>/g)])
    .map(([tag]) => tag)
    .filter((tag) => !/type="(?:hidden|checkbox|radio|submit)"/.test(tag))

/** Where a page leads to: links, forms, and what is loaded. */
const leadsIn = (html: string) =>
  [...html.matchAll(/\s(?:href|action|src|formaction)="([^"]*)"/g)].map(([, to = '']) => to)

const asked = house.screens.filter(({ typed }) => typed.length > 0)
const readersOf = ({ look }: Screen): CastKey[] =>
  onePerRole.filter((key) => (look.by as readonly Role[]).includes(actorOf(key).role))

describe('What somebody types to find a person', () => {
  test('is taken by no address: each screen declares what is typed there', () => {
    expect(house.screens.flatMap(wordsTaken)).toEqual([])
    expect(asked.length).toBeGreaterThan(10)
    const undeclared = asked.map((screen) => ({ ...screen, typed: [] }))
    expect(undeclared.flatMap(wordsTaken).length).toBeGreaterThanOrEqual(asked.length)
  })

  test('is sent by no form into an address, on any page, for anybody', async () => {
    const wrong = new Set<string>()
    let forms = 0
    for (const { key, url, address } of visitsTo(story)) {
      const { html } = await pages.get(key, url)
      forms += html.match(/<form\b/g)?.length ?? 0
      for (const tag of typedIntoAddress(html)) wrong.add(`${address} as ${key}: ${tag}`)
    }
    expect([...wrong]).toEqual([])
    expect(forms).toBeGreaterThan(400)
    const old = '<form method="get" action="/search"><input id="q" name="q" type="search"></form>'
    expect(typedIntoAddress(old)).toHaveLength(1)
  })

  test('stands in no address, no log line, no referrer and no link of what comes back, however it is asked', async () => {
    const led: string[] = []
    let answered = 0
    for (const screen of asked)
      for (const key of readersOf(screen))
        for (const name of screen.typed)
          for (const face of ['text/html', 'application/json']) {
            const page = `${pathOf(story, screen.address)}?${new URLSearchParams({ [name]: canary })}`
            const { status, html } = await pages.get(key, page, face)
            if (status === 200 && html.includes('Zqcanary')) answered += 1
            led.push(
              ...leadsIn(html)
                .filter(holdsCanary)
                .map((to) => `${screen.address}: ${to}`),
            )
          }
    expect(led).toEqual([])
    expect(kept.filter(holdsCanary)).toEqual([])
    // It arrived: most pages say again what was typed.
    expect(answered).toBeGreaterThan(60)
    expect(kept.length).toBeGreaterThan(300)
    // An address with the name in it is noticed.
    expect(
      ['/search', '/search?q=Zqcanary+Delgado', '/x?to=%2Fsearch%3Fq%3DZqcanary'].filter(holdsCanary),
    ).toHaveLength(2)
  })

  test('stands in no address that an act leads to, whatever was typed into it', () => {
    expect(typedIntoActs.size).toBeGreaterThan(20)
    expect(new Set(ledTo.map((to) => to.replaceAll(/[0-9a-f-]{36}/g, ':id'))).size).toBeGreaterThan(10)
    expect(ledTo.filter((to) => typedIntoActs.in(to).size > 0)).toEqual([])
    const [[word] = ['']] = [...typedIntoActs]
    expect(typedIntoActs.in(`/search?q=${word}`).size).toBe(1)
  })

  test('is not looked for in an address that somebody wrote by hand, and nothing sent back holds it', async () => {
    for (const screen of asked) {
      const [key] = readersOf(screen)
      const [name = ''] = screen.typed
      const path = pathOf(story, screen.address)
      const url = `${path}?${new URLSearchParams({ [name]: canary, lang: 'en' })}`
      const headers = { 'x-cast': String(key), 'host': 'riverside.example' }
      const page = await pages.app.inject({ url, headers: { ...headers, accept: 'text/html' } })
      expect([page.statusCode, page.headers.location]).toEqual([303, `${path}?lang=en`])
      const data = await pages.app.inject({ url, headers: { ...headers, accept: 'application/json' } })
      expect([data.statusCode, data.json<{ code: string }>().code]).toEqual([400, 'typed_in_address'])
      expect([page.body, data.body].filter(holdsCanary)).toEqual([])
      // Nobody who is not signed in is told more: the name is gone before the door is asked.
      const stranger = await pages.app.inject({
        url,
        headers: { host: 'riverside.example', accept: 'text/html' },
      })
      expect(stranger.headers.location).toBe(`${path}?lang=en`)
    }
  })
})
