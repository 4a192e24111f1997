import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { newId } from '#platform/ids.ts'
import {
  type CareStory,
  careStory,
  newSigningKey,
  ofSofia,
  type SignedWith,
} from '#tests/support/care-story.ts'
import { registerSigningKey } from './register-key.ts'
import { revokeSigningKey } from './revoke-key.ts'
import { publicKeyIn, signatureWindow } from './signature.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let story: CareStory
beforeAll(async () => {
  story = await careStory()
})
afterAll(() => story.close())

const kept = async () => (await story.rows<{ n: number }>('select count(*)::int as n from care_notice'))[0]?.n
/** Why signed notices were refused so far, as the trail says it, with the desk. */
const refusals = async () =>
  (
    await story.rows<{ because: string; desk: string }>(
      `select detail -> 'because' ->> 0 as because, subject_id as desk from audit_event
       where kind = 'refusal' and name = 'carenotices/receive-signed' order by at, id`,
    )
  ).map(({ because, desk }) => [because, desk])
const registered = async (careSenderId = story.careSenderId): Promise<SignedWith> => {
  const { pem, secret } = newSigningKey()
  const given = { careSenderId, publicKey: pem }
  const { signingKeyId } = story.must(await registerSigningKey.perform(story.being('yolanda'), given))
  return { keyId: signingKeyId, secret }
}

/** Sends, and expects that nothing is taken and that the trail says why. */
async function isRefused(how: Parameters<CareStory['sends']>[1], because: string) {
  const [notices, before] = [await kept(), (await refusals()).length]
  const { status, body } = await story.sends(ofSofia, how)
  expect([status, (body['because'] as { code: string }[] | undefined)?.map(({ code }) => code)]).toEqual([
    401,
    [because],
  ])
  expect(await kept()).toBe(notices)
  expect((await refusals()).slice(before)).toEqual([[because, story.careSenderId]])
}

describe('What a machine of a desk signs', () => {
  test('is taken as it was signed, and turned away altered, in the body or the address', async () => {
    expect((await story.sends(ofSofia)).status).toBe(200)
    await isRefused({ sentBody: JSON.stringify({ ...ofSofia, name: 'Theo Brandt' }) }, 'signature_wrong')
    await isRefused({ sentBody: `${JSON.stringify(ofSofia)} ` }, 'signature_wrong')
    await isRefused({ sentBody: 'not even { JSON' }, 'signature_wrong')
  })

  test('is turned away under a key that is not registered, or another one than it names', async () => {
    const [stranger, before] = [{ keyId: newId(), secret: newSigningKey().secret }, await kept()]
    await isRefused({ key: stranger }, 'key_unknown')
    await isRefused({ key: { keyId: story.signing.keyId, secret: stranger.secret } }, 'signature_wrong')
    expect(await kept()).toBe(before)
  })

  test('is turned away with a time that is off by more than five minutes, either way', async () => {
    const at = (off: number) => new Date(story.clock.now().getTime() + off)
    expect((await story.sends(ofSofia, { time: at(-signatureWindow) })).status).toBe(200)
    await isRefused({ time: at(-signatureWindow - 1000) }, 'time_off')
    await isRefused({ time: at(signatureWindow + 1000) }, 'time_off')
  })

  test('is taken once: the same again is a replay, also with the key of a repeated request', async () => {
    const nonce = newId()
    const time = story.clock.now()
    expect((await story.sends(ofSofia, { nonce, time })).status).toBe(200)
    await isRefused({ nonce, time }, 'replayed')
    story.clock.set(new Date(time.getTime() + 60_000))
    await isRefused({ nonce }, 'replayed')
  })

  test('is turned away once its key was revoked, while the next key goes on without a gap', async () => {
    const next = await registered()
    expect((await story.sends(ofSofia)).status).toBe(200)
    expect((await story.sends(ofSofia, { key: next })).status).toBe(200)
    const revoked = { signingKeyId: story.signing.keyId }
    story.must(await revokeSigningKey.perform(story.being('leila'), revoked))
    await isRefused({}, 'key_unknown')
    expect((await story.sends(ofSofia, { key: next })).status).toBe(200)
    expect(
      await story.trailOf("name like 'care_signing_key.%' and subject_id = $1", [story.signing.keyId]),
    ).toEqual([
      expect.objectContaining({ name: 'care_signing_key.registered' }),
      expect.objectContaining({ name: 'care_signing_key.revoked' }),
    ])
  })

  test('is registered by who keeps agreements, as an Ed25519 key, once', async () => {
    const { pem } = newSigningKey()
    const register = (publicKey: string) =>
      registerSigningKey.perform(story.being('yolanda'), { careSenderId: story.careSenderId, publicKey })
    const rsa = '-----BEGIN PUBLIC KEY-----\nMFwwDQYJKoZIhvcNAQEBBQADSwAwSAJB\n-----END PUBLIC KEY-----'
    await expect(register(rsa)).rejects.toMatchObject({ code: 'not_valid' })
    story.must(await register(pem))
    expect(await register(pem)).toEqual({ done: false, because: ['registered_already'] })
    const page = await story.pages.get('yolanda', `/handle-with-care/desks/${story.careSenderId}/signing`)
    expect(page.html).toContain('under Signed notices')
    expect(page.html).toContain(story.url)
    fc.assert(fc.property(fc.string(), (pasted) => publicKeyIn(pasted) === undefined))
    expect(publicKeyIn(pem)).toBe(publicKeyIn(publicKeyIn(pem) as string))
  })

  test('is sent by the example of the documentation, as it stands there', async () => {
    const key = await registered()
    const folder = await mkdtemp(join(tmpdir(), 'tl-signed-'))
    const doc = await readFile(
      fileURLToPath(new URL('../../docs/signed-notices.md', import.meta.url)),
      'utf8',
    )
    const script = /```js\n([\s\S]*?)```/.exec(doc)?.[1] ?? ''
    await writeFile(join(folder, 'send.mjs'), script)
    await writeFile(join(folder, 'desk.key'), key.secret.export({ type: 'pkcs8', format: 'pem' }))
    const site = await story.pages.app.listen({ port: 0, host: '127.0.0.1' })
    const env = {
      ...process.env,
      NOTICE_URL: `${site}${story.url}`,
      NOTICE_KEY_ID: key.keyId,
      NOTICE_KEY_FILE: join(folder, 'desk.key'),
      NOTICE_TIME: story.clock.now().toISOString(),
    }
    const sent = [join(folder, 'send.mjs'), ofSofia.name, ofSofia.grade, ofSofia.schoolId]
    const { stdout } = await promisify(execFile)(process.execPath, sent, { env })
    expect(stdout).toMatch(/^200 \{"receipt":"HWC-[A-Z2-9]{4}-[A-Z2-9]{4}"/)
    await rm(folder, { recursive: true })
  })
})
