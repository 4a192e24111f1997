import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { Problem } from '#platform/problem.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { partners, schools } from '#tests/riverside/places.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { renamePartner } from './rename-partner.ts'
import { getPartner } from './store.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const { cedarStreet, openDoor } = partners
const called = (id: string) =>
  world.db.transaction(scopeOf(actorOf('maya')), async (tx) => {
    const { version, name, shortName } = await getPartner(tx, id)
    return { partnerId: id, version, name, shortName }
  })

describe('The name of an agency', () => {
  test('is changed by the district, and the trail says from which to which [R287]', async () => {
    const before = await called(openDoor.id)
    const given = { ...before, name: 'Open Door Family Center', shortName: 'Open Door Center' }
    const outcome = await renamePartner.perform(world.being('yolanda'), given)
    expect(outcome).toEqual({ done: true, result: { partnerId: openDoor.id, version: before.version + 1 } })
    expect(await called(openDoor.id)).toEqual({ ...given, version: before.version + 1 })
    const [event] = await world.trailOf(`name = 'partner.renamed'`, [])
    expect(event).toMatchObject({
      role: 'district_head',
      subject_id: openDoor.id,
      detail: { from: before.name, to: given.name },
    })
  })

  test('is nobody else’s to change, and not that of one who answers for some schools', async () => {
    const given = { ...(await called(openDoor.id)), name: 'Another Door' }
    const partly = world.as({ ...actorOf('yolanda'), schoolIds: [schools.harlow.id] })
    for (const doer of [
      partly,
      ...(['noor', 'maya', 'ruth', 'leila'] as const).map((key) => world.being(key)),
    ])
      await expect(renamePartner.perform(doer, given)).rejects.toThrow(new Problem('not_allowed'))
  })

  test('is not that of another agency, nor written over by somebody who saw an older one', async () => {
    const now = await called(openDoor.id)
    const { name } = await called(cedarStreet.id)
    const yolanda = world.being('yolanda')
    const because = async (given: object) => renamePartner.perform(yolanda, { ...now, ...given })
    expect(await because({ name: name.toUpperCase() })).toEqual({ done: false, because: ['there_already'] })
    expect(await because({})).toEqual({ done: false, because: ['same_entry'] })
    await expect(because({ version: now.version - 1, name: 'Late' })).rejects.toThrow(
      new Problem('changed_meanwhile'),
    )
    // The same name in other letters is the agency's own.
    expect((await because({ name: now.name.toUpperCase() })).done).toBe(true)
  })

  test('is changed on a page that is linked for the district', async () => {
    const pages = await pagesOf(world)
    const url = `/partners/${openDoor.id}/names`
    expect((await pages.get('yolanda', `/partners/${openDoor.id}`)).html).toContain(`href="${url}"`)
    expect((await pages.get('noor', `/partners/${cedarStreet.id}`)).html).not.toContain('/names"')
    const { version } = await called(openDoor.id)
    const wrong = { version: String(version), name: '', shortName: 'Open Door' }
    const refused = await pages.post('yolanda', url, wrong)
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('Give its full name')
    const sent = await pages.post('yolanda', url, { ...wrong, name: 'Open Door Families' })
    expect(sent).toMatchObject({ status: 303, location: `/partners/${openDoor.id}` })
    expect((await pages.get('maya', '/partners')).html).toContain('Open Door Families')
    expect(pages.broken).toEqual([])
    await pages.close()
  })
})
