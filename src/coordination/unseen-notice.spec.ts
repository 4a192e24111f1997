import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { cast } from '#tests/riverside/cast.ts'
import { riversideId, schools } from '#tests/riverside/places.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { checkLost } from './check-lost.ts'

let world: World
const [noticeId, hour] = [newId(), 3_600_000]
beforeAll(async () => {
  world = await riverside()
  const at = world.clock.now().getTime()
  const instants = { received_at: new Date(at), answer_due_at: new Date(at + hour) }
  const about = {
    id: noticeId,
    school_id: schools.alderCreek.id,
    sender_id: newId(),
    child_name: 'x',
    grade: '7',
  }
  const rest = { receipt: 'HWC-ABCD-EFGH', standard_version: 1, version: 1 }
  const notice = { district_id: riversideId, ...about, ...rest, ...instants }
  const told = { district_id: riversideId, notice_id: noticeId, person_id: cast.daniel.id, position: 1 }
  await behind('insert into care_notice select (jsonb_populate_record(null::care_notice, $1)).*', [
    { ...notice, expires_at: new Date(at + 48 * hour) },
  ])
  await behind('insert into care_notice_told select (jsonb_populate_record(null::care_notice_told, $1)).*', [
    { ...told, told_at: new Date(at) },
  ])
})
afterAll(() => world.close())

async function behind(text: string, values: unknown[] = []) {
  await world.admin.query('begin; set local session_replication_role = replica')
  await world.admin.query(text, values)
  await world.admin.query('commit')
}
async function found() {
  // Each look has a moment of its own, so that the last one is known.
  world.clock.set(new Date(world.clock.now().getTime() + 1000))
  await checkLost(world.asSystem(world.districtId))
  const { rows } = await world.admin.query(
    `select record_type, lacks, student_id from lost_finding
     where check_id = (select id from lost_check order by checked_at desc limit 1) order by lacks`,
  )
  return rows
}

test('A Handle With Care notice is looked at each night: somebody reads it, and its clock is heard', async () => {
  expect(await found()).toEqual([])
  await behind(`update care_notice set answer_due_at = received_at - interval '1 hour'`)
  expect(await found()).toEqual([{ record_type: 'care_notice', lacks: 'clock', student_id: null }])
  await behind(`update care_notice set answer_due_at = received_at + interval '1 day'`)
  await behind('delete from care_notice_told')
  expect(await found()).toEqual([
    { record_type: 'care_notice', lacks: 'owner', student_id: null },
    { record_type: 'care_notice', lacks: 'queue', student_id: null },
  ])
})
