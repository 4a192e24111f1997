import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { newId } from '#platform/ids.ts'
import { Problem } from '#platform/problem.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { schools } from '#tests/riverside/places.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { addTerm } from './add-term.ts'
import { isSchoolDay } from './calendar.ts'
import { dayOf, instantAt } from './calendar-hours.ts'
import { changeDistrict } from './change-district.ts'
import { removeTerm } from './remove-term.ts'
import { calendarOf, getDistrict } from './store.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const calendar = () => world.db.transaction(scopeOf(actorOf('yolanda')), calendarOf)
const notAllowed = new Problem('not_allowed')
const nextYear = { termName: 'Fall 2027', startsOn: '2027-08-16', endsOn: '2027-12-17' }

describe('Terms', () => {
  test('one of the year to come is added: clocks run in it, and wait before it [R366]', async () => {
    expect(isSchoolDay(await calendar(), '2027-08-02')).toBe(true)
    expect((await addTerm.perform(world.being('yolanda'), nextYear)).done).toBe(true)
    expect(isSchoolDay(await calendar(), '2027-08-02')).toBe(false)
    expect(isSchoolDay(await calendar(), '2027-08-16')).toBe(true)
    const [event] = await world.trailOf(`name = 'term.added'`, [])
    expect(event).toMatchObject({ role: 'district_head', detail: { starts_on: '2027-08-16' } })
  })

  test('one that shares a day with another, or ends before it starts, is not added', async () => {
    const shared = { ...nextYear, startsOn: '2027-12-17', endsOn: '2028-01-14' }
    const answer = await addTerm.perform(world.being('leila'), shared)
    expect(answer).toEqual({ done: false, because: ['overlaps'] })
    const backwards = { ...nextYear, startsOn: '2028-06-02', endsOn: '2028-01-10' }
    expect(await addTerm.perform(world.being('leila'), backwards)).toEqual({
      done: false,
      because: ['ends_before_it_starts'],
    })
  })

  test('comes off the list until it begins, and stays once clocks ran on it', async () => {
    const idOf = async (on: string) =>
      String((await world.admin.query('select id from school_term where starts_on = $1', [on])).rows[0]?.id)
    const [{ startsOn } = { startsOn: '' }] = (await calendar()).terms
    const begun = await removeTerm.perform(world.being('leila'), { termId: await idOf(startsOn) })
    expect(begun).toEqual({ done: false, because: ['begun'] })
    const termId = await idOf(nextYear.startsOn)
    expect((await removeTerm.perform(world.being('leila'), { termId })).done).toBe(true)
    expect(isSchoolDay(await calendar(), '2027-08-02')).toBe(true)
    await expect(removeTerm.perform(world.being('leila'), { termId })).rejects.toThrow('not_found')
    expect(await world.trail()).toContain('privacy_officer: term.removed')
  })

  test('are kept by nobody else, and on a page by whoever keeps them', async () => {
    const partly = world.as({ ...actorOf('yolanda'), schoolIds: [schools.harlow.id] })
    for (const doer of [partly, world.being('maya'), world.being('noor')]) {
      await expect(addTerm.perform(doer, nextYear)).rejects.toThrow(notAllowed)
      await expect(removeTerm.perform(doer, { termId: newId() })).rejects.toThrow(notAllowed)
    }
    const pages = await pagesOf(world)
    expect((await pages.get('maya', '/schools')).html).not.toContain('Add a term')
    const sent = await pages.post('yolanda', '/terms', nextYear)
    expect(sent.location).toBe('/schools#terms')
    expect((await pages.get('yolanda', '/schools')).html).toContain('Fall 2027')
    expect((await pages.post('yolanda', '/terms', nextYear)).html).toContain('Another term has some of these')
    expect(pages.broken).toEqual([])
    await pages.close()
  })
})

describe('The name and zone of the district', () => {
  const was = { name: 'Riverside Schools', timeZone: 'America/Los_Angeles' }
  const moved = { districtName: 'Riverside Unified', timeZone: 'America/Denver', was }

  test('are changed by its head, and days are counted in the new zone from now on', async () => {
    const dueBefore = instantAt(await calendar(), '2026-10-14', '16:00')
    const late = new Date('2026-10-15T06:30:00Z')
    expect(dayOf(await calendar(), late)).toBe('2026-10-14')
    expect((await changeDistrict.perform(world.being('yolanda'), moved)).done).toBe(true)
    expect(await world.db.transaction(scopeOf(actorOf('maya')), getDistrict)).toMatchObject({
      name: 'Riverside Unified',
      timeZone: 'America/Denver',
    })
    expect(dayOf(await calendar(), late)).toBe('2026-10-15')
    expect(instantAt(await calendar(), '2026-10-14', '16:00').getTime() - dueBefore.getTime()).toBe(
      -3_600_000,
    )
    const [event] = await world.trailOf(`name = 'district.changed'`, [])
    expect(event).toMatchObject({
      role: 'district_head',
      detail: { changed: ['name', 'timeZone'], time_zone: 'America/Denver', was_time_zone: was.timeZone },
    })
  })

  test('move nothing that is due already: every due time is an instant', async () => {
    const { rows } = await world.admin.query<{ kind: string }>(
      `select distinct data_type as kind from information_schema.columns
       where table_schema = 'public' and column_name like '%due_at'`,
    )
    expect(rows).toEqual([{ kind: 'timestamp with time zone' }])
  })

  test('are not written over by somebody who saw others, nor by nobody’s zone, nor by the same', async () => {
    const yolanda = world.being('yolanda')
    await expect(changeDistrict.perform(yolanda, moved)).rejects.toThrow(new Problem('changed_meanwhile'))
    const now = { name: moved.districtName, timeZone: moved.timeZone }
    const nowhere = { ...moved, timeZone: 'America/Nowhere', was: now }
    await expect(changeDistrict.perform(yolanda, nowhere)).rejects.toThrow('not_valid')
    const same = await changeDistrict.perform(yolanda, { ...moved, was: now })
    expect(same).toEqual({ done: false, because: ['nothing_changed'] })
    for (const key of ['leila', 'maya', 'noor'] as const)
      await expect(changeDistrict.perform(world.being(key), { ...moved, was: now })).rejects.toThrow(
        notAllowed,
      )
  })

  test('stand on a page that says what a change means', async () => {
    const pages = await pagesOf(world)
    expect((await pages.get('yolanda', '/schools')).html).toContain('href="/schools/district"')
    expect((await pages.get('leila', '/schools')).html).not.toContain('href="/schools/district"')
    expect((await pages.get('yolanda', '/schools/district')).html).toContain('What is due already stays due')
    const form = {
      districtName: was.name,
      timeZone: was.timeZone,
      'was.name': moved.districtName,
      'was.timeZone': moved.timeZone,
    }
    expect((await pages.post('yolanda', '/schools/district', form)).location).toBe('/schools#hours')
    expect((await pages.get('maya', '/schools')).html).toContain('Pacific Time')
    expect(pages.broken).toEqual([])
    await pages.close()
  })
})
