import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { noteRemovals, removalsUnder, replayRemovals } from '#access/seal/removals.ts'
import { openSealer, sealDistrict } from '#access/seal/sealer.ts'
import { addRetentionRule } from '#records/add-retention-rule.ts'
import { askLifting } from '#records/ask-lifting.ts'
import { carryOutRemoval } from '#records/carry-out-removal.ts'
import { liftHold } from '#records/lift-hold.ts'
import { proposeRemoval } from '#records/propose-removal.ts'
import { recordClasses } from '#records/request.ts'
import { families } from '../riverside/families.ts'
import { type OwnIdsStory, ownIdsStory } from '../support/own-ids-story.ts'
import { pagesOf } from '../support/pages.ts'
import { adminConfig, asAdmin } from '../support/server.ts'
import { visitsTo } from '../support/visits.ts'
import { foundIn, openRaw } from '../support/whole-database.ts'
import { keysAround, namesLeft, sealedLeft } from './left-of-student.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const child = families.sofia
const copy = `spec_copy_${process.pid}`
let story: OwnIdsStory
let database: string
let raw: pg.Client
let folder: string
beforeAll(async () => {
  story = await ownIdsStory()
  folder = await mkdtemp(join(tmpdir(), 'tl-removed-'))
  database = story.admin.database ?? ''
  await story.admin.query(
    `begin; set local session_replication_role = replica; update student set left_on = '2015-06-10' where id = '${child.id}'; commit`,
  )
  story.admin.on('error', () => undefined)
  await asAdmin(inject('server'), 'postgres', async (client) => {
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
      database,
    ])
    await client.query(`create database ${copy} template ${database} strategy file_copy`)
  })
  raw = await openRaw(database)
})
afterAll(async () => {
  await raw.end()
  await story.db.close()
  await asAdmin(inject('server'), 'postgres', async (client) => {
    for (const name of [copy, database]) await client.query(`drop database if exists ${name} with (force)`)
  })
  await rm(folder, { recursive: true, force: true })
})

const namesOf = (client: pg.Client) => namesLeft(client, child.id)
const sealedOf = (client: pg.Client, tables?: readonly string[]) => sealedLeft(client, child.id, tables)
const schedule = async () => {
  const rule = { years: '7', source: 'A law', inForceFrom: '2026-09-01' }
  for (const recordClass of recordClasses)
    story.must(await addRetentionRule.perform(story.being('leila'), { ...rule, recordClass }))
}
const propose = async (recordClass: string) =>
  story.must(await proposeRemoval.perform(story.being('leila'), { recordClass })).removalId
const carryOut = (removalId: string, key: 'leila' | 'yolanda' = 'yolanda') =>
  carryOutRemoval.perform(story.being(key), { removalId })
const traces = async (client: pg.Client) =>
  (
    await client.query<{ student_id: string; detail: { keys?: string[]; recordClass: string } }>(
      `select student_id, detail from audit_event where name = 'records.removed' order by at, id`,
    )
  ).rows

