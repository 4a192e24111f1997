import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { openDiary } from '../../src/commands/diary.ts'
import { personalIn } from '../support/canaries.ts'
import { type OwnIdsStory, ownIdsStory } from '../support/own-ids-story.ts'
import { pagesOf } from '../support/pages.ts'
import { visitsTo } from '../support/visits.ts'

let story: OwnIdsStory
let pages: Awaited<ReturnType<typeof pagesOf>>
/** What came back while all was well; and once the trail could not be written, with what went wrong then. */
let before: Crawled
let after: Crawled
let errors: readonly Error[]
beforeAll(async () => {
  story = await ownIdsStory()
  pages = await pagesOf(story)
  before = await crawl(everything())
  const known = pages.broken.length
  await story.admin.query('revoke insert on audit_event from throughline_app')
  // What does not open for somebody anyway has nothing to say.
  after = await crawl(before.opened)
  errors = pages.broken.slice(known)
}, 240_000)
afterAll(async () => {
  await pages.close()
  await story.close()
})

type Asked = ReturnType<typeof visitsTo>[number] & { face: string }

/** Every page for everybody with both faces, and a search that finds somebody. */
const everything = (): Asked[] =>
  visitsTo(story)
    .flatMap((visit) =>
      visit.address === '/search' ? [visit, { ...visit, url: `${visit.url}?q=delgado` }] : [visit],
    )
    .flatMap((visit) => ['text/html', 'application/json'].map((face) => ({ ...visit, face })))

type Crawled = { opened: Asked[]; told: Set<string>; kept: string[]; titles: Set<string> }

/** Which of them opened, which said something of a student, and what of that a browser keeps of it. */
async function crawl(asked: readonly Asked[]): Promise<Crawled> {
  const crawled: Crawled = { opened: [], told: new Set(), kept: [], titles: new Set() }
  for (const each of asked) {
    const { key, url, face, address } = each
    const { status, html } = await pages.get(key, url, face)
    if (status === 200) crawled.opened.push(each)
    if (personalIn(html, url).length > 0) crawled.told.add(`${url} ${face} ${status}`)
    if (face !== 'text/html') continue
    crawled.titles.add(titleIn(html))
    for (const text of [titleIn(html), ...leadsIn(html)])
      crawled.kept.push(...personalIn(text).map((name) => `${address} as ${key}: ${name} in ${text}`))
  }
  return crawled
}

/** What a browser keeps of a page in its history: its title, and the addresses it leads to. */
const titleIn = (html: string) => /<title>(.*?)<\/title>/s.exec(html)?.[1] ?? ''
const leadsIn = (html: string) =>
  [...html.matchAll(/(?:href|action|src)="([^"]*)"/g)]
    .map(([, to = '']) => decodeURIComponent(to.replaceAll('&amp;', '&').replaceAll('+', ' ')))
    .filter((to) => !/^(?:tel|mailto|sms):/.test(to))

/** The lines a serving process writes about things that went wrong. */
function linesFor(all: readonly Error[]): string[] {
  const lines: string[] = []
  const diary = openDiary({ write: (line) => void lines.push(line) })
  for (const error of all) diary.broken({ id: newId(), route: 'GET /somewhere', error })
  return lines
}

describe('What is kept outside the records', () => {
  test('names nobody in titles and addresses, on any page, for anybody', () => {
    expect(before.kept).toEqual([])
    // The pages themselves were full of names, and each had a title.
    expect(before.told.size).toBeGreaterThan(60)
    expect(before.titles.has('')).toBe(false)
    expect(before.titles.size).toBeGreaterThan(40)
  })

  test('names nobody in what the server writes about what went wrong', () => {
    expect(errors.length).toBeGreaterThan(60)
    const lines = linesFor(errors)
    expect(lines).toHaveLength(errors.length)
    expect(lines.flatMap((line) => personalIn(line))).toEqual([])
  })

  test('would be noticed: a name in a title, in an address, and in an error of several lines', () => {
    const page =
      '<title>Sofia Delgado</title><a href="/search?q=Sofia+Delgado">x</a><a href="tel:555-0137">y</a>'
    expect(personalIn(titleIn(page))).toContain('Sofia Delgado')
    expect(leadsIn(page).flatMap((to) => personalIn(to))).toContain('Sofia Delgado')
    const error = new Error('refused\nDETAIL: Sofia Delgado, 555-0137\n    at home, after 15:00')
    expect(personalIn(error.stack ?? '')).toContain('Sofia Delgado')
    const [line = ''] = linesFor([error])
    expect(line).toContain('canaries.slow.spec.ts')
    expect(personalIn(line)).toEqual([])
  })
})

describe('When the trail cannot be written', () => {
  test('no page, with either face, for anybody, says a word of a student', () => {
    expect(before.told.size).toBeGreaterThan(60)
    expect(before.opened.length).toBeGreaterThan(400)
    expect([...after.told]).toEqual([])
    // Pages of settings and directories, which show no student, still open.
    expect(after.opened.length).toBeGreaterThan(100)
  })
})
