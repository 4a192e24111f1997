import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { cast } from '#tests/riverside/cast.ts'
import { partners } from '#tests/riverside/places.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { lookPartner } from './look-partner.ts'
import { nameOwner } from './name-owner.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const { cedarStreet } = partners
const given = { partnerId: cedarStreet.id, ownerId: cast.maya.id }

describe('The profile of an agency', () => {
  test('names who of the district answers for it, and only somebody of the district can be named [R287]', async () => {
    const someoneElse = { ...given, ownerId: cast.noor.id }
    expect(await nameOwner.perform(world.being('yolanda'), someoneElse)).toEqual({
      done: false,
      because: ['not_of_the_district'],
    })
    await expect(nameOwner.perform(world.being('maya'), given)).rejects.toThrow(new Problem('not_allowed'))
    expect((await nameOwner.perform(world.being('yolanda'), given)).done).toBe(true)
    const seen = await lookPartner.see(world.being('noor'), { partnerId: cedarStreet.id })
    expect(seen.partner.relationshipOwner).toBe(cast.maya.name)
    expect(await world.trail()).toContain('district_head: partner.owner_named')
  })

  test('has contact, owner, services by tier, populations, languages, hours, room, route, agreement, staff and status [R287]', async () => {
    const { partner, staff, agreements, gate, unavailable } = await lookPartner.see(world.being('maya'), {
      partnerId: cedarStreet.id,
    })
    expect(partner).toMatchObject({
      contactName: expect.any(String),
      phone: expect.any(String),
      relationshipOwner: cast.maya.name,
      hours: expect.any(String),
      openPlaces: expect.any(Number),
      acceptance: 'accepting',
      route: { kind: expect.any(String) },
    })
    expect(partner.services.every(({ tiers }) => tiers.length > 0)).toBe(true)
    expect([
      partner.languages.length,
      partner.services.length,
      staff.length,
      agreements.length,
    ]).not.toContain(0)
    expect([gate.obstacles, unavailable]).toEqual([[], []])
  })

  test('stands on one page, where the district head names the owner [R287]', async () => {
    const pages = await pagesOf(world)
    const { html } = await pages.get('maya', `/partners/${cedarStreet.id}`)
    const heads = [
      'Ask for',
      'Relationship owner',
      'Services',
      'Languages',
      'Hours',
      'Whom they serve',
      'Intake route',
      'People',
    ]
    expect(heads.filter((head) => !html.includes(head))).toEqual([])
    expect(html).toContain(cast.maya.name)
    const sent = await pages.post('yolanda', `/partners/${cedarStreet.id}/owner`, {
      ownerId: cast.yolanda.id,
    })
    expect(sent).toMatchObject({ status: 303, location: `/partners/${cedarStreet.id}` })
    expect(pages.broken).toEqual([])
    await pages.close()
  })
})
