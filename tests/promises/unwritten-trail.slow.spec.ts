import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Act } from '#access/act.ts'
import { house } from '../../src/compose.ts'
import { actorOf } from '../riverside/cast.ts'
import { type OwnIdsStory, ownIdsStory } from '../support/own-ids-story.ts'
import { personalIn } from '../support/canaries.ts'
import { pagesOf } from '../support/pages.ts'
import { onePerRole, ownId, pathOf, visitsTo } from '../support/visits.ts'
import { filled, idFields } from './own-ids.ts'
import { answerTo } from './own-ids-trying.ts'

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

type Asked = { key: ReturnType<typeof visitsTo>[number]['key']; url: string; face: string }

/** Every page for everybody with both faces, and a search that finds somebody. */
const everything = (): Asked[] =>
  visitsTo(story)
    .flatMap((visit) =>
      visit.address === '/search' ? [visit, { ...visit, url: `${visit.url}?q=delgado` }] : [visit],
    )
    .flatMap(({ key, url }) => ['text/html', 'application/json'].map((face) => ({ key, url, face })))

/** Which of them opened, and which said something of a student. */
async function crawl(asked: readonly Asked[]) {
  const crawled = { opened: [] as Asked[], told: new Set<string>() }
  for (const each of asked) {
    const { status, html } = await pages.get(each.key, each.url, each.face)
    if (status === 200) crawled.opened.push(each)
    if (personalIn(html, each.url).length > 0) crawled.told.add(`${each.url} ${each.face} ${status}`)
  }
  return crawled
}

/** Every act by somebody who may ask for it, with something in every field. */
const attempts = () =>
  house.resources.flatMap(({ act, method, address }) => {
    const asked = act as unknown as Act
    const key = onePerRole.find((each) => asked.by.includes(actorOf(each).role))
    if (key === undefined) return []
    const ids = Object.fromEntries(idFields(asked.given).map((field) => [field, ownId(story, field)]))
    const url = pathOf(story, address)
    return [{ asked, key, method, url, given: { ...filled(asked.given), ...ids } }]
  })

async function answers() {
  const all: string[] = []
  for (const { asked, key, given } of attempts()) all.push(await answerTo(story.being(key), asked, given))
  return all
}

const unwritten = async <T>(work: () => Promise<T>): Promise<T> => {
  await story.admin.query('revoke insert on audit_event from throughline_app')
  return work().finally(() => story.admin.query('grant insert on audit_event to throughline_app'))
}

describe('When the trail cannot be written', { timeout: 240_000 }, () => {
  test('no page, with either face, for anybody, says a word of a student', async () => {
    const before = await crawl(everything())
    expect(before.told.size).toBeGreaterThan(60)
    expect(before.opened.length).toBeGreaterThan(400)
    // What does not open for somebody anyway has nothing to say.
    const after = await unwritten(() => crawl(before.opened))
    expect([...after.told]).toEqual([])
    // Pages of settings and directories, which show no student, still open.
    expect(after.opened.length).toBeGreaterThan(100)
  })

  test('no act is done, and none answers with a word of a student', async () => {
    const before = await answers()
    expect(before.filter((answer) => answer === 'done').length).toBeGreaterThan(20)
    const after = await unwritten(answers)
    expect(after.filter((answer) => answer.startsWith('done') || personalIn(answer).length > 0)).toEqual([])
  })

  test('what a form is answered says nothing of a student either', async () => {
    const told = await unwritten(async () => {
      const leaks: string[] = []
      let refused = 0
      for (const { key, url, given, method } of attempts()) {
        if (method !== 'POST') continue
        const fields = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]))
        const { status, html, location } = await pages.post(key, url, fields)
        refused += status >= 500 ? 1 : 0
        if (personalIn(`${html} ${location}`).length > 0 || status < 400) leaks.push(`${url} ${status}`)
      }
      return { leaks, refused }
    })
    expect(told.leaks).toEqual([])
    expect(told.refused).toBeGreaterThan(60)
  })
})
