import { afterAll, beforeAll, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { actorOf, cast } from '#tests/riverside/cast.ts'
import { ownIdsStory, type OwnIdsStory } from '#tests/support/own-ids-story.ts'
import { findLeftWork } from './left-work-store.ts'

let story: OwnIdsStory
beforeAll(async () => {
  story = await ownIdsStory()
}, 120_000)
afterAll(() => story.close())

/** Everything of which one piece is left alone to somebody who works at no school. */
const owned = [
  ['referral', 'referral', `navigator_id`, 'ended_at is null'],
  ['support', 'brief_support', 'owner_id', 'ended_at is null'],
  ['task', 'review_task', 'owner_id', 'finished_at is null'],
  ['improvement', 'improvement', 'owner_id', 'ended_at is null'],
] as const

test.each(owned)('one %s is found although its owner has nothing else', async (kind, table, owner, open) => {
  const { admin, db, clock } = story
  await admin.query('begin; set local session_replication_role = replica')
  const { rows } = await admin.query<{ id: string }>(
    `update ${table} set ${owner} = $1 where id = (select id from ${table} where ${open} order by id limit 1) returning id`,
    [cast.noor.id],
  )
  await admin.query('commit')
  expect(rows).toHaveLength(1)
  const actor = actorOf('leila')
  const found = await db.transaction(scopeOf(actor), (tx) =>
    findLeftWork(tx, actor, { now: clock.now(), limit: 200 }),
  )
  expect(found.filter(({ id }) => id === rows[0]?.id).map((each) => each.kind)).toEqual([kind])
  await admin.query('begin; set local session_replication_role = replica')
  await admin.query(`update ${table} set ${owner} = $1 where id = $2`, [cast.maya.id, rows[0]?.id])
  await admin.query('commit')
})
