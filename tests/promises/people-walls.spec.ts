import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeOf, type Actor } from '#access/actor.ts'
import type { Transaction } from '#platform/database/database.ts'
import { publicActor } from '#access/actor.ts'
import { actorOf, cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { partners, riversideId, schools } from '#tests/riverside/places.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
  await story.sent('sofia')
})
afterAll(() => story.close())

const { cedarStreet } = partners
const noor = actorOf('noor')
const maya = actorOf('maya')
const anybody = publicActor(riversideId, schools.alderCreek.id)
const caregiver: Actor = {
  ...noor,
  personId: cast.maya.id,
  role: 'caregiver',
  partnerId: null,
  studentId: families.sofia.id,
}

/** What somebody reads of a table with a statement of their own, between the walls they stand. */
const read = <Row>(actor: Actor, table: string): Promise<Row[]> =>
  story.db.transaction(scopeOf(actor), (tx: Transaction) =>
    tx.all(sql<Row>`select * from ${sql.table(table)}`),
  )
const counted = async (table: string) =>
  (await story.admin.query(`select from ${table} where district_id = $1`, [riversideId])).rowCount as number
type Person = { id: string; name: string; partner_id: string | null }
const names = async (actor: Actor) => (await read<Person>(actor, 'person')).map(({ name }) => name).sort()

describe('Whoever writes a statement of their own, past every page', () => {
  test('at an agency reads its own people and the contact at the school, and nobody else of the district', async () => {
    const people = await read<Person>(noor, 'person')
    const own = people.filter(({ partner_id }) => partner_id === cedarStreet.id)
    expect(own.length).toBeGreaterThan(1)
    expect(people.filter(({ partner_id }) => partner_id !== cedarStreet.id).map(({ id }) => id)).toEqual([
      cast.maya.id,
    ])
    expect(await counted('person')).toBeGreaterThan(people.length + 10)
  })

  test('at an agency that was sent nothing reads its own people alone', async () => {
    const people = await read<Person>(actorOf('farah'), 'person')
    expect(new Set(people.map(({ partner_id }) => partner_id))).toEqual(new Set([partners.northbank.id]))
  })

  test('at an agency reads assignments of its own people, and no school anybody covers', async () => {
    const assignments = await read<{ partner_id: string }>(noor, 'assignment')
    expect(new Set(assignments.map(({ partner_id }) => partner_id))).toEqual(new Set([cedarStreet.id]))
    expect(await read(noor, 'assignment_school')).toEqual([])
    expect(await counted('assignment')).toBeGreaterThan(assignments.length + 10)
    expect(await counted('assignment_school')).toBeGreaterThan(0)
  })

  test('at an agency reads which agencies take referrals, and nothing that was agreed with another', async () => {
    for (const table of ['agreement', 'legal_sign_off', 'intake_route'])
      expect(
        new Set((await read<{ partner_id: string }>(noor, table)).map(({ partner_id }) => partner_id)),
        table,
      ).toEqual(new Set([cedarStreet.id]))
    const open = (
      await story.admin.query('select id from partner where onboarded_at is not null and ended_at is null')
    ).rowCount
    expect(await read(noor, 'partner')).toHaveLength(open as number)
    expect(open).toBeGreaterThan(1)
  })

  test('in a family reads themselves alone', async () => {
    expect(await names(caregiver)).toEqual([cast.maya.name])
    expect(await names({ ...caregiver, personId: families.sofia.id })).toEqual([])
    const assignments = await read<{ person_id: string }>(caregiver, 'assignment')
    expect(new Set(assignments.map(({ person_id }) => person_id))).toEqual(new Set([cast.maya.id]))
    const news = await read<{ person_id: string }>(caregiver, 'notice')
    expect(new Set(news.map(({ person_id }) => person_id))).toEqual(new Set([cast.maya.id]))
  })

  test('on the public page reads no person, no student and no request', async () => {
    for (const table of ['person', 'assignment', 'student', 'caregiver', 'concern', 'referral', 'notice'])
      expect(await read(anybody, table), table).toEqual([])
    expect((await read(anybody, 'partner')).length).toBeGreaterThan(1)
  })

  test('cannot write where they cannot read', async () => {
    const name = (actor: Actor) =>
      story.db.transaction(scopeOf(actor), (tx) => tx.run(sql`update person set name = 'x'`))
    for (const actor of [noor, caregiver]) await expect(name(actor)).rejects.toMatchObject({ code: '42501' })
    expect(await name(anybody)).toBe(0)
    const forged = story.db.transaction(scopeOf(anybody), (tx) =>
      tx.run(sql`
        insert into concern (district_id, id, school_id, student_id, source, observed, urgency, state, received_at, due_at,
          due_standard, version)
        values (${riversideId}, ${riversideId}, ${schools.alderCreek.id}, ${families.sofia.id}, 'staff', 'x', 'today',
          'submitted', now(), now(), '{}', 1)`),
    )
    await expect(forged).rejects.toMatchObject({ code: '42501' })
  })

  test('at school reads them all, so the statements above would find what a wall let through', async () => {
    expect(await read(maya, 'person')).toHaveLength(await counted('person'))
    expect(await read(maya, 'assignment')).toHaveLength(await counted('assignment'))
  })
})

test('a wall that lets everybody of the district in would be noticed', async () => {
  await story.admin.query(
    `begin; drop policy wall on person; select house.wall('person', 'district'); commit`,
  )
  expect((await names(noor)).length).toBe(await counted('person'))
  await story.admin.query(`begin; drop policy wall on person; select house.wall('person', 'people'); commit`)
  expect((await names(noor)).length).toBeLessThan(await counted('person'))
})
