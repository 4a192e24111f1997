import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { doorstep, type Doorstep } from '#tests/support/doorstep.ts'
import { newId } from '#platform/ids.ts'
import { createToken } from './create-token.ts'
import { revokeToken } from './revoke-token.ts'
import { newToken, readBearer } from './token.ts'

let house: Doorstep
beforeAll(async () => {
  house = await doorstep()
})
afterAll(() => house.close())

async function made(days = 30) {
  const { id, text, hash } = newToken(newId())
  const asked = { tokenId: id, secretHash: hash.toString('hex'), label: 'Nightly roster', days }
  expect(await createToken.perform(house.being('ben'), asked)).toMatchObject({ done: true })
  return { id, text }
}

async function whoWith(authorization: string) {
  const reply = await house.app.inject({ method: 'GET', url: '/who', headers: { authorization } })
  return reply.json<{ nobody?: true; actor?: { name: string; role: string }; byCookie?: boolean }>()
}

/** The part of a token that nobody may find again. It may itself contain the mark that parts a token. */
const secretOf = (text: string): string => text.split('_').slice(2).join('_')

describe('A bearer token', () => {
  test('acts in the one assignment it was made in, by one query', async () => {
    const { text } = await made()
    expect(text).toMatch(/^tl_[0-9a-f-]{36}_[\w-]{43}$/)
    const { pool } = house.db
    const query = pool.query.bind(pool)
    let asked = 0
    pool.query = ((...given: Parameters<typeof query>) => {
      asked += 1
      return query(...given)
    }) as typeof pool.query
    expect(await whoWith(`Bearer ${text}`)).toMatchObject({
      actor: { name: 'Ben Osei', role: 'roster_manager' },
      byCookie: false,
    })
    pool.query = query
    expect(asked).toBe(1)
  })

  test('with any other secret, or in any other dress, is nobody', async () => {
    const { id, text } = await made()
    const other = newToken(id).text
    for (const header of [
      `Bearer ${other}`,
      `Bearer ${text}x`,
      `Basic ${text}`,
      text,
      'Bearer',
      `Bearer tl_${id}_`,
      'Bearer tl__',
    ]) {
      expect(await whoWith(header)).toEqual({ nobody: true })
    }
    expect(readBearer(`bearer ${text}`)?.id).toBe(id)
  })

  test('is kept as a hash', async () => {
    const { id, text } = await made()
    const { rows } = await house.admin.query<{ all: string }>(
      `select (select t::text from access_token t where id = $1) || (select json_agg(e)::text from audit_event e) as all`,
      [id],
    )
    expect(rows[0]?.all).toContain(id)
    expect(rows[0]?.all).not.toContain(secretOf(text))
  })

  test('stops when it is revoked, when its day comes, and when its person leaves', async () => {
    const revoked = await made()
    const { id, text } = await made(1)
    expect(await revokeToken.perform(house.being('ben'), { tokenId: revoked.id })).toMatchObject({
      done: true,
    })
    expect(await whoWith(`Bearer ${revoked.text}`)).toEqual({ nobody: true })
    expect(await revokeToken.perform(house.being('ben'), { tokenId: revoked.id })).toEqual({
      done: false,
      because: ['already_revoked'],
    })

    expect((await whoWith(`Bearer ${text}`)).actor?.name).toBe('Ben Osei')
    house.after(24 * 60 + 1)
    expect(await whoWith(`Bearer ${text}`)).toEqual({ nobody: true })
    expect(id).not.toBe(revoked.id)

    const last = await made()
    await house.admin.query('begin; set local session_replication_role = replica')
    await house.admin.query('update person set ended_at = $1 where id = $2', [house.clock.now(), cast.ben.id])
    await house.admin.query('commit')
    expect(await whoWith(`Bearer ${last.text}`)).toEqual({ nobody: true })
  })

  test('is revoked by its maker or the privacy officer, and by nobody else', async () => {
    const { id } = await made()
    await expect(revokeToken.perform(house.being('yolanda'), { tokenId: id })).rejects.toMatchObject({
      code: 'not_allowed',
    })
    await expect(revokeToken.perform(house.being('maya'), { tokenId: id })).rejects.toMatchObject({
      code: 'not_allowed',
    })
    expect(await revokeToken.perform(house.being('leila'), { tokenId: id })).toMatchObject({ done: true })
    expect(await house.trail()).toEqual(
      expect.arrayContaining([
        'roster_manager: access_token.created',
        'privacy_officer: access_token.revoked',
      ]),
    )
  })

  test('is made on one’s own account page, and shown once', async () => {
    const browser = await house.signedIn('yolanda')
    await browser.get('/account')
    expect((await browser.send('/account/tokens', { label: '', days: '30' })).statusCode).toBe(422)
    expect(browser.page).toContain('Say what it is for')
    const page = await browser.send('/account/tokens', { label: 'Board report', days: '30' })
    const text = /<code>(tl_[^<]+)<\/code>/.exec(page.body)?.[1] ?? ''
    expect((await whoWith(`Bearer ${text}`)).actor).toMatchObject({
      name: 'Yolanda Price',
      role: 'district_head',
    })
    const account = (await browser.get('/account')).body
    expect(account).toContain('Board report')
    expect(account).not.toContain(secretOf(text))
    const address = /action="(\/account\/tokens\/[^"]+)"/.exec(account)?.[1] ?? ''
    expect((await browser.send(address, {})).statusCode).toBe(303)
    expect(await whoWith(`Bearer ${text}`)).toEqual({ nobody: true })
  })

  test('is not offered to those who make none', async () => {
    const browser = await house.signedIn('maya')
    expect((await browser.get('/account')).body).not.toContain('Tokens for machines')
    expect((await browser.send('/account/tokens', { label: 'x', days: '3' })).statusCode).toBe(403)
  })
})
