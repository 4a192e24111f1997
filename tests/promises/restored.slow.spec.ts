import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { openEpoch, signsOfCopy } from '#access/seal/epoch.ts'
import { sealDistrict, TrailBehind } from '#access/seal/sealer.ts'
import { takeBackAgain } from '#access/seal/taken-back.ts'
import { type CopiedStory, copiedStory } from '../support/copied-story.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

let told: CopiedStory
beforeAll(async () => {
  told = await copiedStory(inject('server'))
})
afterAll(() => told.close())

const found = async () => [...new Set((await told.verify(told.second)).findings.map(({ what }) => what))]

test('before the copy took its place, the trail was whole and nothing that was taken back was in force', async () => {
  expect((await told.verify(told.first)).findings).toEqual([])
  expect(await told.inForceIn(told.first.admin)).toEqual([])
})

test('a copy in a new server is known for one, and nothing new of it would be sealed as it stands', async () => {
  const { second, districtId, clock } = told
  expect(await told.inForceIn(second.admin)).toEqual(told.everything)
  expect(await signsOfCopy(second.sealer, await told.readRoots())).toMatchObject({
    otherServer: true,
    placesTaken: true,
    missing: [{ afterSeal: told.copied, givenUp: told.sealed }],
  })
  const { rows: before } = await second.admin.query<{ id: string }>('select id from audit_event')
  await told.happen(second, 4)
  expect(await sealDistrict(second.sealer, { districtId, clock })).toBeUndefined()
  await expect(told.seal(second)).rejects.toThrow(TrailBehind)
  const earlier = before.map(({ id }) => id)
  const undone = await second.admin.query('delete from audit_event where id <> all($1)', [earlier])
  expect(undone.rowCount).toBe(4)
})

test('it goes on in an epoch of its own, which the trail and the file outside both tell of', async () => {
  const { second, copyAdmin, now, copied, sealed } = told
  const anchored = await told.readRoots()
  const [opened] = await openEpoch(copyAdmin, { sealer: second.sealer, anchored, now })
  expect(opened).toMatchObject({ epoch: 2, afterSeal: told.copied, givenUp: told.sealed })
  expect(await signsOfCopy(second.sealer, anchored)).toBeUndefined()
  await told.happen(second, 4)
  await told.seal(second)
  await told.happen(second, 1)
  await told.seal(second)
  const { rows } = await second.admin.query('select number from audit_seal order by number')
  expect(rows.map(({ number }) => Number(number))).toEqual([
    ...Array.from({ length: copied }, (_, at) => at + 1),
    sealed + 1,
    sealed + 2,
  ])
  expect(await told.verify(second)).toEqual({ seals: copied + 2, findings: [], restores: [opened] })
})

test('what was taken back since the copy is taken back again, once', async () => {
  const { second, copyAdmin, notes } = told
  const said = await takeBackAgain(copyAdmin, notes.takenBack, { only: 'say' })
  expect(await told.inForceIn(second.admin)).toEqual(told.everything)
  const again = await takeBackAgain(copyAdmin, notes.takenBack)
  expect(again).toEqual(said)
  expect(again.done).toMatchObject({ 'consent.revoked': 1, 'access.blocked': 1, 'hold.placed': 1 })
  expect(await told.inForceIn(second.admin)).toEqual([])
  expect(await takeBackAgain(copyAdmin, notes.takenBack)).toEqual({ done: {}, toLookAt: {} })
  await told.seal(second)
  expect((await told.verify(told.second)).findings).toEqual([])
})

test('a trace of another server counts for no change in this one', async () => {
  const { admin } = told.second
  const { rows } = await admin.query<{ id: string }>(
    `select subject_id as id from audit_event where name = 'access.blocked' limit 1`,
  )
  const block = [rows[0]?.id]
  const asElsewhere = `update audit_event set xact = pg_current_xact_id()::text::bigint where subject_id = $1`
  const lifted = `update access_block set lifted_at = now(), lifted_because = 'set_by_mistake', lifted_by = set_by where id = $1`
  await admin.query('begin')
  await admin.query(asElsewhere, block)
  await admin.query(lifted, block)
  await expect(admin.query('commit')).rejects.toThrow('left no trace')
  expect((await told.verify(told.second)).findings).toEqual([])
})

const putAside = `create table spec_events as select * from audit_event; create table spec_seals as select * from audit_seal`
const putBack = `truncate audit_event, audit_seal; insert into audit_event select * from spec_events;
  insert into audit_seal select * from spec_seals; drop table spec_events, spec_seals`
const tamperings: [string, string, string][] = [
  [
    'a row from before the copy',
    `update audit_event set role = 'x' where xact = (select min(xact) from audit_event)`,
    'rows_changed',
  ],
  [
    'a row from after it',
    `delete from audit_event where xact = (select max(xact) from audit_event)`,
    'rows_changed',
  ],
  [
    'the end of the trail',
    `delete from audit_seal where number = (select max(number) from audit_seal);
     delete from audit_event where xact >= (select max(until_xact) from audit_seal)`,
    'missing_from_database',
  ],
  [
    'what was given up',
    `update audit_event set detail = detail || '{"givenUp": 400}' where name = 'trail.restored'`,
    'restore_on_one_side',
  ],
]
test.each(tamperings)('%s is found when somebody changed it', async (_, tampering, finding) => {
  const { admin } = told.second
  await admin.query(putAside)
  await admin.query(tampering)
  const whats = await found()
  await admin.query(putBack)
  expect(whats).toContain(finding)
  expect(await found()).toEqual([])
})

test('a file that does not tell of the copy is found, and so is one that tells of another', async () => {
  const { rootsPath: path, districtId } = told
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '')
  const without = lines.filter((line) => !line.includes('afterSeal'))
  expect(lines.length - without.length).toBe(1)
  await writeFile(path, `${without.join('\n')}\n`)
  expect(await found()).toEqual(expect.arrayContaining(['restore_on_one_side', 'missing_from_database']))
  const invented = JSON.stringify({
    districtId,
    epoch: 3,
    afterSeal: told.sealed + 2,
    givenUp: told.sealed + 6,
  })
  await writeFile(path, `${[...lines, invented].join('\n')}\n`)
  expect(await found()).toEqual(['restore_on_one_side'])
  await writeFile(path, `${lines.join('\n')}\n`)
  expect(await found()).toEqual([])
})

test('the same copy put back a second time gives up what came between, and says so', async () => {
  const { second, copyAdmin, notes, now } = told
  await told.load()
  const anchored = await told.readRoots()
  expect((await signsOfCopy(second.sealer, anchored))?.missing).toMatchObject([{ afterSeal: told.copied }])
  const [opened] = await openEpoch(copyAdmin, { sealer: second.sealer, anchored, now })
  await takeBackAgain(copyAdmin, notes.takenBack)
  expect(await told.inForceIn(second.admin)).toEqual([])
  await told.seal(second)
  const { findings, restores } = await told.verify(second)
  expect(findings).toEqual([])
  expect(restores).toEqual([opened])
})