describe('What is removed', () => {
  test('is nothing without a rule, a proposal, and somebody else who agrees; and a hold wins [R153]', async () => {
    const { being, must, own } = story
    const proposed = () => proposeRemoval.perform(being('leila'), { recordClass: 'student' })
    expect(await proposed()).toEqual({ done: false, because: ['nothing_due'] })
    await schedule()
    expect(await proposed(), 'held').toEqual({ done: false, because: ['nothing_due'] })
    const hold = { studentId: child.id, holdId: own.holdId }
    must(await askLifting.perform(being('leila'), hold))
    must(await liftHold.perform(being('yolanda'), hold))
    const removalId = await propose('student')
    expect(await carryOut(removalId, 'leila')).toEqual({ done: false, because: ['proposed_by_you'] })
    await raw.query(
      'set session_replication_role = replica; update legal_hold set lifted_by = null, lifted_at = null',
    )
    expect(await carryOut(removalId), 'held since').toEqual({ done: false, because: ['nothing_due_now'] })
    await raw.query(
      `update legal_hold set lifted_by = '${being('yolanda').actor.personId}', lifted_at = now()`,
    )
    await raw.query('reset session_replication_role')
    expect(await traces(raw)).toEqual([])
    expect((await sealedOf(raw)).length).toBeGreaterThan(10)
  })

  test('is asked of the database again: the role that serves removes nothing nobody agreed to', async () => {
    const removalId = await propose('concern')
    const serving = new pg.Client(story.login('app'))
    await serving.connect()
    const inside = `begin; select set_config('app.district_id', '${story.districtId}', true), set_config('app.side', 'school', true)`
    try {
      await serving.query(inside)
      const asked = `select * from house.remove_records('${removalId}', '2026-10-13T20:30:00Z')`
      expect((await serving.query(asked)).rows).toEqual([])
      for (const forbidden of [
        `select * from house.remove_of('${story.districtId}', '${child.id}', 'student')`,
        `update consent set grantor_name = 'removed'`,
        `update data_key set wrapped = ''`,
        'set local role throughline_remover',
      ]) {
        await expect(serving.query(forbidden), forbidden).rejects.toThrow('permission denied')
        await serving.query('rollback')
        await serving.query(inside)
      }
    } finally {
      await serving.end()
    }
  })

  test('goes class by class: of the others everything stays', async () => {
    const tables = ['concern', 'concern_question', 'triage_decision']
    expect(await sealedOf(raw, tables)).not.toEqual([])
    const before = await sealedOf(raw)
    story.must(await carryOut(await propose('concern')))
    expect(await sealedOf(raw, tables)).toEqual([])
    expect(await sealedOf(raw)).toEqual(before.filter((place) => !tables.includes(place.split('.')[0] ?? '')))
    expect((await namesOf(raw)).length).toBeGreaterThan(2)
    expect(await proposeRemoval.perform(story.being('leila'), { recordClass: 'concern' })).toEqual({
      done: false,
      because: ['nothing_due'],
    })
  })

  test('with the whole record leaves no name, text or key in any table, and a certificate in the trail', async () => {
    const names = await namesOf(raw)
    const keys = await keysAround(raw, child.id)
    expect(keys.length).toBeGreaterThan(0)
    expect(await foundIn(raw, names)).not.toEqual([])
    story.must(await carryOut(await propose('student')))
    expect(await foundIn(raw, names)).toEqual([])
    expect(await sealedOf(raw)).toEqual([])
    const certificate = (await traces(raw)).at(-1)
    expect(certificate).toMatchObject({ student_id: child.id, detail: { recordClass: 'student' } })
    expect(certificate?.detail.keys?.toSorted()).toEqual(keys.toSorted())
    const left = `select distinct wrapped from data_key where id = any ($1)`
    const { rows } = await raw.query(left, [keys])
    expect(rows).toEqual([{ wrapped: Buffer.alloc(0) }])
  })

  test('reads as removed on every page, for everybody, and breaks none', async () => {
    // A text that was sealed under the destroyed key at that moment lies there still, and opens to nothing.
    const { rows } = await raw.query<{ id: string }>(
      `select id from data_key where owner_id = '${child.id}' limit 1`,
    )
    const under = Buffer.concat([
      Buffer.of(1),
      Buffer.from(rows[0]?.id.replaceAll('-', '') ?? '', 'hex'),
      Buffer.alloc(40),
    ])
    await raw.query(
      `set session_replication_role = replica; update brief_support set focus = 's1.${under.toString('base64url')}' where student_id = '${child.id}'`,
    )
    const pages = await pagesOf(story)
    const broken: string[] = []
    let removed = 0
    for (const { key, url } of visitsTo(story)) {
      const { status, html } = await pages.get(key, url)
      if (status >= 500) broken.push(`${url} as ${key}: ${status}`)
      if (html.includes('removed')) removed += 1
    }
    await pages.close()
    expect([broken, pages.broken.map(({ message }) => message)]).toEqual([[], []])
    expect(removed).toBeGreaterThan(5)
  })

  test('is removed again in a copy from before, as it is noted outside the database', async () => {
    const path = join(folder, 'removed.jsonl')
    const sealer = openSealer(story.login('sealer'))
    const seal = await sealDistrict(sealer, { districtId: story.districtId, clock: story.clock })
    if (seal === undefined) throw new Error('Nothing was sealed')
    await noteRemovals(path, await removalsUnder(sealer, story.districtId, seal))
    await sealer.close()
    const admin = adminConfig(inject('server'), copy)
    const client = await openRaw(copy)
    try {
      const names = await namesOf(client)
      expect(names.length).toBeGreaterThan(2)
      expect(await sealedOf(client)).not.toEqual([])
      expect(await replayRemovals(admin, path)).toBe(2)
      expect(await foundIn(client, names)).toEqual([])
      expect(await sealedOf(client)).toEqual([])
      expect(await replayRemovals(admin, path)).toBe(0)
      expect(await replayRemovals(adminConfig(inject('server'), database), path)).toBe(0)
    } finally {
      await client.end()
    }
  })
})
