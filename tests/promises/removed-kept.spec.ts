import { afterAll, beforeAll, expect, test } from 'vitest'
import { addRetentionRule } from '#records/add-retention-rule.ts'
import { askLifting } from '#records/ask-lifting.ts'
import { carryOutRemoval } from '#records/carry-out-removal.ts'
import { liftHold } from '#records/lift-hold.ts'
import { proposeRemoval } from '#records/propose-removal.ts'
import { families } from '../riverside/families.ts'
import { type OwnIdsStory, ownIdsStory } from '../support/own-ids-story.ts'

const child = families.sofia
let story: OwnIdsStory
beforeAll(async () => {
  story = await ownIdsStory()
  await story.admin.query(`begin; set local session_replication_role = replica;
    update student set left_on = '2015-06-10' where id = '${child.id}'; commit`)
}, 60_000)
afterAll(() => story.close())

test('whoever is kept from a student removes nothing of that student, whoever proposed it', async () => {
  const { being, must, own } = story
  const rule = { years: '7', source: 'A law', inForceFrom: '2026-09-01', recordClass: 'concern' }
  must(await addRetentionRule.perform(being('leila'), rule))
  const hold = { studentId: child.id, holdId: own.holdId }
  must(await askLifting.perform(being('leila'), hold))
  must(await liftHold.perform(being('yolanda'), hold))
  const { removalId } = must(await proposeRemoval.perform(being('leila'), { recordClass: 'concern' }))
  const yolanda = being('yolanda')
  const kept = { ...yolanda, actor: { ...yolanda.actor, blockedIds: [child.id] } }
  const refused = await carryOutRemoval.perform(kept, { removalId })
  expect(refused).toEqual({ done: false, because: ['nothing_due_now'] })
  // The same proposal removes for somebody who is not kept away.
  expect(await carryOutRemoval.perform(yolanda, { removalId })).toMatchObject({ done: true })
})
