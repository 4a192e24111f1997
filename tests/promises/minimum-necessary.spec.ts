import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Shows } from '#access/knowing.ts'
import type { Look } from '#access/look.ts'
import { mayKnow, purposeOf } from '#access/minimum-necessary.ts'
import type { Role } from '#access/roles.ts'
import { shippedCells } from '#access/shipped-minimum-necessary.ts'
import type { DataClass } from '#database/classes.ts'
import { house } from '../../src/compose.ts'
import { actorOf, cast, type CastKey } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { fieldsOf } from '../support/fields.ts'
import { type OwnIdsStory, ownIdsStory } from '../support/own-ids-story.ts'
import { pagesOf } from '../support/pages.ts'
import { isTold, leavesOf } from '../support/leaves.ts'
import { shownBeside } from '../support/shown-ids.ts'
import { notInTheStory } from './not-in-the-story.ts'

let story: OwnIdsStory
let beside: Awaited<ReturnType<typeof shownBeside>>
let pages: Awaited<ReturnType<typeof pagesOf>>
beforeAll(async () => {
  story = await ownIdsStory()
  pages = await pagesOf(story)
  beside = await shownBeside(story)
}, 120_000)
afterAll(async () => {
  await pages.close()
  await story.close()
})

/** The matrix in force as if a district had said so: one cell closed, or all as they ship. */
async function closed(cell?: { role: Role; dataClass: DataClass }) {
  const cells =
    cell === undefined ? {} : { [cell.role]: { [cell.dataClass]: { for: [], because: 'Closed here' } } }
  await story.admin.query(`begin; set local session_replication_role = replica;
    update standard set body = '${JSON.stringify({ cells })}' where kind = 'minimum_necessary'; commit`)
}

type Page = { look: Look; address: string; by: CastKey; role: Role; shows: Exclude<Shows, 'no student'> }

/** What a page is asked for, where without it nothing stands on it. */
const asked: Readonly<Record<string, string>> = {
  'people/search': '?q=delgado',
  'crisis/crisis': `?student=${families.sofia.id}`,
  'consent/accounting': '?whole=yes',
}

/** A page at one address, as somebody in each role who opens it. */
async function openedAt(address: string, of: Pick<Page, 'look' | 'shows'>): Promise<Page[]> {
  const found: Page[] = []
  for (const by of Object.keys(cast) as CastKey[]) {
    const { role } = actorOf(by)
    if (!of.look.by.includes(role) || found.some((one) => one.role === role)) continue
    if ((await pages.get(by, address)).status === 200) found.push({ ...of, address, by, role })
  }
  return found
}

/** Every page about students whose address the story fills, and somebody in each role who opens it. */
async function pagesOpened(): Promise<Page[]> {
  const own: Record<string, string | undefined> = story.own
  const found: Page[] = []
  for (const screen of house.screens) {
    const look = screen.look as unknown as Look
    if (look.shows === 'no student') continue
    const plain = screen.address.replaceAll(/:(\w+)/g, (all, name: string) => own[name] ?? all)
    const address = `${plain}${asked[look.name] ?? ''}`
    const addresses = plain.includes(':') ? [] : [address]
    for (const each of [...addresses, ...(beside[look.name] ?? [])])
      found.push(...(await openedAt(each, { look, shows: look.shows })))
  }
  return found
}

const data = async (by: CastKey, address: string) => {
  const { status, html } = await pages.get(by, address, 'application/json')
  return { status, leaves: status === 200 ? leavesOf(JSON.parse(html)) : new Set<string>(), html }
}
const readBy = async ({ by, address }: Page) => ({
  data: await data(by, address),
  page: await pages.get(by, address),
})
const whole = new Map<Page, Awaited<ReturnType<typeof readBy>>>()

