import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, scopeOf } from '#access/actor.ts'
import { actorOf } from '#access/assignments.ts'
import type { Doer } from '#access/doer.ts'
import { issueToken } from '#access/issue-token.ts'
import { notKeptFrom } from '#access/not-kept-store.ts'
import { Bearers } from '#access/token.ts'
import { Problem } from '#platform/problem.ts'
import { sql } from 'kysely'
import { assignmentId, cast, type CastKey } from '#tests/riverside/cast.ts'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { addCaregiver } from './add-caregiver.ts'
import { blockAccess } from './block-access.ts'
import { confirmConflict } from './confirm-block.ts'
import { declareConflict } from './declare-conflict.ts'
import { endFamilySignIn } from './end-family-sign-in.ts'
import { giveSignIn } from './give-sign-in.ts'
import { liftBlock } from './lift-block.ts'
import { lookBlocks, lookBlocksToReview } from './look-blocks.ts'
import { lookDetails } from './look-details.ts'
import { noticeFamily } from './notice-family.ts'
import { caregiversToContact, findStudent } from './store.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const idOf = (key: FamilyKey) => families[key].id
const maya = () => world.being('maya')
const leila = () => world.being('leila')

/** A caregiver of a student, who may consent. @returns their id */
async function caregiver(key: FamilyKey, given: { name: string; email: string }): Promise<string> {
  const common = { language: 'en', interpreter: 'no', contactRule: 'any', relationship: 'mother' }
  const words = { ...common, authority: 'may_consent', phone: '555-0190', studentId: idOf(key), ...given }
  const added = await addCaregiver.perform(maya(), words)
  if (!added.done) throw new Error(added.because.join())
  return added.result.caregiverId
}

const give = (key: FamilyKey, caregiverId: string) =>
  giveSignIn.perform(maya(), { studentId: idOf(key), caregiverId, checkedHow: 'official_id' })

/** Who somebody of the cast is at their next request, at work, as the database says it to a machine. */
async function atWork(key: CastKey): Promise<Doer> {
  const { districtId, clock, db } = world
  const given = { districtId, assignmentId: assignmentId(key), label: 'Spec', days: 1, now: clock.now() }
  const actor = await new Bearers({ db, clock }).actorOf(`Bearer ${await issueToken(db, given)}`)
  if (actor === undefined) throw new Error('Nobody')
  return world.as(actor)
}

/** Everything somebody is at a browser. */
async function atTheDoor(key: CastKey): Promise<Actor[]> {
  const login = cast[key].id
  await world.admin.query(`begin; set local session_replication_role = replica;
    update person set login_id = id where id = '${login}'; commit`)
  const { rows } = await world.admin.query<Parameters<typeof actorOf>[0]>(
    'select * from house.standings_of($1, $2)',
    [login, world.clock.now()],
  )
  return rows.flatMap((row) => actorOf(row) ?? [])
}
const asFamily = async (key: CastKey): Promise<Doer> => {
  const actor = (await atTheDoor(key)).find(({ role }) => role === 'caregiver')
  if (actor === undefined) throw new Error('No caregiver')
  return world.as(actor)
}

const opens = (doer: Doer, key: FamilyKey) =>
  lookDetails.see(doer, { studentId: idOf(key) }).then(
    () => 'opened',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  )
const reads = async (key: CastKey) => {
  const { db, actor } = await asFamily(key)
  const scope = scopeOf(actor)
  const found = await db.transaction(scope, (tx) => findStudent(tx, actor, actor.studentId ?? ''))
  return found === undefined ? 'not_found' : 'opened'
}
const kept = async (key: FamilyKey) => {
  const seen = await lookBlocks.see(leila(), { studentId: idOf(key) })
  return {
    blocks: seen.blocks.filter(({ liftedAt }) => liftedAt === null),
    family: seen.family.map(({ personName }) => personName),
  }
}

