import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#access/actor.ts'
import { house } from '../../src/compose.ts'
import { actorOf, type CastKey } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { type OwnIdsStory, ownIdsStory } from '../support/own-ids-story.ts'
import { pagesOf } from '../support/pages.ts'

const { sofia } = families
let story: OwnIdsStory
let pages: Awaited<ReturnType<typeof pagesOf<string>>>
const opened = 'priya, who broke the glass'
const actorAt = (name: string): Actor => {
  if (name !== opened) return actorOf(name as CastKey)
  const endsAt = new Date(story.clock.now().getTime() + 3_600_000)
  const opening = { id: story.own.openingId as string, studentId: sofia.id, endsAt, until: '15:00' }
  return { ...actorOf('priya'), openings: [opening] }
}
beforeAll(async () => {
  story = await ownIdsStory()
  pages = await pagesOf<string>(story, actorAt)
})
afterAll(() => story.close())

/** Addresses of pages about one of the records the stories left behind, each with its id. */
function addresses(): [address: string, path: string][] {
  const own: Record<string, string | undefined> = story.own
  return house.screens.flatMap(({ address }): [string, string][] => {
    const names = [...address.matchAll(/:(\w+)/g)].map(([, name]) => name as string)
    if (names.length === 0 || names.some((name) => own[name] === undefined)) return []
    return [[address, address.replaceAll(/:(\w+)/g, (_, name: string) => own[name] as string)]]
  })
}

/** What differs between two answers that say the same. */
const carried = /<input type="hidden"[^>]*>/g

/** Forms of a page that change something, but for those around every page. */
const formsIn = (html: string) =>
  [...(/<main[\s>].*<\/main>/s.exec(html)?.[0] ?? '').matchAll(/<form method="post" action="([^"]*)"/g)].map(
    ([, to]) => to ?? '',
  )

describe('Whoever broke the glass', () => {
  test('reads pages of the student, and none of them offers to change anything', async () => {
    const read: string[] = []
    const offered: string[] = []
    for (const [address, path] of addresses()) {
      const { status, html } = await pages.get(opened, path)
      if (status !== 200) continue
      if (html.includes(sofia.family)) read.push(address)
      if (html.includes(sofia.family) && formsIn(html).length > 0)
        offered.push(`${address}: ${formsIn(html).join(' ')}`)
    }
    expect(offered).toEqual([])
    expect(read.length).toBeGreaterThan(5)
    expect(pages.broken).toEqual([])
  })

  test('is led there by a search that finds nobody, in the same words whether there is such a student or not', async () => {
    const said = async (key: string, name: string) =>
      (await pages.get(key, `/search?q=${name}`)).html.replaceAll(name, 'NAME').replaceAll(carried, '')
    const known = await said('priya', sofia.family)
    expect(known).toBe(await said('priya', 'Nobodysname'))
    expect(known).toContain('href="/break-glass"')
    for (const key of ['noor', 'joan', 'leila'])
      expect((await said(key, 'Nobodysname')).replace(/<nav[\s\S]*?<\/nav>/g, '')).not.toContain(
        '/break-glass',
      )
  })

  test('would be offered forms where the student is hers', async () => {
    const { html } = await pages.get('daniel', `/students/${sofia.id}/details`)
    expect(formsIn(html).length).toBeGreaterThan(0)
  })
})
