import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { riversideId } from '#tests/riverside/places.ts'
import { doorstep, type Doorstep, linkIn, password, secretOn } from '#tests/support/doorstep.ts'
import { addUser } from './add-user.ts'
import { codeAt } from './totp.ts'

let house: Doorstep
beforeAll(async () => {
  house = await doorstep()
})
afterAll(() => house.close())
beforeEach(() => {
  house.mail.length = 0
  house.after(20)
})

describe('From the command line', () => {
  const somebody = {
    districtId: riversideId,
    name: 'Ada Quist',
    email: 'Ada.Quist@riverside.example',
    role: 'roster_manager' as const,
    schoolIds: 'all' as const,
  }

  test('somebody is added with an assignment and a link, and a second assignment makes no second person', async () => {
    const { desk } = house.door
    const added = await addUser(desk, somebody)
    const browser = house.browser()
    await browser.fill(linkIn(added.invitation), { password })
    await browser.get('/set-up/second-step')
    await browser.send('/set-up/second-step', { code: codeAt(secretOn(browser.page), house.clock.now()) })
    expect((await browser.who())?.actor).toMatchObject({
      name: 'Ada Quist',
      role: 'roster_manager',
      schoolIds: null,
    })

    const again = await addUser(desk, { ...somebody, role: 'teacher', schoolIds: [] })
    expect(again).toEqual({
      personId: added.personId,
      assignmentId: expect.any(String),
      added: 'assignment',
      invitation: undefined,
    })
    const who = await browser.who()
    expect(who?.assignments.map(({ label }) => label).sort()).toEqual(['Roster manager', 'Teacher'])
    expect(who?.actor.role).toBe('roster_manager')
    expect(await house.trail()).toEqual(
      expect.arrayContaining(['system: person.added', 'system: assignment.started']),
    )
  })

  test('who is there already with the same assignment is left as they are, and invited anew until they sign in', async () => {
    const { desk } = house.door
    const { rows } = await house.admin.query<{ id: string }>('select id from school order by id limit 2')
    const schoolIds = rows.map(({ id }) => id)
    const teacher = { ...somebody, email: 'Lena@riverside.example', role: 'teacher' as const, schoolIds }
    const first = await addUser(desk, teacher)
    const again = await addUser(desk, { ...teacher, schoolIds: schoolIds.toReversed() })
    expect([first.added, again]).toEqual([
      'person',
      { ...first, added: 'nothing', invitation: expect.any(String) },
    ])
    expect((await house.browser().get(linkIn(first.invitation))).body).toContain('does not work any more')
    expect((await house.browser().get(linkIn(again.invitation))).body).toContain('Welcome, Ada Quist')
    const started = () =>
      house.trailOf('subject_id = $1 and name = $2', [first.personId, 'assignment.started'])
    expect(await started()).toHaveLength(1)

    const elsewhere = await addUser(desk, { ...teacher, schoolIds: schoolIds.slice(1) })
    expect([elsewhere.added, elsewhere.personId]).toEqual(['assignment', first.personId])
    await house.admin.query('begin; set local session_replication_role = replica')
    await house.admin.query('update assignment set ended_at = $2 where id = $1', [
      elsewhere.assignmentId,
      house.clock.now(),
    ])
    await house.admin.query('commit')
    expect((await addUser(desk, { ...teacher, schoolIds: schoolIds.slice(1) })).added).toBe('assignment')
    expect(await started()).toHaveLength(3)
  })

  test('nobody is added for a district that is not there', async () => {
    const nowhere = { ...somebody, districtId: '019f0000-0000-7000-8000-000000000000' }
    await expect(addUser(house.door.desk, nowhere)).rejects.toThrow()
  })
})