/** What a page is without one class, and which of the words its data lost its HTML still says. */
async function goneWithout(page: Page, dataClass: DataClass) {
  const before = whole.get(page) ?? (await readBy(page))
  whole.set(page, before)
  await closed({ role: page.role, dataClass })
  const after = await readBy(page)
  await closed()
  const gone = [...before.data.leaves].filter((leaf) => isTold(leaf) && !after.data.leaves.has(leaf))
  return {
    status: [after.data.status, after.page.status].join(' '),
    changed: before.data.html !== after.data.html,
    said: gone.filter((leaf) => before.page.html.includes(leaf) && after.page.html.includes(leaf)),
  }
}

let opened: Page[]
beforeAll(async () => {
  opened = await pagesOpened()
}, 240_000)

/** What each role opens and would not without one class: a cell is closed once for all of it. */
function wholes() {
  const cells = new Map<string, { role: Role; dataClass: DataClass; pages: Page[] }>()
  for (const page of opened)
    for (const dataClass of page.shows.whole ?? []) {
      const cell = `${page.role} ${dataClass}`
      if (!cells.has(cell)) cells.set(cell, { role: page.role, dataClass, pages: [] })
      cells.get(cell)?.pages.push(page)
    }
  return [...cells.values()]
}

describe('One cell that is closed', () => {
  test('refuses what would be nothing without it, to that role alone [R132]', {
    timeout: 400_000,
  }, async () => {
    const amiss: string[] = []
    for (const { role, dataClass, pages: without } of wholes()) {
      await closed({ role, dataClass })
      for (const { look, address, by } of without) {
        const [page, face] = [await pages.get(by, address), await data(by, address)]
        if (page.status !== 403 || face.status !== 403)
          amiss.push(`${look.name} ${role} ${dataClass} ${page.status} ${face.status}`)
      }
    }
    await closed()
    expect(amiss).toEqual([])
    expect(new Set(opened.map(({ look }) => look.name)).size).toBeGreaterThan(35)
    expect(pages.broken).toEqual([])
  })

  test('takes its part out of the data and of the page, and leaves the rest [R132]', {
    timeout: 400_000,
  }, async () => {
    const amiss: string[] = []
    const parts = new Map<string, boolean>()
    for (const page of opened) {
      const { look, role, shows } = page
      for (const dataClass of shows.parts ?? []) {
        const part = `${look.name} ${dataClass}`
        const shipped = mayKnow(shippedCells, { role, dataClass, purpose: purposeOf(role, shows.for) })
        if (parts.get(part) === true || !shipped || shows.whole?.includes(dataClass)) continue
        const { status, changed, said } = await goneWithout(page, dataClass)
        if (status !== '200 200' || said.length > 0)
          amiss.push(`${look.name} ${role} ${dataClass} ${status} ${said.join(' | ')}`)
        parts.set(part, changed)
      }
    }
    expect(amiss).toEqual([])
    const unchanged = [...parts].filter(([, changed]) => !changed).map(([part]) => part)
    expect(unchanged.sort()).toEqual(notInTheStory.toSorted())
    expect(pages.broken).toEqual([])
  })

  test('is published on a form, and holds on the next request [R132]', async () => {
    const { sofia } = families
    const address = `/students/${sofia.id}`
    const contacts = async (by: CastKey) =>
      (await pages.get(by, address, 'application/json')).html.includes('contactRule')
    expect(await contacts('daniel')).toBe(true)
    const to = '/standards/minimum_necessary'
    const { html } = await pages.get('yolanda', `${to}/new?role=counselor&dataClass=contact_details`)
    const { for: _, ...rest } = fieldsOf(html)
    const form = { ...rest, decision: 'Board of October 12', because: 'Navigators call families' }
    expect(await pages.post('yolanda', to, form)).toMatchObject({ location: to })
    expect((await pages.get('daniel', to)).html).toContain('Navigators call families')
    expect(await contacts('daniel')).toBe(false)
    expect(await contacts('maya')).toBe(true)
  })
})
