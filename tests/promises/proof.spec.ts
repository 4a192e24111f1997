import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { issueToken } from '#access/issue-token.ts'
import { newId } from '#platform/ids.ts'
import type { App } from '#platform/http/app.ts'
import { proofField } from '#platform/http/proof.ts'
import { createServer } from '../../src/server.ts'
import { house } from '../../src/compose.ts'
import { assignmentId, cast } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { Browser } from '../support/browser.ts'
import { type Doorstep, doorstep } from '../support/doorstep.ts'

let door: Doorstep
let app: App
beforeAll(async () => {
  door = await doorstep()
  app = await createServer({
    house,
    door: door.door,
    db: door.db,
    clock: door.clock,
    assets: { href: (name) => `/assets/${name}`, folder: '', files: new Set() },
    dataDir: tmpdir(),
    demo: false,
    secure: false,
    log: ({ error }) => void door.errors.push(error),
  })
})
afterAll(async () => {
  await app.close()
  await door.close()
})

/** The privacy officer, whose last proof is so many minutes old while the session lives on. */
async function leilaAfter(minutes: number): Promise<Browser> {
  const browser = await door.signedIn('leila', new Browser(app, { secure: false }))
  for (let passed = 0; passed < minutes; passed += 10) {
    door.after(Math.min(10, minutes - passed))
    await browser.get('/today')
  }
  return browser
}
const end = `/people/${cast.karen.id}/end`
const paper = `/students/${families.kayla.id}/accounting?whole=yes`
const leftOn = async () =>
  (
    await door.admin.query<{ at: Date | null }>('select ended_at as at from person where id = $1', [
      cast.karen.id,
    ])
  ).rows[0]?.at

describe('What needs a fresh proof', () => {
  test('is done without a question for 15 minutes, and asks from then on', async () => {
    const soon = await leilaAfter(15)
    expect((await soon.get(paper)).statusCode).toBe(200)
    const late = await leilaAfter(16)
    const reply = await late.get(paper)
    expect([reply.statusCode, reply.headers.location]).toEqual([
      303,
      `/sign-in/again?${new URLSearchParams({ to: paper })}`,
    ])
    const back = await late.fill(reply.headers.location as string, { to: paper, code: door.codeOf('leila') })
    expect([back.statusCode, back.headers.location]).toEqual([303, paper])
    expect((await late.get(paper)).statusCode).toBe(200)
  })

  test('keeps a form that lacks it, and goes on with it once the code fits', async () => {
    const leila = await leilaAfter(16)
    await leila.get(end)
    const asked = await leila.send(end, { _key: newId(), note: 'Kept as it was' })
    expect(asked.statusCode).toBe(403)
    expect(leila.page).toContain('value="Kept as it was"')
    expect(leila.page).toContain(`name="${proofField}"`)
    expect(await leftOn()).toBeNull()

    const wrong = await leila.send(end, { _key: newId(), note: 'Kept as it was', [proofField]: '000000' })
    expect(wrong.statusCode).toBe(403)
    expect(leila.page).toContain('This code does not fit')
    expect(leila.page).toContain('value="Kept as it was"')
    expect(await leftOn()).toBeNull()

    const before = new Map(leila.cookies)
    const right = await leila.send(end, { _key: newId(), [proofField]: door.codeOf('leila') })
    expect(right.statusCode).toBe(303)
    expect(await leftOn()).not.toBeNull()
    expect(leila.cookies).not.toEqual(before)
    expect((await leila.get('/today')).statusCode).toBe(200)
  })

  test('is never done by a machine, which is told so', async () => {
    const { districtId, clock, db } = door
    const token = {
      districtId,
      assignmentId: assignmentId('leila'),
      label: 'Spec',
      days: 1,
      now: clock.now(),
    }
    const authorization = `Bearer ${await issueToken(db, token)}`
    const headers = { authorization, accept: 'application/json', 'idempotency-key': newId() }
    for (const asked of [
      { method: 'GET' as const, url: paper },
      { method: 'POST' as const, url: `/people/${cast.olive.id}/end`, payload: {} },
    ]) {
      const reply = await app.inject({ ...asked, headers })
      expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([403, 'proof_needed'])
    }
    expect(door.errors).toEqual([])
  })
})
