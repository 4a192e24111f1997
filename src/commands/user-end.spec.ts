import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { riversideId } from '#tests/riverside/places.ts'
import { commandLine } from '#tests/support/command.ts'
import { doorstep, type Doorstep } from '#tests/support/doorstep.ts'
import { userCommand } from './user.ts'

let house: Doorstep
let line: Awaited<ReturnType<typeof commandLine>>
beforeAll(async () => {
  house = await doorstep()
  line = await commandLine(house)
})
afterAll(async () => {
  await line.close()
  await house.close()
})

const end = (email: string, options: Record<string, string> = {}) =>
  line.run(userCommand, ['end', email], options)

describe('From the command line', () => {
  test('one assignment ends: what else somebody holds stays, and so does their session', async () => {
    const browser = await house.signedIn('ruth')
    expect((await browser.who())?.assignments).toHaveLength(2)
    const { said } = await end(cast.ruth.email, { role: 'crisis_lead' })
    expect(said).toEqual([`${cast.ruth.email} is not crisis_lead any more. What else they hold stays.`])
    expect((await browser.who())?.assignments.map(({ label }) => label)).toEqual(['Designated lead'])
  })

  test('all access ends: the next request is nobody’s, and no sign-in works', async () => {
    const browser = await house.signedIn('maya')
    expect((await browser.who())?.actor.name).toBe(cast.maya.name)
    const { said } = await end(cast.maya.email.toUpperCase())
    expect(said.join()).toContain('has no access any more: every assignment, session and token has ended.')
    expect(await browser.who()).toBeUndefined()
    expect(await (await house.signedIn('maya')).who()).toBeUndefined()
    const [event] = await house.trailOf(`name = 'access.ended' and subject_id = $1`, [cast.maya.id])
    expect(event).toMatchObject({ role: 'system', detail: { assignments: 1 } })
    const { rows } = await house.admin.query(
      'select 1 from assignment where district_id = $1 and person_id = $2 and ended_at is null',
      [riversideId, cast.maya.id],
    )
    expect(rows).toEqual([])
  })

  test('who has no access, or not in this role, is said in one line', async () => {
    await expect(end(cast.maya.email)).rejects.toThrow(`Nobody with access has the address`)
    await expect(end(cast.ruth.email, { role: 'crisis_lead' })).rejects.toThrow('has no such assignment')
  })
})
