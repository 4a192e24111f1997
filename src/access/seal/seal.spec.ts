import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Db } from '#platform/database/database.ts'
import { scopeOf } from '#access/actor.ts'
import { writeTraces } from '#access/trail.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { fileAnchor } from './anchor.ts'
import { openSealer, sealDistrict, startSealing } from './sealer.ts'
import { verifyTrail } from './verify.ts'

let world: World
let sealer: Db
let folder: string
beforeAll(async () => {
  world = await riverside()
  sealer = openSealer(world.login('sealer'))
  folder = await mkdtemp(join(tmpdir(), 'tl-anchor-'))
})
afterAll(async () => {
  await sealer.close()
  await world.close()
  await rm(folder, { recursive: true, force: true })
})

const happen = (count: number) =>
  world.db.transaction(scopeOf(world.being('maya').actor), (tx) =>
    writeTraces(
      tx,
      { actor: world.being('maya').actor, at: world.clock.now() },
      Array.from({ length: count }, () => ({
        kind: 'read' as const,
        name: 'spec/look',
        subject: { type: 'nothing', id: null },
      })),
    ),
  )
const seal = () => sealDistrict(sealer, { districtId: world.districtId, clock: world.clock })
/**
 * Seals once nothing is left that could not be: a transaction of another database on the same server holds
 * back whatever began after it.
 */
async function sealWhenSettled() {
  const unsettled = `select 1 from audit_event where xact >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint limit 1`
  for (let tries = 0; (await world.admin.query(unsettled)).rows.length > 0; tries++) {
    if (tries === 200) throw new Error('The trail was not settled within ten seconds')
    await pause(50)
  }
  const link = await seal()
  if (link === undefined) throw new Error('Nothing was left to seal')
  return link
}

test('finished transactions are sealed in order, and an untouched trail verifies', async () => {
  const anchor = fileAnchor(join(folder, 'roots'))
  for (const count of [3, 5]) {
    await happen(count)
    const link = await sealWhenSettled()
    await anchor.publish(world.districtId, link)
  }
  expect(await seal()).toBeUndefined()
  expect(await verifyTrail(sealer, { anchored: await anchor.read(), now: world.clock.now() })).toEqual({
    seals: 2,
    findings: [],
    restores: [],
  })
})

const tamperings: [string, string, string][] = [
  [
    'a changed name',
    `update audit_event set name = 'spec/other' where id = (select max(id::text)::uuid from audit_event)`,
    'rows_changed',
  ],
  [
    'a removed row',
    `delete from audit_event where id =
      (select min(id::text)::uuid from audit_event where name = 'spec/look')`,
    'rows_changed',
  ],
  [
    'an inserted row',
    `insert into audit_event select district_id, gen_random_uuid(), at, xact, kind, name, person_id,
      assignment_id, role, partner_id, subject_type, subject_id, student_id, student_ids, detail
      from audit_event limit 1`,
    'rows_changed',
  ],
  [
    'a moved row',
    `update audit_event set xact = 1 where id = (select max(id::text)::uuid from audit_event)`,
    'rows_changed',
  ],
  [
    'a seal that was made anew',
    `update audit_seal set root = sha256('x') where number = 1`,
    'differs_from_anchor',
  ],
  ['a cut tail', `delete from audit_seal where number = 2`, 'missing_from_database'],
]
const putAside = `create table spec_events as select * from audit_event;
  create table spec_seals as select * from audit_seal`
const putBack = `truncate audit_event, audit_seal;
  insert into audit_event select * from spec_events;
  insert into audit_seal select * from spec_seals;
  drop table spec_events, spec_seals`

test.each(tamperings)('%s is found, even when the superuser did it', async (_, tampering, finding) => {
  const anchored = await fileAnchor(join(folder, 'roots')).read()
  await world.admin.query(putAside)
  await world.admin.query(tampering)
  const { findings } = await verifyTrail(sealer, { anchored, now: world.clock.now() })
  await world.admin.query(putBack)
  expect(findings.map(({ what }) => what)).toContain(finding)
})

test('nobody the application connects as can change or remove a row of the trail', async () => {
  const refusedTo = async (role: 'app' | 'sealer' | 'worker' | 'auth', text: string) => {
    const one = new Db({ ...world.login(role), max: 1 })
    const attempt = one.transaction({ districtId: world.districtId, side: 'system' }, (tx) =>
      tx.run({ name: '', text, values: [] }),
    )
    await expect(attempt).rejects.toThrow('permission denied')
    await one.close()
  }
  for (const role of ['app', 'sealer', 'worker', 'auth'] as const) {
    await refusedTo(role, `update audit_event set name = 'x'`)
    await refusedTo(role, 'delete from audit_event')
    await refusedTo(role, 'truncate audit_event')
  }
})

test('a seal that a stop caught on its way out is published later; more than one is not made up for', async () => {
  const anchor = fileAnchor(join(folder, 'caught'))
  const numbers = async () => (await anchor.read()).marks.map(({ number }) => number)
  const restarted = async () => {
    const log = (error: Error) => expect.fail(error.message)
    const notes = { removed: join(folder, 'removed'), takenBack: join(folder, 'taken-back') }
    await startSealing({ sealer, clock: world.clock, anchor, notes, log, every: 60_000 }).stop()
    return numbers()
  }
  const { rows } = await world.admin.query<{ last: number }>('select max(number) as last from audit_seal')
  const last = rows[0]?.last ?? 0
  expect(last).toBeGreaterThan(1)
  expect(await restarted(), 'several are missing').toEqual([])
  await happen(2)
  const link = await sealWhenSettled()
  await anchor.publish(world.districtId, link)
  await happen(1)
  const caught = await sealWhenSettled()
  expect(await restarted(), 'one is missing').toEqual([link.number, caught.number])
})
