import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Act } from '#access/act.ts'
import { partnerStaff, type Role, sideOf } from '#access/roles.ts'
import { backScopes, itemsOf, releaseScopes } from '#consent/contract.ts'
import { partnerItems, schoolItems } from '#partnership/agreement.ts'
import { lookNotes } from '#services/look-notes.ts'
import { writeNote } from '#services/write-note.ts'
import { newId } from '#platform/ids.ts'
import { families } from '#tests/riverside/families.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { onePerRole } from '#tests/support/visits.ts'
import { actorOf } from '../riverside/cast.ts'
import { house } from '../../src/compose.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

const isAgency = (role: string) => (partnerStaff as readonly string[]).includes(role)
/** Every act by which an agency says something about a student. */
const posts = [
  ...new Map(
    house.resources
      .filter(({ address, act }) => address.startsWith('/inbox/') && act.by.some(isAgency))
      .map(({ act }) => [act.name, act as unknown as Act]),
  ).values(),
]
const schoolScreens = house.screens.filter(({ look }) =>
  (look.by as readonly Role[]).some((role) => sideOf(role) === 'school'),
)

/** What a clinician might write, and where a visit is: told apart by a word each that stands nowhere else. */
const note = 'Zqnotation'
const place = 'Zqplatform'

/** Every page and its data that the school has, for one of each of its roles, and what was planted in it. */
async function crawl(ids: Record<string, string>) {
  const pages = await pagesOf(story)
  const found = { note: [] as string[], place: [] as string[], pages: 0 }
  for (const { address, look } of schoolScreens) {
    const url = address.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? newId())
    const keys = onePerRole.filter((key) => (look.by as readonly Role[]).includes(actorOf(key).role))
    for (const key of keys.filter((each) => sideOf(actorOf(each).role) === 'school'))
      for (const face of ['text/html', 'application/json']) {
        const { html, status } = await pages.get(key, url, face)
        if (status === 200) found.pages += 1
        if (html.includes(note)) found.note.push(`${url} as ${key}`)
        if (html.includes(place)) found.place.push(`${url} as ${key}`)
      }
  }
  await pages.close()
  return found
}

describe('What crosses between a school and an agency', () => {
  test('is named item by item for each direction, and no item goes both ways [R133]', () => {
    expect(schoolItems.filter((item) => (partnerItems as readonly string[]).includes(item))).toEqual([])
    const back = backScopes.flatMap((scope) => itemsOf[scope])
    expect(back.toSorted()).toEqual([...partnerItems].toSorted())
    const there = releaseScopes
      .filter((scope) => !(backScopes as readonly string[]).includes(scope) && scope !== 'care_coordination')
      .flatMap((scope) => itemsOf[scope])
    expect(there.toSorted()).toEqual([...schoolItems].toSorted())
    for (const item of [...schoolItems, ...partnerItems])
      expect(item).not.toMatch(/note|diagnos|session|chart/)
  })

  test('holds no clinical note: an agency can send none, and no page of the school or its data gives one [R133]', async () => {
    const { referralId } = await story.accepted('mateo')
    expect(posts.length).toBeGreaterThanOrEqual(14)
    for (const act of posts)
      for (const field of ['note', 'clinicalNote', 'diagnosis'])
        await expect(
          act.perform(story.noor(), { referralId, [field]: note }),
          act.name,
        ).rejects.toMatchObject({
          code: 'not_valid',
        })
    // What its clinician keeps for the agency is on no page of the school either.
    story.must(await writeNote.perform(story.being('tomas'), { referralId, words: note }))
    expect((await lookNotes.see(story.being('tomas'), { referralId })).notes).toMatchObject([{ words: note }])
    const appointmentId = await story.book(referralId, { place })
    const found = await crawl({ referralId, appointmentId, studentId: families.mateo.id })
    expect(found.note).toEqual([])
    // The crawl came far, and sees what an agency may say: where a visit is.
    expect(found.pages).toBeGreaterThan(200)
    expect(found.place.length).toBeGreaterThan(2)
    const kept = await story.admin.query(`select from audit_event where detail::text like '%${note}%'`)
    expect(kept.rowCount).toBe(0)
  })

  test('has no address at school for a note, a chart or a diagnosis [R133]', () => {
    expect(schoolScreens.length).toBeGreaterThan(60)
    const named = [...schoolScreens, ...house.resources].map(({ address }) => address)
    expect(
      named.filter((address) => /clinical|diagnos|chart|session-note|progress-note/i.test(address)),
    ).toEqual([])
  })
})