describe('Whoever works here and is family', () => {
  test('does not meet the child at work from the moment they are given a sign-in, and reads on as a caregiver', async () => {
    expect(await opens(await atWork('daniel'), 'kayla')).toBe('opened')
    const before = { name: cast.daniel.name, email: 'daniel.at.home@families.example' }
    const caregiverId = await caregiver('kayla', before)
    expect(await opens(await atWork('daniel'), 'kayla')).toBe('opened')
    await world.admin.query(`begin; set local session_replication_role = replica;
      update caregiver set person_id = '${cast.daniel.id}' where id = '${caregiverId}'; commit`)
    expect(await opens(await atWork('daniel'), 'kayla')).toBe('not_found')
    expect(await give('kayla', caregiverId)).toMatchObject({ done: true })
    expect(await reads('daniel')).toBe('opened')
    expect((await kept('kayla')).family).toEqual([cast.daniel.name])
    const [work] = await atTheDoor('daniel')
    expect(work).toMatchObject({ role: 'counselor', blockedIds: [idOf('kayla')] })
  })

  test('is offered in no list about the child, and stands among the caregivers to contact', async () => {
    const offered = (key: FamilyKey) =>
      world.db.transaction({ districtId: world.districtId, side: 'school' }, (tx) =>
        tx.all(
          sql<{ name: string }>`select p.name from person p where p.id = ${cast.daniel.id}
            and ${notKeptFrom('p', [idOf(key)])}`,
        ),
      )
    expect(await offered('kayla')).toEqual([])
    expect(await offered('theo')).toEqual([{ name: cast.daniel.name }])
    const contacts = await world.db.transaction({ districtId: world.districtId, side: 'school' }, (tx) =>
      caregiversToContact(tx, idOf('kayla')),
    )
    expect(contacts.map(({ name }) => name)).toContain(cast.daniel.name)
  })

  test('is noticed by the address alone: closed at once, looked at by the privacy officer, and set once', async () => {
    expect(await opens(await atWork('ines'), 'theo')).toBe('opened')
    await caregiver('theo', { name: 'Ines D.', email: cast.ines.email.toUpperCase() })
    expect(await opens(await atWork('ines'), 'theo')).toBe('not_found')
    const [block] = (await kept('theo')).blocks
    expect(block).toMatchObject({ personName: cast.ines.name, setByName: null, awaitsReview: true })
    const { waiting } = await lookBlocksToReview.see(leila(), {})
    expect(waiting.map(({ id }) => id)).toContain(block?.id)
    const one = { studentId: idOf('theo'), blockId: block?.id ?? '' }
    expect(await confirmConflict.perform(leila(), one)).toMatchObject({ done: true })
    expect(await confirmConflict.perform(leila(), one)).toMatchObject({ because: ['nothing_to_confirm'] })
    expect((await lookBlocksToReview.see(leila(), {})).waiting).not.toMatchObject([{ id: block?.id }])

    const lifting = { ...one, because: 'set_by_mistake' }
    expect(await liftBlock.perform(leila(), lifting)).toMatchObject({ done: true })
    expect(await opens(await atWork('ines'), 'theo')).toBe('opened')
    const looking = { ...world.as({ ...maya().actor, role: 'system', personId: null, assignmentId: null }) }
    expect(await noticeFamily.perform(looking, { personId: cast.ines.id })).toEqual({
      done: true,
      result: { noticed: 0 },
    })
    expect(await opens(await atWork('ines'), 'theo')).toBe('opened')
  })

  test('who steps back themselves can be given a sign-in still, and it reads', async () => {
    const caregiverId = await caregiver('ada', { name: 'Lucia S.', email: 'lucia.home@families.example' })
    expect(await declareConflict.perform(await atWork('lucia'), { studentId: idOf('ada') })).toMatchObject({
      done: true,
    })
    await world.admin.query(`begin; set local session_replication_role = replica;
      update caregiver set person_id = '${cast.lucia.id}' where id = '${caregiverId}'; commit`)
    expect(await give('ada', caregiverId)).toMatchObject({ done: true })
    expect(await reads('lucia')).toBe('opened')
    expect(await opens(await atWork('lucia'), 'ada')).toBe('not_found')
  })

  test('is kept from everything by an order, at work and as family', async () => {
    const order = {
      studentId: idOf('ada'),
      personId: cast.lucia.id,
      kind: 'custody',
      documentReference: 'A 9',
    }
    expect(await blockAccess.perform(leila(), order)).toMatchObject({ done: true })
    expect(await reads('lucia')).toBe('not_found')
    expect(await opens(await atWork('lucia'), 'ada')).toBe('not_found')
  })

  test('that turns out to be somebody else works with the student again', async () => {
    const caregiverId = await caregiver('emma', { name: 'Ray M.', email: cast.marcus.email })
    const given = await give('emma', caregiverId)
    if (!given.done) throw new Error(given.because.join())
    const [block] = (await kept('emma')).blocks
    const one = { studentId: idOf('emma'), blockId: block?.id ?? '', because: 'set_by_mistake' }
    expect(await liftBlock.perform(leila(), one)).toMatchObject({ done: true })
    // Family on record stays family, whatever is lifted.
    expect((await atTheDoor('marcus'))[0]).toMatchObject({ blockedIds: [idOf('emma')] })
    const ending = { studentId: idOf('emma'), assignmentId: given.result.signInId, wrongPerson: 'yes' }
    expect(await endFamilySignIn.perform(leila(), ending)).toMatchObject({ done: true })
    expect((await atTheDoor('marcus'))[0]?.blockedIds).toBeUndefined()
  })

  test('is noticed when they begin to work here', async () => {
    await caregiver('ruben', { name: 'Pat New', email: 'pat.new@families.example' })
    const id = '0197a000-0000-7000-8000-000000000001'
    await world.admin.query(
      `begin; set local session_replication_role = replica;
       insert into person (district_id, id, name, email, created_at)
       values ('${world.districtId}', '${id}', 'Pat New', 'pat.new@families.example', now());
       insert into assignment (district_id, id, person_id, role, whole_district, starts_on)
       values ('${world.districtId}', '${id}', '${id}', 'nurse', true, '2026-09-01'); commit`,
    )
    const system = world.as({ ...maya().actor, role: 'system', personId: null, assignmentId: null })
    expect(await noticeFamily.perform(system, { personId: id })).toMatchObject({ result: { noticed: 1 } })
    expect((await kept('ruben')).blocks).toMatchObject([{ personName: 'Pat New', setByName: null }])
  })
})
