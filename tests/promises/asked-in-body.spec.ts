import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asking } from '#platform/http/asked-in-body.ts'
import { type OwnIdsStory, ownIdsStory } from '../support/own-ids-story.ts'
import { pagesOf } from '../support/pages.ts'

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

describe('A page that is asked in the body', () => {
  const send = (fields: object, how: { method?: string; type?: string; origin?: string } = {}) =>
    pages.app.inject({
      method: (how.method ?? 'POST') as 'POST',
      url: '/search',
      headers: {
        'x-cast': 'maya',
        'host': 'riverside.example',
        'accept': 'application/json',
        'origin': how.origin ?? 'http://riverside.example',
        'content-type': how.type ?? 'application/json',
        'x-csrf-token': 'token',
      },
      payload: JSON.stringify(fields),
    })

  test('answers a machine by QUERY and by POST alike, with the same data', async () => {
    const query = await send({ q: 'delgado' }, { method: asking })
    const post = await send({ q: 'delgado', _method: asking })
    expect([query.statusCode, post.statusCode]).toEqual([200, 200])
    expect(query.json()).toEqual(post.json())
    expect(query.json<{ students: unknown[] }>().students.length).toBeGreaterThan(0)
  })

  test('is refused from a page of another site', async () => {
    const { statusCode } = await send({ q: 'delgado' }, { origin: 'https://elsewhere.example' })
    expect(statusCode).toBe(403)
  })

  test('has an address where only ids were chosen: then the browser is sent there', async () => {
    const [school] = story.own.schoolId === undefined ? [] : [story.own.schoolId]
    const fields = { _method: asking, school: school as string, navigator: '', need: 'high' }
    const reply = await pages.post('maya', '/referrals', fields)
    expect([reply.status, reply.location]).toEqual([303, `/referrals?school=${school}&need=high`])
  })

  test('leaves the same trace as before, and none of the words', async () => {
    await send({ q: 'delgado' })
    const { rows } = await story.admin.query<{ detail: string }>(
      `select detail::text from audit_event where name = 'people/search' order by id desc limit 1`,
    )
    expect(rows[0]?.detail).toContain('students')
    expect(rows[0]?.detail.toLowerCase()).not.toContain('delgado')
  })
})
