import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { schools } from '#tests/riverside/places.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { lookTracker } from './look-tracker.ts'
import { openReferrals, type TrackerFilter } from './tracker-store.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory({ at: '2026-10-05T16:00:00Z' })
  await story.decide('sofia')
  await story.decide('amina', { by: 'daniel' })
  await story.decide('eli', { navigator: 'jonah' })
  story.clock.set('2026-10-06T16:00:00Z')
  await story.accepted('mateo')
  await story.sent('theo', { referral_disclosure: 'yes', status_feedback: 'no' })
  story.clock.set('2026-10-13T20:30:00Z')
})
afterAll(() => story.close())

const nameOf = (family: FamilyKey) => `${families[family].given} ${families[family].family}`
const names = async (key: Parameters<AgencyStory['being']>[0], query: Record<string, string> = {}) =>
  (await lookTracker.see(story.being(key), query)).rows.map(({ studentName }) => studentName)

describe('the tracker', () => {
  test('shows every open referral of one’s schools, the soonest promise first, and no other school’s', async () => {
    expect(await names('maya')).toEqual(
      ['sofia', 'amina', 'theo', 'mateo'].map((key) => nameOf(key as FamilyKey)),
    )
    expect(await names('jonah')).toEqual([nameOf('eli')])
    expect(await names('ruth')).toHaveLength(5)
    await expect(lookTracker.see(story.being('joan'), {})).rejects.toThrow(new Problem('not_allowed'))
    await expect(lookTracker.see(story.being('noor'), {})).rejects.toThrow(new Problem('not_allowed'))
  })

  test('narrows by school, step, navigator and lateness, and sorts by age, all by address', async () => {
    expect(await names('maya', { school: schools.larkspur.id })).toEqual([nameOf('amina')])
    expect(await names('maya', { state: 'accepted' })).toEqual([nameOf('mateo')])
    expect(await names('ruth', { navigator: story.being('jonah').actor.personId as string })).toEqual([
      nameOf('eli'),
    ])
    expect(await names('maya', { time: 'late', state: 'handoff_open' })).toEqual(
      ['sofia', 'amina'].map((key) => nameOf(key as FamilyKey)),
    )
    expect((await names('maya', { sort: 'newest' }))[0]).toBe(nameOf('theo'))
    expect(await names('maya', { need: 'high' })).toEqual([])
  })

  test('a school out of reach stays out of reach, whatever the address says', async () => {
    expect(await names('maya', { school: schools.harlow.id })).toEqual([])
    expect(await names('maya', { state: 'anything', after: 'nonsense', sort: 'sideways' })).toHaveLength(4)
  })

  test('a name in the address narrows as its id does; one that is several’s or nobody’s shows nothing', async () => {
    expect(await names('maya', { school: 'larkspur' })).toEqual([nameOf('amina')])
    expect(await names('ruth', { navigator: 'Jonah' })).toEqual([nameOf('eli')])
    const several = await lookTracker.see(story.being('ruth'), { school: 'school' })
    expect(several).toMatchObject({ open: true, rows: [], choices: { school: { typed: 'school' } } })
    expect(several.choices.school.meant.length).toBeGreaterThan(1)
    const beyond = await lookTracker.see(story.being('maya'), { school: 'harlow' })
    expect(beyond).toMatchObject({ open: true, rows: [], choices: { school: { count: 0, meant: [] } } })
    expect(beyond.next).toBeUndefined()
  })

  test('what the agency may not tell is drawn as not shared', async () => {
    const { rows } = await lookTracker.see(story.being('maya'), { state: 'sent' })
    expect(rows.map(({ notShared, line }) => [notShared, line.at(-1)?.s])).toEqual([[true, 'hidden']])
  })

  test('page after page, each row comes once and in order, both ways of sorting', async () => {
    for (const sort of ['due', 'newest'] as const) {
      const filter: TrackerFilter = {
        schoolId: undefined,
        state: undefined,
        navigatorId: undefined,
        highNeed: false,
        late: false,
        sort,
      }
      const { actor, db } = story.being('ruth')
      const read = (after: { at: Date; id: string } | undefined, limit: number) =>
        db.transaction({ districtId: actor.districtId, side: 'school' }, (tx) =>
          openReferrals(tx, actor, {
            filter,
            after,
            now: story.clock.now(),
            timeZone: 'America/Los_Angeles',
            limit,
          }),
        )
      const whole = (await read(undefined, 50)).map(({ id }) => id)
      const paged: string[] = []
      for (let after: { at: Date; id: string } | undefined; ; ) {
        const [row] = await read(after, 1)
        if (row === undefined) break
        paged.push(row.id)
        after = { at: sort === 'due' ? row.nextDueAt : row.referredAt, id: row.id }
      }
      expect(paged).toEqual(whole)
    }
  })

  test('each look is written down with the students it showed', async () => {
    await lookTracker.see(story.being('grace'), { state: 'accepted' })
    const { rows } = await story.admin.query(
      "select student_ids from audit_event where kind = 'read' and name = 'referrals/tracker' and role = 'care_coordinator'",
    )
    expect(rows).toEqual([{ student_ids: [families.mateo.id] }])
  })
})
