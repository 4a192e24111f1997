import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { h } from 'preact'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openForm, shellOf } from '#access/shell.ts'
import { createApp, type App } from '#platform/http/app.ts'
import { mount } from '#platform/http/mount.ts'
import { newId } from '#platform/ids.ts'
import { sampleRoster } from '#tests/riverside/oneroster-sample.ts'
import type { CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { multipartForm } from '#tests/support/multipart.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { rosterJobs } from './jobs.ts'
import { resources, screens } from './screens/addresses.ts'
import { rosterUpload } from './screens/upload.ts'
let world: World
let app: App
let dataDir: string
let who: CastKey = 'ben'
const token = 'the token of this session'

beforeAll(async () => {
  world = await riverside()
  dataDir = await mkdtemp(join(tmpdir(), 'upload-'))
  const problemPage = (problem: { code: string }) => h('p', {}, problem.code)
  app = await createApp({ secure: false, log: () => undefined, problemPage })
  const assets = { css: '' }
  const parts = { assets, demo: true, assignments: [], actor: undefined, nav: [], csrf: openForm }
  const visit = async () => ({
    doer: world.being(who),
    role: 'roster_manager',
    language: 'en' as const,
    byCookie: true,
    ownsForm: (csrf: string | undefined) => csrf === token,
    shell: async (page: { title: string }) => shellOf(page, { ...parts, language: 'en' }),
  })
  mount(app, { screens, resources, visit })
  await app.register(rosterUpload({ visit, dataDir }))
})
afterAll(async () => {
  await app.close()
  await world.close()
  await rm(dataDir, { recursive: true })
})

type Form = {
  csrf?: string
  key?: string
  name?: string
  file?: Buffer
  'sec-fetch-site'?: string
  accept?: string
}

const browsing = {
  'sec-fetch-site': 'same-origin',
  origin: 'http://localhost',
  host: 'localhost',
  accept: 'text/html',
}

/** Sends the form as a browser does. */
function upload({ csrf = token, key = newId(), name = 'roster.zip', file, ...headers }: Form) {
  const part = {
    field: 'file',
    name: file === undefined ? '' : name,
    type: 'application/zip',
    bytes: file ?? Buffer.alloc(0),
  }
  const { payload, contentType } = multipartForm({ _csrf: csrf, _key: key }, part)
  const said = { ...browsing, ...headers, 'content-type': contentType }
  return app.inject({ method: 'POST', url: '/roster/imports', headers: said, payload })
}
const press = (path: string, typed: Record<string, string> = {}) => {
  const headers = { ...browsing, 'content-type': 'application/x-www-form-urlencoded' }
  const payload = new URLSearchParams({ _csrf: token, _key: newId(), ...typed }).toString()
  return app.inject({ method: 'POST', url: path, headers, payload })
}
const page = async (path: string) => (await app.inject({ url: path, headers: { accept: 'text/html' } })).body
const imports = async () =>
  (
    await world.admin.query<{ id: string; state: string }>(
      'select id, state from roster_import order by made_at, id',
    )
  ).rows

/** What the job runner would do: takes what waits, and does it. */
async function work() {
  const { rows } = await world.admin.query<{ task: string; payload: { district_id: string } }>(
    `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t where t.id = j.task_id
     returning t.identifier as task, j.payload`,
  )
  for (const { task, payload } of rows) {
    const job = rosterJobs.find(({ name }) => name === task)
    await job?.run(world.asSystem(world.districtId), payload)
    await job?.run(world.asSystem(world.districtId), payload)
  }
  return rows.map(({ task }) => task)
}

describe('Uploading a roster', () => {
  test('it is read, looked at, applied, and then forgotten', async () => {
    const sent = await upload({ file: sampleRoster() })
    expect(sent.statusCode).toBe(303)
    const path = String(sent.headers.location)
    expect(await page(path)).toContain('Being read')
    expect((await press(`${path}/application`)).statusCode).toBe(409)
    expect(await work()).toEqual(['people/read-roster'])
    const preview = await page(path)
    expect(preview).toContain('Apply this roster')
    for (const html of [preview, await page('/roster')]) expect(html).toMatch(/Tue\sOct\s13, \d\d:\d\d/)
    expect((await press('/roster/imports/abc/application')).statusCode).toBe(404)
    expect((await world.admin.query(`select 1 from student where source_id = 'leo'`)).rows).toEqual([])

    const ending = String(Object.keys(families).length)
    expect(preview).toContain(`${ending} of the ${ending} students who are at a school here would leave`)
    expect((await press(`${path}/application`, { ending: '2' })).body).toContain('not how many would leave')
    expect((await press(`${path}/application`, { ending })).statusCode).toBe(303)
    expect(await work()).toEqual(['people/apply-roster'])
    expect(await page(path)).toContain('What it changed')
    expect((await world.admin.query(`select 1 from student where source_id = 'leo'`)).rows).toHaveLength(1)
    expect((await world.admin.query('select 1 from roster_part')).rows).toEqual([])
    expect(await readdir(dataDir)).toEqual([])
    const trail = await world.trail()
    expect(trail).toEqual(
      expect.arrayContaining([
        'roster_manager: roster.received',
        'system: roster.previewed',
        'roster_manager: roster.applying',
        'system: roster.applied',
      ]),
    )
  })

  test('a discarded one changes nothing and cannot be applied any more', async () => {
    const { location } = (await upload({ file: sampleRoster(), name: 'second.zip' })).headers
    await work()
    expect(await page(String(location))).toContain('The same file was applied')
    expect((await press(`${location}/discard`)).statusCode).toBe(303)
    const late = await press(`${location}/application`)
    expect(late.statusCode).toBe(409)
    expect(late.body).toContain('waits for nobody')
    expect((await world.admin.query('select 1 from roster_part')).rows).toEqual([])
  })

  test('a file that is no roster says why, and what to do, and nothing changed [R368]', async () => {
    const { location } = (await upload({ file: Buffer.from('PK but no zip') })).headers
    await work()
    const body = await page(String(location))
    expect(body).toContain('This file was refused, and nothing changed.')
    expect(body).toContain('Export the roster again')
    const importId = String(location).split('/').at(-1)
    expect(await imports()).toContainEqual({ id: importId, state: 'refused' })
  })

  test('sent twice with one key, it comes in once', async () => {
    const key = newId()
    const before = (await imports()).length
    const answers = await Promise.all([
      upload({ key, file: sampleRoster() }),
      upload({ key, file: sampleRoster() }),
    ])
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1)
    expect(await imports()).toHaveLength(before + 1)
    expect((await upload({ key, file: Buffer.from('another file') })).statusCode).toBe(422)
  })

  test('without a file it asks for one, beside the field', async () => {
    const answer = await upload({})
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Choose a file')
    expect(await readdir(dataDir)).toEqual([])
  })

  test('a form of another session or another site is refused before its file is kept', async () => {
    const before = (await imports()).length
    expect((await upload({ csrf: 'of another session', file: sampleRoster() })).statusCode).toBe(403)
    expect((await upload({ 'sec-fetch-site': 'cross-site', file: sampleRoster() })).statusCode).toBe(403)
    expect((await upload({ key: 'no key', file: sampleRoster() })).statusCode).toBe(400)
    expect(await imports()).toHaveLength(before)
  })

  test('nobody but the roster manager may, and the attempt is on record', async () => {
    const before = (await imports()).length
    who = 'maya'
    expect((await upload({ file: sampleRoster() })).statusCode).toBe(403)
    expect((await app.inject({ url: '/roster', headers: { accept: 'text/html' } })).statusCode).toBe(403)
    who = 'ben'
    expect(await imports()).toHaveLength(before)
    expect(await world.trail('refusal')).toContain('navigator: people/receive-roster')
  })

  test('a machine sends it and is answered in its own language', async () => {
    const answer = await upload({ file: sampleRoster(), accept: 'application/json' })
    expect(answer.statusCode).toBe(200)
    expect((await imports()).map(({ id }) => id)).toContain(answer.json().importId)
  })
})
