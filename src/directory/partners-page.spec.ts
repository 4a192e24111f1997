import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { newId } from '#platform/ids.ts'
import { actorOf, type CastKey } from '#tests/riverside/cast.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { pageOfPartners, pageSize, type PartnerFilter } from './list-store.ts'
import { lookPartners } from './look-partners.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const look = (key: CastKey, query: object = {}) => lookPartners.see(world.being(key), query)
const names = async (key: CastKey, query: object) =>
  (await look(key, query)).partners.map(({ shortName }) => shortName)

describe('The list of partners', () => {
  test('is narrowed to what a family asks for [R037]', async () => {
    expect(await names('maya', { times: 'weekends' })).toEqual(['Northbank'])
    expect(await names('maya', { modality: 'home' })).toEqual(['Open Door'])
    expect(await names('maya', { modality: 'telehealth', times: 'after_school' })).toEqual(['Cedar Street'])
    expect(await names('maya', { acceptance: 'full', language: 'es' })).toEqual(['Open Door'])
    expect(await names('maya', { payer: 'sliding_fee' })).toEqual([])
  })

  test('is sorted by a link, and says why an agency cannot be chosen', async () => {
    const { partners } = await look('maya', { sort: 'places' })
    expect(partners.map(({ shortName, unavailable }) => [shortName, unavailable])).toEqual([
      ['Cedar Street', []],
      ['Northbank', []],
      ['Open Door', ['full']],
    ])
  })

  test('is sorted by name where an address leaves the order open', async () => {
    const pages = await pagesOf(world)
    const { status, html } = await pages.get('maya', '/partners?sort=')
    await pages.close()
    expect([status, html.includes('By name')]).toEqual([200, true])
  })

  test('shows an agency itself and no other', async () => {
    expect(await names('noor', {})).toEqual(['Cedar Street'])
  })
})

describe('Pages of the list', () => {
  const page = (filter: Partial<PartnerFilter>) =>
    world.db.transaction(scopeOf(actorOf('maya')), (tx) =>
      pageOfPartners(tx, { sort: 'name', only: null, ...filter }),
    )

  test('follow each other without a gap and without a repeat, in every order and both ways', async () => {
    await world.admin.query('begin; set local session_replication_role = replica')
    for (let count = 0; count < 60; count++) {
      await world.admin.query(
        `insert into partner select (jsonb_populate_record(p, $1)).* from partner p where short_name = 'Northbank'`,
        [{ id: newId(), name: `Agency ${count % 7}`, short_name: `A${count}`, open_places: count % 5 }],
      )
    }
    await world.admin.query('commit')
    for (const sort of ['name', 'places', 'updated'] as const) {
      const seen: string[] = []
      let at = await page({ sort })
      for (;;) {
        expect(at.partners.length).toBeLessThanOrEqual(pageSize)
        seen.push(...at.partners.map(({ id }) => id))
        if (at.next === undefined) break
        at = await page({ sort, after: at.next })
      }
      expect(new Set(seen).size).toBe(63)
      expect(seen).toHaveLength(63)
      const back = await page({ sort, before: at.previous })
      const before = 63 - at.partners.length
      expect(back.partners.map(({ id }) => id)).toEqual(seen.slice(before - pageSize, before))
    }
  })
})
