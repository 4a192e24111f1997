import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { house } from '../../src/compose.ts'
import { type OwnIdsStory, ownIdsStory } from '../support/own-ids-story.ts'
import { pagesOf } from '../support/pages.ts'
import { visitsTo } from '../support/visits.ts'

/** What would be markup, an attribute or an entity wherever it was not escaped. */
const planted = `<b data-planted>&amp;"'</b>`

let story: OwnIdsStory
let pages: Awaited<ReturnType<typeof pagesOf>>
beforeAll(async () => {
  story = await ownIdsStory()
  pages = await pagesOf(story)
}, 120_000)
afterAll(async () => {
  vi.restoreAllMocks()
  await pages.close()
  await story.close()
})

/** Words, which people typed or which name somebody: codes, ids, days and instants have no space in them. */
const isWords = (text: string) => /\p{L}.* .*\p{L}/su.test(text)

/** The same data with markup behind everything in it that is words. */
function plantIn(value: unknown): unknown {
  if (typeof value === 'string') return isWords(value) ? `${value}${planted}` : value
  if (Array.isArray(value)) return value.map(plantIn)
  if (typeof value !== 'object' || value === null || value.constructor !== Object) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plantIn(inner)]))
}

const raw = /<b data-planted|="[^"<>]*<b data/
/** How text comes out: the markup as text. */
const escaped = /&lt;b data-planted/

test('whatever people typed is read back as text, on every page, for everybody', {
  timeout: 240_000,
}, async () => {
  for (const { look } of house.screens) {
    const see = look.see.bind(look)
    vi.spyOn(look, 'see').mockImplementation(async (doer, given) => plantIn(await see(doer, given)))
  }
  const [asMarkup, asText, failed]: [string[], Set<string>, string[]] = [[], new Set(), []]
  for (const { key, url, address } of visitsTo(story)) {
    const { status, html } = await pages.get(key, url)
    if (status >= 500) failed.push(`${address} as ${key}`)
    if (raw.test(html)) asMarkup.push(`${address} as ${key}`)
    if (escaped.test(html)) asText.add(address)
  }
  expect([failed, pages.broken.map(({ message }) => message)]).toEqual([[], []])
  expect(asMarkup).toEqual([])
  expect(asText.size).toBeGreaterThan(50)
})

test('a page that showed it as markup would be noticed', () => {
  expect(`<p>Quiet at lunch${planted}</p>`).toMatch(raw)
  expect(`<input value="Quiet at lunch<b data-planted>">`).toMatch(raw)
  expect('<p>Quiet at lunch&lt;b data-planted></p>').not.toMatch(raw)
})
