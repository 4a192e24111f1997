import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Act } from '#access/act.ts'
import { house } from '../../src/compose.ts'
import { actorOf } from '../riverside/cast.ts'
import { type OwnIdsStory, ownIdsStory } from '../support/own-ids-story.ts'
import { personalIn } from '../support/canaries.ts'
import { pagesOf } from '../support/pages.ts'
import { onePerRole, ownId, pathOf } from '../support/visits.ts'
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
