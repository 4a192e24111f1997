import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { newId } from '#platform/ids.ts'
import { scopeOf } from '#access/actor.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { partners } from '#tests/riverside/places.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { changeRoute } from './change-route.ts'
import { obstaclesToChoosing } from './rules.ts'
import { activeRoute, findPartner, getPartner, listPartners } from './store.ts'
import { updateCapacity } from './update-capacity.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const { cedarStreet, northbank, openDoor } = partners
const reading = <T>(work: Parameters<typeof world.db.transaction<T>>[1]) =>
  world.db.transaction(scopeOf(actorOf('maya')), work)
const cedar = () => reading((tx) => getPartner(tx, cedarStreet.id))
const notFound = new Problem('not_found')

describe('Choosing a partner', () => {
  test('a partner that is full is marked so, and the reason shows [R037]', async () => {
    const [open, full] = [await cedar(), await reading((tx) => getPartner(tx, openDoor.id))]
    expect(obstaclesToChoosing(open, world.clock.now())).toEqual([])
    expect(obstaclesToChoosing(full, world.clock.now())).toEqual(['full'])
    expect(full).toMatchObject({
      openPlaces: 0,
      acceptanceNote: 'No places until November 30',
      afterSchool: false,
    })
  })

  test('a partner that is not on board, has no route or has ended says all of it at once [R288]', () => {
    const partner = {
      acceptance: 'paused',
      openPlaces: 0,
      onboardedAt: null,
      endedAt: new Date(0),
      route: null,
    } as const
    expect(obstaclesToChoosing(partner, new Date(1))).toEqual([
      'partnership_ended',
      'not_onboarded',
      'no_route',
      'paused',
    ])
  })

  test('the list has what a family asks for: languages, hours, payers, services, and the route', async () => {
    const list = await reading(listPartners)
    expect(list.map(({ shortName }) => shortName)).toEqual(['Cedar Street', 'Northbank', 'Open Door'])
    expect(list[0]).toMatchObject({
      languages: ['en', 'es'],
      payers: ['medicaid', 'private', 'uninsured'],
      route: { kind: 'portal_queue' },
    })
    expect(list[0]?.services.map(({ kind }) => kind).sort()).toEqual(['assessment', 'family', 'individual'])
  })

  test('a partner nobody knows is not found', async () => {
    expect(await reading((tx) => findPartner(tx, newId()))).toBeUndefined()
  })
})

describe('Saying how much room there is', () => {
  const given = {
    partnerId: northbank.id,
    acceptance: 'waitlist',
    openPlaces: 0,
    acceptanceNote: 'About 3 weeks',
    version: 1,
  }

  test('intake at the agency updates it, and the trail says what changed', async () => {
    const outcome = await updateCapacity.perform(world.being('farah'), given)
    expect(outcome).toEqual({ done: true, result: { partnerId: northbank.id, version: 2 } })
    expect(await reading((tx) => getPartner(tx, northbank.id))).toMatchObject({
      acceptance: 'waitlist',
      acceptanceNote: 'About 3 weeks',
      openPlaces: 0,
      version: 2,
      capacityUpdatedAt: world.clock.now(),
    })
    const [event] = await world.trailOf(`name = 'partner.capacity_updated'`, [])
    expect(event).toMatchObject({
      role: 'partner_intake',
      subject_id: northbank.id,
      detail: { acceptance: 'waitlist', was_acceptance: 'accepting', was_open_places: 1 },
    })
  })

  test('somebody who saw an older entry is told, and nothing changes', async () => {
    await expect(
      updateCapacity.perform(world.being('farah'), { ...given, acceptance: 'full' }),
    ).rejects.toThrow(new Problem('changed_meanwhile'))
    expect(await reading((tx) => getPartner(tx, northbank.id))).toMatchObject({ acceptance: 'waitlist' })
  })

  test('room and acceptance cannot contradict each other', async () => {
    const full = await updateCapacity.perform(world.being('farah'), {
      ...given,
      version: 2,
      acceptance: 'full',
      openPlaces: 3,
    })
    expect(full).toEqual({ done: false, because: ['places_left'] })
    const accepting = await updateCapacity.perform(world.being('farah'), {
      ...given,
      version: 2,
      acceptance: 'accepting',
    })
    expect(accepting).toEqual({ done: false, because: ['places_missing'] })
    expect(updateCapacity.says('places_missing')).toContain('Give the number of open places')
  })

  test('another agency cannot tell that it exists, and a school cannot speak for an agency', async () => {
    await expect(updateCapacity.perform(world.being('noor'), { ...given, version: 2 })).rejects.toThrow(
      notFound,
    )
    await expect(updateCapacity.perform(world.being('maya'), { ...given, version: 2 })).rejects.toThrow(
      new Problem('not_allowed'),
    )
  })
})

describe('The one intake route', () => {
  const route = { partnerId: cedarStreet.id, kind: 'portal_queue', address: 'Cedar Street’s intake team' }

  test('a second active route is refused by the rule [R029]', async () => {
    const outcome = await changeRoute.perform(world.being('yolanda'), route)
    expect(outcome).toEqual({ done: false, because: ['route_active'] })
    expect(await reading((tx) => activeRoute(tx, cedarStreet.id))).toMatchObject({ kind: 'portal_queue' })
  })

  test('a second active route is refused by the database too [R029]', async () => {
    const second = world.admin.query(
      `insert into intake_route (district_id, id, partner_id, kind, address, opened_at) values ($1, $2, $3, 'phone_line', 'x', now())`,
      [world.districtId, newId(), cedarStreet.id],
    )
    await expect(second).rejects.toThrow('intake_route_one_active')
  })

  test('a change names the route it replaces, closes it and is logged [R029]', async () => {
    const before = await reading((tx) => activeRoute(tx, cedarStreet.id))
    const outcome = await changeRoute.perform(world.being('yolanda'), { ...route, replacesId: before?.id })
    expect(outcome.done).toBe(true)
    expect(await reading((tx) => activeRoute(tx, cedarStreet.id))).toMatchObject({
      kind: 'portal_queue',
      address: 'Cedar Street’s intake team',
    })
    const { rows } = await world.admin.query(
      'select closed_at is null as open from intake_route where partner_id = $1',
      [cedarStreet.id],
    )
    expect(rows.filter(({ open }) => open)).toHaveLength(1)
    const [event] = await world.trailOf(`name = 'partner.route_changed'`, [])
    expect(event).toMatchObject({
      role: 'district_head',
      detail: { kind: 'portal_queue', was_kind: 'portal_queue', was_route_id: before?.id },
    })
    await expect(
      changeRoute.perform(world.being('yolanda'), { ...route, replacesId: before?.id }),
    ).rejects.toThrow(new Problem('changed_meanwhile'))
  })

  test('the same route again changes nothing, and only the district head may change it', async () => {
    const now = await reading((tx) => activeRoute(tx, cedarStreet.id))
    const same = await changeRoute.perform(world.being('yolanda'), { ...route, replacesId: now?.id })
    expect(same).toEqual({ done: false, because: ['same_route'] })
    for (const key of ['maya', 'noor', 'joan'] as const) {
      await expect(changeRoute.perform(world.being(key), { ...route, replacesId: now?.id })).rejects.toThrow(
        new Problem('not_allowed'),
      )
    }
    await expect(
      changeRoute.perform(world.being('yolanda'), { ...route, partnerId: newId() }),
    ).rejects.toThrow(notFound)
  })
})
