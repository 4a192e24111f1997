import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#access/actor.ts'
import { issueToken } from '#access/issue-token.ts'
import { Bearers } from '#access/token.ts'
import { Problem } from '#platform/problem.ts'
import { assignmentId, cast, type CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { blockAccess } from './block-access.ts'
import { declareConflict } from './declare-conflict.ts'
import { obstaclesToBlocking } from './block.ts'
import { liftBlock } from './lift-block.ts'
import { lookBlocks } from './look-blocks.ts'
import { lookDetails } from './look-details.ts'
import { findStudent } from './store.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const studentId = families.kayla.id
const other = families.lena.id

/** Somebody as a machine of theirs is known at its next request: through the functions of the database. */
async function bearing(key: CastKey) {
  const { districtId, clock, db } = world
  const given = { districtId, assignmentId: assignmentId(key, 0), label: 'Spec', days: 1, now: clock.now() }
  const header = `Bearer ${await issueToken(db, given)}`
  const bearers = new Bearers({ db, clock })
  return async (): Promise<Actor> => {
    const actor = await bearers.actorOf(header)
    if (actor === undefined) throw new Error('Nobody')
    return actor
  }
}

const opens = async (actor: Actor, student: string) =>
  lookDetails.see(world.as(actor), { studentId: student }).then(
    () => 'opened',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  )

describe('A block', () => {
  const facts = {
    kind: 'custody',
    documentReference: 'Order 22-118',
    standing: [],
    isSelf: false,
    hasLeft: false,
    worksHere: true,
  } as const

  test('needs an order named where it rests on one, is set once, and by order never on oneself', () => {
    expect(obstaclesToBlocking(facts)).toEqual([])
    expect(obstaclesToBlocking({ ...facts, documentReference: undefined })).toEqual(['order_unnamed'])
    expect(
      obstaclesToBlocking({ ...facts, kind: 'student_objection', documentReference: undefined }),
    ).toEqual([])
    expect(obstaclesToBlocking({ ...facts, standing: ['custody'] })).toEqual(['stands_already'])
    expect(obstaclesToBlocking({ ...facts, standing: ['student_objection'] })).toEqual([])
    expect(obstaclesToBlocking({ ...facts, isSelf: true })).toEqual(['self_by_order'])
    expect(obstaclesToBlocking({ ...facts, isSelf: true, kind: 'conflict_of_interest' })).toEqual([])
    expect(obstaclesToBlocking({ ...facts, hasLeft: true })).toEqual(['has_left'])
    expect(obstaclesToBlocking({ ...facts, worksHere: false })).toEqual([])
    expect(obstaclesToBlocking({ ...facts, kind: 'conflict_of_interest', worksHere: false })).toEqual([
      'no_work',
    ])
  })

  test('closes exactly one student to exactly one person, from the next request on', async () => {
    const [ines, daniel] = [await bearing('ines'), await bearing('daniel')]
    expect(await opens(await ines(), studentId)).toBe('opened')
    const given = { studentId, personId: cast.ines.id, kind: 'protective_order', documentReference: 'A-7' }
    expect(await blockAccess.perform(world.being('leila'), given)).toMatchObject({ done: true })

    expect(await opens(await ines(), studentId)).toBe('not_found')
    expect(await opens(await ines(), other)).toBe('opened')
    expect(await opens(await daniel(), studentId)).toBe('opened')
    expect(await blockAccess.perform(world.being('leila'), given)).toMatchObject({
      because: ['stands_already'],
    })
  })

  test('is lifted by the privacy officer alone, with its reason, and stays on record', async () => {
    const ines = await bearing('ines')
    const { blocks } = await lookBlocks.see(world.being('leila'), { studentId })
    const blockId = blocks[0]?.id ?? ''
    const lifting = { studentId, blockId, because: 'order_ended' }
    await expect(liftBlock.perform(world.being('lucia'), lifting)).rejects.toMatchObject({
      code: 'not_allowed',
    })
    expect(await opens(await ines(), studentId)).toBe('not_found')
    expect(await liftBlock.perform(world.being('leila'), lifting)).toMatchObject({ done: true })
    expect(await opens(await ines(), studentId)).toBe('opened')
    expect(await liftBlock.perform(world.being('leila'), lifting)).toMatchObject({
      because: ['lifted_already'],
    })
    expect((await lookBlocks.see(world.being('leila'), { studentId })).blocks).toMatchObject([
      { personName: cast.ines.name, liftedBecause: 'order_ended', liftedByName: cast.leila.name },
    ])
    expect(await world.trailOf('name like $1', ['access.%'])).toMatchObject([
      { role: 'privacy_officer', name: 'access.blocked' },
      { role: 'privacy_officer', name: 'access.unblocked' },
    ])
  })

  test('that somebody declares of themselves cannot be lifted by them: they find neither it nor the student', async () => {
    const lucia = await bearing('lucia')
    expect(
      await declareConflict.perform(world.as(await lucia()), { studentId: families.theo.id }),
    ).toMatchObject({ done: true })
    const blocked = world.as(await lucia())
    await expect(lookBlocks.see(blocked, { studentId: families.theo.id })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(declareConflict.perform(blocked, { studentId: families.theo.id })).rejects.toMatchObject({
      code: 'not_found',
    })
    const hidden = await blocked.db.transaction(
      { districtId: world.districtId, side: 'school', blockedIds: [families.theo.id] },
      (tx) => findStudent(tx, world.being('lucia').actor, families.theo.id),
    )
    expect(hidden).toBeUndefined()
  })

  test('is of the district: an id of somebody it does not have is nobody', async () => {
    const given = { studentId, personId: families.lena.id, kind: 'student_objection' }
    await expect(blockAccess.perform(world.being('leila'), given)).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('finds a caregiver among those who can be kept away, where the list of people names none', async () => {
    const { found } = await lookBlocks.see(world.being('leila'), { studentId, who: 'carmen' })
    expect(found.map(({ name }) => name)).toEqual([cast.carmen.name])
  })
})
