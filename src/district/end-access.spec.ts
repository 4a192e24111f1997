import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addUser } from '#access/sign-in/add-user.ts'
import { issueToken } from '#access/issue-token.ts'
import { Bearers } from '#access/token.ts'
import { Problem } from '#platform/problem.ts'
import { actorOf, assignmentId, cast } from '#tests/riverside/cast.ts'
import { riversideId, schools } from '#tests/riverside/places.ts'
import { doorstep, type Doorstep, linkIn } from '#tests/support/doorstep.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { endAccess } from './end-access.ts'
import { endAssignment } from './end-assignment.ts'
import { lookPeople, lookPerson } from './look-people.ts'

let house: Doorstep
let pages: Awaited<ReturnType<typeof pagesOf>>
beforeAll(async () => {
  house = await doorstep()
  pages = await pagesOf(house)
})
afterAll(async () => {
  await pages.close()
  await house.close()
})

const personOf = (key: keyof typeof cast) => ({ personId: cast[key].id })
const tokenFor = async (id: string) => {
  const now = house.clock.now()
  const text = await issueToken(house.db, {
    districtId: riversideId,
    assignmentId: id,
    label: 'x',
    days: 9,
    now,
  })
  return () => new Bearers(house).actorOf(`Bearer ${text}`)
}

describe('Ending an assignment', () => {
  test('takes that role away at the next request, with its machines, and leaves the others', async () => {
    const browser = await house.signedIn('ruth')
    const machine = await tokenFor(assignmentId('ruth'))
    const other = await tokenFor(assignmentId('ruth', 1))
    expect((await browser.who())?.assignments).toHaveLength(2)
    const given = { assignmentId: assignmentId('ruth') }
    expect(await endAssignment.perform(house.being('leila'), given)).toEqual({
      done: true,
      result: personOf('ruth'),
    })
    expect((await browser.who())?.actor.role).toBe('crisis_lead')
    expect([await machine(), (await other())?.role]).toEqual([undefined, 'crisis_lead'])
    expect(await endAssignment.perform(house.being('leila'), given)).toEqual({
      done: false,
      because: ['ended_already'],
    })
    expect(await house.trail()).toEqual(
      expect.arrayContaining(['privacy_officer: assignment.ended', 'privacy_officer: access_token.revoked']),
    )
  })
})

describe('Ending access', () => {
  test('signs somebody out everywhere, stops their tokens and links, and ends what they hold', async () => {
    const browser = await house.signedIn('samuel')
    const machine = await tokenFor(assignmentId('samuel'))
    const link = await house.invited('karen')
    expect((await browser.who())?.actor.name).toBe('Samuel Ito')
    expect((await endAccess.perform(house.being('yolanda'), personOf('samuel'))).done).toBe(true)
    expect((await endAccess.perform(house.being('yolanda'), personOf('karen'))).done).toBe(true)
    expect([await browser.who(), await machine()]).toEqual([undefined, undefined])
    const { rows } = await house.admin.query(
      'select from auth.session s join person p on p.login_id = s.login_id where p.id = $1',
      [cast.samuel.id],
    )
    expect(rows).toHaveLength(0)
    expect((await house.browser().get(link)).body).toContain('does not work any more')
    const trail = await house.trailOf(`name = 'access.ended'`, [])
    expect(trail.map(({ detail }) => detail)).toEqual([
      { assignments: 1, tokens: 1 },
      { assignments: 1, tokens: 0 },
    ])
  })

  test('nobody ends their own, nor without the role for every school', async () => {
    expect(await endAccess.perform(house.being('leila'), personOf('leila'))).toEqual({
      done: false,
      because: ['yourself'],
    })
    for (const key of ['ben', 'maya', 'noor', 'thomas'] as const)
      await expect(endAccess.perform(house.being(key), personOf('joan'))).rejects.toThrow(
        new Problem('not_allowed'),
      )
    const partly = { ...actorOf('yolanda'), schoolIds: [schools.harlow.id] }
    await expect(endAccess.perform(house.as(partly), personOf('joan'))).rejects.toThrow('not_allowed')
  })

  test('who comes back is the same person, with the days they are given', async () => {
    const again = await addUser(house.door.desk, {
      districtId: riversideId,
      name: 'Samuel Ito',
      email: cast.samuel.email,
      role: 'teacher',
      schoolIds: 'all',
      until: '2026-10-13',
    })
    expect(again).toMatchObject({ personId: cast.samuel.id, added: 'assignment', invitation: undefined })
    expect((await (await house.signedIn('samuel')).who())?.actor.role).toBe('teacher')
    house.after(24 * 60)
    await expect(house.signedIn('samuel').then((browser) => browser.who())).resolves.toBeUndefined()
  })
})

describe('The page of people with access', () => {
  test('finds somebody, shows what they hold, invites them and asks before it ends their access', async () => {
    const list = await pages.get('leila', '/people?q=halvorsen')
    expect(list.html).toContain('Ruth Halvorsen')
    expect(list.html).not.toContain('Jonah Reed')
    const address = `/people/${cast.jonah.id}`
    const page = await pages.get('leila', address)
    expect(page.html).toContain('Harlow High School')
    expect(page.html).toContain('Has not signed in yet')
    expect((await pages.post('leila', `${address}/invitation`, {})).location).toBe(address)
    house.mail.length = 0
    await house.sendInvitations()
    expect(linkIn(house.mail.at(-1)?.text)).toMatch(/^\/invitation\//)
    const assignment = `${address}/assignments/${assignmentId('jonah')}/end`
    expect((await pages.post('leila', assignment, {})).location).toBe(address)
    expect((await pages.get('leila', address)).html).toMatch(/Ended \w+, Oct/)
    expect((await pages.get('leila', `${address}/end`)).html).toContain('End access of Jonah Reed?')
    expect((await pages.post('leila', `${address}/end`, {})).location).toBe(address)
    expect((await pages.get('leila', address)).html).toMatch(/Left \w+, Oct/)
    expect((await pages.post('leila', `${address}/end`, {})).html).toContain('This has ended already')
    expect(pages.broken).toEqual([])
  })

  test('shows whoever only invites no way to end access', async () => {
    const page = await pages.get('ben', `/people/${cast.maya.id}`)
    expect(page.html).toContain('Send an invitation')
    expect(page.html).not.toContain('End access')
    expect((await pages.get('ben', `/people/${cast.maya.id}/end`)).status).toBe(403)
    expect((await pages.get('maya', '/people')).status).toBe(403)
  })
})

describe('The list of people', () => {
  const listed = async (q: string) =>
    (await lookPeople.see(house.being('yolanda'), { q })).people.map(({ name }) => name)

  test('names those who work, and nobody of a family: whose caregiver somebody is, is of a student', async () => {
    expect(await listed('maya')).toEqual([cast.maya.name])
    expect(await listed('carmen')).toEqual([])
    const person = lookPerson.see(house.being('yolanda'), personOf('carmen'))
    await expect(person).rejects.toThrow(new Problem('not_found'))
  })
})
