import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#access/roles.ts'
import { addUser } from '#access/sign-in/add-user.ts'
import { actorsInRole } from '#access/standing.ts'
import { findSchool, schoolsOf } from '#district/contract.ts'
import { setLiveDay } from '#district/set-live-day.ts'
import { approveSample } from '#standards/approve-sample.ts'
import { modelInForce, obstaclesToUsing } from '#standards/contract.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { sampleRoster } from '#tests/riverside/oneroster-sample.ts'
import { riversideId, schools } from '#tests/riverside/places.ts'
import { commandLine } from '#tests/support/command.ts'
import { doorstep, type Doorstep } from '#tests/support/doorstep.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { districtCommand } from './district.ts'
import { importCommand } from './import.ts'

let house: Doorstep
let line: Awaited<ReturnType<typeof commandLine>>
let districtId: string
beforeAll(async () => {
  house = await doorstep()
  line = await commandLine(house)
})
afterAll(async () => {
  await line.close()
  await house.close()
})

const begin = () =>
  line.run(districtCommand, ['add', 'Millpond Schools'], { state: 'OR', 'time-zone': 'America/Los_Angeles' })
const inside = <T>(work: Parameters<typeof house.db.transaction<T>>[1]) =>
  house.db.transaction({ districtId, side: 'system' }, work)
const give = (role: Role) =>
  addUser(house.door.desk, { districtId, name: role, email: `${role}@mill.example`, role, schoolIds: 'all' })
const being = async (role: Role) => {
  const [found] = await actorsInRole(house.db, { district: districtId, role, at: house.clock.now() })
  if (found === undefined) throw new Error(`Nobody is ${role}`)
  return house.as(found.actor)
}
const checklist = async () => (await inside((tx) => modelInForce(tx, house.clock.now()))).checklist

describe('A district begun from nothing', () => {
  test('has the shipped standards as samples, and is begun once', async () => {
    const { said } = await begin()
    districtId = /\(([0-9a-f-]{36})\)/.exec(said.join())?.[1] ?? ''
    const { tiers, time_standards } = await inside((tx) => modelInForce(tx, house.clock.now()))
    expect([tiers.sample, tiers.version, time_standards.sample]).toEqual([true, 1, false])
    await expect(begin()).rejects.toThrow('Millpond Schools is there already')
  })

  test('takes a roster in, gives access, and sets the day a school goes live', async () => {
    await give('district_head')
    await give('roster_manager')
    const file = await line.file('roster.zip', sampleRoster())
    const { said } = await line.run(importCommand, ['roster', file], {
      district: 'Millpond Schools',
      apply: true,
    })
    expect(said.at(-1)).toBe('Applied.')
    const { actor } = await being('district_head')
    const [school] = await inside((tx) => schoolsOf(tx, actor))
    const schoolId = school?.id ?? ''
    const set = async (liveOn: string) =>
      setLiveDay.perform(await being('district_head'), { schoolId, liveOn })
    expect(await set('2026-10-12')).toEqual({ done: false, because: ['day_passed'] })
    expect((await set('2026-10-13')).done).toBe(true)
    expect((await inside((tx) => findSchool(tx, schoolId)))?.liveOn).toBe('2026-10-13')
    expect(await set('2026-10-14')).toEqual({ done: false, because: ['live_already'] })
  })

  test('opens a sample to its live schools by approving it, with who, when and the decision [R095]', async () => {
    const facts = { live: true, now: house.clock.now() }
    expect(obstaclesToUsing(await checklist(), facts)).toEqual(['sample_not_approved'])
    const given = { kind: 'checklist', version: 1, decision: 'Board, October 12' }
    expect((await approveSample.perform(await being('district_head'), given)).done).toBe(true)
    expect(await checklist()).toMatchObject({
      version: 2,
      sample: false,
      approval: { approvedBy: 'district_head', decision: 'Board, October 12' },
    })
    expect(obstaclesToUsing(await checklist(), facts)).toEqual([])
    await expect(approveSample.perform(await being('district_head'), given)).rejects.toThrow(
      'changed_meanwhile',
    )
    const again = await approveSample.perform(await being('district_head'), { ...given, version: 2 })
    expect(again).toEqual({ done: false, because: ['no_sample'] })
  })
})

describe('Whoever may not', () => {
  test('neither approves a sample nor sets a live day', async () => {
    const given = { kind: 'tiers', version: 1, decision: 'x' }
    const live = { schoolId: schools.harlow.id, liveOn: '2026-12-01' }
    const partly = house.as({ ...actorOf('yolanda'), schoolIds: [schools.harlow.id] })
    for (const doer of [house.being('lucia'), house.being('thomas'), partly]) {
      await expect(approveSample.perform(doer, given)).rejects.toThrow('not_allowed')
      await expect(setLiveDay.perform(doer, live)).rejects.toThrow('not_allowed')
    }
  })
})

test('the pages lead there: a sample is approved with a form, and a school shows where its day is set', async () => {
  const pages = await pagesOf(house)
  await house.admin.query('begin; set local session_replication_role = replica')
  await house.admin.query('update school set live_on = null where district_id = $1 and id = $2', [
    riversideId,
    schools.harlow.id,
  ])
  await house.admin.query('commit')
  const address = `/schools/${schools.harlow.id}/live-day`
  expect((await pages.get('yolanda', '/schools')).html).toContain(address)
  expect((await pages.get('maya', '/schools')).html).not.toContain(address)
  expect((await pages.get('yolanda', address)).html).toContain('When does Harlow High School go live?')
  expect((await pages.post('yolanda', address, { liveOn: '2026-10-20' })).location).toBe('/schools')
  expect((await pages.get('maya', '/standards/tiers')).html).not.toContain('Approve this sample')
  expect((await pages.get('yolanda', '/standards/tiers')).html).toContain('Approve this sample')
  const form = { version: '1', decision: 'Board vote 7' }
  const approved = await pages.post('yolanda', '/standards/tiers/approval', form)
  expect(approved.location).toBe('/standards/tiers')
  expect((await pages.get('yolanda', '/standards/tiers')).html).toContain('Board vote 7')
  expect(pages.broken).toEqual([])
  await pages.close()
})
