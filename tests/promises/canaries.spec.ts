import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { openDiary } from '../../src/commands/diary.ts'
import { personalIn } from '../support/canaries.ts'
import { type OwnIdsStory, ownIdsStory } from '../support/own-ids-story.ts'
import { pagesOf } from '../support/pages.ts'
import { visitsTo } from '../support/visits.ts'

let story: OwnIdsStory
let pages: Awaited<ReturnType<typeof pagesOf>>
beforeAll(async () => {
  story = await ownIdsStory()
  pages = await pagesOf(story)
})
afterAll(async () => {
  await pages.close()
  await story.close()
})

/** What a browser keeps of a page in its history: its title, and the addresses it leads to. */
const titleIn = (html: string) => /<title>(.*?)<\/title>/s.exec(html)?.[1] ?? ''
const leadsIn = (html: string) =>
  [...html.matchAll(/(?:href|action|src)="([^"]*)"/g)]
    .map(([, to = '']) => decodeURIComponent(to.replaceAll('&amp;', '&').replaceAll('+', ' ')))
    .filter((to) => !/^(?:tel|mailto|sms):/.test(to))

/** The lines a serving process writes about things that went wrong. */
function linesFor(errors: readonly Error[]): string[] {
  const lines: string[] = []
  const diary = openDiary({ write: (line) => void lines.push(line) })
  for (const error of errors) diary.broken({ id: newId(), route: 'GET /somewhere', error })
  return lines
}

describe('What is kept outside the records', () => {
  test('names nobody in titles and addresses, on any page, for anybody', { timeout: 120_000 }, async () => {
    const told: string[] = []
    let personal = 0
    const titles = new Set<string>()
    for (const { key, url, address } of visitsTo(story)) {
      const { status, html } = await pages.get(key, url)
      if (status === 200 && personalIn(html).length > 0) personal += 1
      titles.add(titleIn(html))
      for (const text of [titleIn(html), ...leadsIn(html)])
        told.push(...personalIn(text).map((name) => `${address} as ${key}: ${name} in ${text}`))
    }
    expect(told).toEqual([])
    // The pages themselves were full of names, and each had a title.
    expect(personal).toBeGreaterThan(60)
    expect(titles.has('')).toBe(false)
    expect(titles.size).toBeGreaterThan(40)
  })

  test('names nobody in what the server writes about what went wrong', { timeout: 120_000 }, async () => {
    const before = pages.broken.length
    await story.admin.query('revoke insert on audit_event from throughline_app')
    try {
      for (const { key, url } of visitsTo(story)) await pages.get(key, url)
    } finally {
      await story.admin.query('grant insert on audit_event to throughline_app')
    }
    const errors = pages.broken.slice(before)
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
    expect(line).toContain('canaries.spec.ts')
    expect(personalIn(line)).toEqual([])
  })
})
