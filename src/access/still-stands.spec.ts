import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { assignmentId, cast, type CastKey } from '#tests/riverside/cast.ts'
import { partners, riversideId } from '#tests/riverside/places.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { scopeOf } from './actor.ts'
import { type Seen, standingOfToken, stillStands } from './standing.ts'
import { newToken } from './token.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

/** Behind the guards, which want a trace of every change. */
const behind = (change: string) =>
  world.admin.query(`begin; set local session_replication_role = replica; ${change}; commit`)

const ends = '2026-11-12T20:30:00Z'
/** A machine of somebody of the cast. */
async function machineOf(key: CastKey) {
  const token = newToken(newId())
  await behind(`insert into access_token
    (district_id, id, assignment_id, person_id, label, secret_hash, created_at, expires_at)
    values ('${riversideId}', '${token.id}', '${assignmentId(key)}', '${cast[key].id}', 'Nightly',
      '\\x${token.hash.toString('hex')}', '2026-10-01', '${ends}')`)
  return token
}
type Machine = Awaited<ReturnType<typeof machineOf>>

async function seen(machine: Machine): Promise<Seen> {
  const now = await standingOfToken(world.db, machine, world.clock.now())
  if (now === undefined) throw new Error('Nobody was seen')
  return now
}
const stands = (before: Seen, at = world.clock.now()) =>
  world.db.transaction(scopeOf(before.actor), (tx) => stillStands(tx, before, at))

const hers = `'${assignmentId('maya')}'`
const maya = `'${cast.maya.id}'`
const terms = `update privacy_terms set in_force_from`
const aCaregiver = 'update caregiver set person_id'
/** Everything that says who somebody is, or what they are kept from, changed once. */
const changes: [string, CastKey, (machine: Machine) => string][] = [
  [
    'its token is revoked',
    'maya',
    ({ id }) => `update access_token set revoked_at = now() where id = '${id}'`,
  ],
  ['its assignment changes', 'maya', () => `update assignment set whole_district = true where id = ${hers}`],
  ['a school is taken away', 'maya', () => `delete from assignment_school where assignment_id = ${hers}`],
  ['another name is taken', 'maya', () => `update person set name = 'Maya O.' where id = ${maya}`],
  [
    'a student is out of bounds',
    'maya',
    () => `insert into access_block (district_id, id, student_id, person_id, kind, set_at, set_by)
      select district_id, '${newId()}', id, ${maya}, 'conflict_of_interest', now(), ${maya} from student limit 1`,
  ],
  ['that ends', 'maya', () => `delete from access_block where person_id = ${maya}`],
  [
    'she acts for a child as well',
    'maya',
    () => `insert into assignment (district_id, id, person_id, role, student_id, starts_on)
      select district_id, '${newId()}', ${maya}, 'caregiver', id, '2026-10-01' from student limit 1`,
  ],
  [
    'a caregiver turns out to be her',
    'maya',
    () => `${aCaregiver} = ${maya} where id = (select id from caregiver limit 1)`,
  ],
  ['whom they care for changes', 'maya', () => 'update guardianship set ended_on = current_date'],
  ['the student system knows her', 'maya', () => `update person set source_id = 'hr-1' where id = ${maya}`],
  ['what was acknowledged is gone', 'maya', () => `delete from acknowledgement where person_id = ${maya}`],
  ['other terms are asked for', 'maya', () => `${terms} = '2026-10-01' where audience = 'school'`],
  ['a standard changes', 'maya', () => 'update district_revision set revision = revision + 1'],
  [
    'its agency ends',
    'noor',
    () => `update partner set ended_at = now() where id = '${partners.cedarStreet.id}'`,
  ],
  ['its person leaves', 'maya', () => `update person set ended_at = now() where id = ${maya}`],
]

describe('Who a token was found to be stands', () => {
  test('for a minute at most, and at no earlier time', async () => {
    const before = await seen(await machineOf('maya'))
    const from = before.seenAt.getTime()
    expect(await stands(before)).toBe(true)
    expect(await stands(before, new Date(from + 59_999))).toBe(true)
    expect(await stands(before, new Date(from + 60_000))).toBe(false)
    expect(await stands(before, new Date(from - 1))).toBe(false)
  })

  test('at no time for a family, whose sign-in rests on more', async () => {
    expect(await stands(await seen(await machineOf('carmen')))).toBe(false)
  })

  test.each([
    ['the day ends, in the zone of the district', '2026-10-20T07:00:00Z'],
    ['other terms begin', '2026-10-21T15:00:30Z'],
    ['the assignment ends', '2026-10-22T15:00:30Z'],
    ['the token ends', ends],
  ])('not past the instant at which %s', async (_, instant) => {
    await behind(`insert into privacy_terms
      (district_id, id, audience, version, lines, valid_days, sample, in_force_from, published_at)
      select '${riversideId}', '${newId()}', 'partner', 7, '{Later}', 90, true, '2026-10-21T15:00:30Z', now()
      on conflict do nothing`)
    await behind(
      `update assignment set ended_at = '2026-10-22T15:00:30Z' where id = '${assignmentId('ben')}'`,
    )
    world.clock.set(new Date(new Date(instant).getTime() - 30_000))
    const key = instant.startsWith('2026-10-22') ? 'ben' : 'maya'
    expect((await seen(await machineOf(key))).holdsUntil).toEqual(new Date(instant))
  })

  test.each(changes)('no longer once %s', async (_, key, change) => {
    const machine = await machineOf(key)
    const before = await seen(machine)
    expect(await stands(before)).toBe(true)
    await behind(change(machine))
    expect(await stands(before)).toBe(false)
  })

  test('where the count were not kept, which this would notice', async () => {
    const machine = await machineOf('helen')
    const before = await seen(machine)
    await world.admin.query('alter table access_token disable trigger stands_anew')
    await behind(`update access_token set revoked_at = now() where id = '${machine.id}'`)
    expect(await stands(before)).toBe(true)
    await world.admin.query('alter table access_token enable always trigger stands_anew')
  })
})
