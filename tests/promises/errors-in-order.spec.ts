import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '#access/roles.ts'
import { house } from '../../src/compose.ts'
import { actorOf } from '../riverside/cast.ts'
import { type OwnIdsStory, ownIdsStory } from '../support/own-ids-story.ts'
import { pagesOf } from '../support/pages.ts'
import { onePerRole, pathOf } from '../support/visits.ts'

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

/** Fields the summary of what is wrong leads to, in its order, and the order in which they stand below it. */
function ordersIn(html: string): { listed: string[]; standing: string[] } {
  const [summary = ''] = /<div class="errors[^]*?<\/ul>/.exec(html) ?? []
  const placeOf = (id: string) => html.indexOf(` id="${id}"`)
  // What a form carries unseen has no place on it: only a form that was tampered with lacks it.
  const listed = [...summary.matchAll(/href="#([^"]+)"/g)]
    .map(([, id = '']) => id)
    .filter((id) => placeOf(id) >= 0)
  const standing = listed.toSorted((one, other) => placeOf(one) - placeOf(other))
  return { listed, standing }
}

test('a form that came back lists what is wrong in the order of its fields, for every act', {
  timeout: 240_000,
}, async () => {
  const wrong: string[] = []
  let several = 0
  for (const { address, act, method, open } of house.resources) {
    const key = onePerRole.find((each) => (act.by as readonly Role[]).includes(actorOf(each).role))
    if (key === undefined || open) continue
    const fields: Record<string, string> = method === 'POST' ? {} : { _method: method }
    const { html } = await pages.post(key, pathOf(story, address), fields)
    const { listed, standing } = ordersIn(html)
    if (listed.length > 1) several += 1
    if (listed.join() !== standing.join()) wrong.push(`${address}: ${listed.join(', ')}`)
  }
  expect(wrong).toEqual([])
  expect(several).toBeGreaterThan(10)
})

test('an order that is another would be found', () => {
  const page = (ids: string[]) =>
    `<div class="errors flow"><ul>${ids.map((id) => `<li><a href="#${id}">x</a></li>`).join('')}</ul></div>
     <input id="f-a"><input id="f-b">`
  expect(ordersIn(page(['f-b', 'f-a']))).toEqual({ listed: ['f-b', 'f-a'], standing: ['f-a', 'f-b'] })
})
