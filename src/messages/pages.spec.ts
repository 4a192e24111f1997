import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startIncident } from '#crisis/start-incident.ts'
import { textSignature } from '#platform/text-signature.ts'
import { textsFrom } from '#platform/texts.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { riversideId } from '#tests/riverside/places.ts'
import { fieldsOf } from '#tests/support/fields.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { keptMail, type Posting, postingOf } from '#tests/support/posting.ts'
import { triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { Unsent } from '#platform/unsent.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const url = 'https://riverside.example'
const token = 'a token'
const texts = textsFrom({
  gateway: { url: 'http://localhost:1', account: 'AC1', token, from: '+12065550100' },
  folder: '/nowhere',
  secret: 'specs',
  country: '1',
})

let story: TriageStory
let pages: Awaited<ReturnType<typeof pagesOf>>
let posting: Posting
let mood: 'takes' | 'refuses' = 'takes'
beforeAll(async () => {
  story = await triageStory()
  pages = await pagesOf(story, undefined, { texts: { texts, url } })
  const mail = keptMail()
  const send = async (message: Parameters<typeof mail.send>[0]) => {
    if (mood === 'refuses') throw new Unsent('refused', '550')
    return mail.send(message)
  }
  posting = postingOf(story, { mail: { ...mail, send } })
})
afterAll(async () => {
  await pages.close()
  await story.close()
})

/** What the gateway tells, signed as it signs. */
async function tell(path: string, fields: Record<string, string>, signedWith = token) {
  const reply = await pages.app.inject({
    method: 'POST',
    url: path,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': textSignature({ url: `${url}${path}`, fields, token: signedWith }),
    },
    payload: new URLSearchParams(fields).toString(),
  })
  return reply.statusCode
}

describe('The page of messages', () => {
  test('shows what somebody was told, read and not, and names nobody', async () => {
    const { incidentId } = story.must(
      await startIncident.perform(story.being('joan'), { studentId: families.sofia.id }),
    )
    const { html } = await pages.get('ruth', '/messages')
    expect(html).toContain(`href="/crisis/incidents/${incidentId}"`)
    expect(html).not.toMatch(/Sofia|Delgado/)
    const reading = /action="(\/messages\/[^"]+\/reading)"/.exec(html)?.[1] ?? ''
    expect((await pages.post('ruth', reading, {})).location).toBe('/messages')
    expect((await pages.get('ruth', '/messages')).html).toContain('There is nothing you have not read.')
    expect((await pages.get('ruth', '/messages?show=all')).html).toContain('Read 13:30')
    // Somebody else's news is as if there were none.
    expect((await pages.post('maya', reading, {})).status).toBe(404)
  })

  test('lets somebody choose how they are written to, and refuses what cannot be kept', async () => {
    const form = fieldsOf((await pages.get('maya', '/messages/settings')).html)
    expect(form).toMatchObject({ email: 'yes', digest: 'yes' })
    const half = await pages.post('maya', '/messages/settings', { ...form, hoursFrom: '09:00' })
    expect(half.status).toBe(409)
    expect(half.html).toContain('Give both times, or neither.')
    const sent = await pages.post('maya', '/messages/settings', { version: '0', email: 'yes' })
    expect(sent.location).toBe('/messages')
    const [row] = await posting.rows('select email, text, digest from message_choice where id = $1', [
      cast.maya.id,
    ])
    expect(row).toEqual({ email: true, text: false, digest: false })
  })
})

describe('The digest', () => {
  test('goes out once a day at its hour to whoever something waits for and who wants it', async () => {
    const toldOf = (personId: string) =>
      posting.rows(`select id from message where kind = 'digest' and person_id = $1`, [personId])
    story.must(await startIncident.perform(story.being('joan'), {}))
    story.clock.set('2026-10-14T13:59:00Z')
    await posting.round()
    expect(await toldOf(cast.ruth.id)).toEqual([])
    story.clock.set('2026-10-14T14:00:00Z')
    posting.mail.length = 0
    await posting.round()
    await posting.round()
    expect(await toldOf(cast.ruth.id)).toHaveLength(1)
    expect(await toldOf(cast.maya.id)).toEqual([])
    story.clock.set('2026-10-15T14:00:00Z')
    await posting.round()
    expect(await toldOf(cast.ruth.id)).toHaveLength(2)
  })
})

describe('The log', () => {
  test('shows to whoever answers for it what did not go out, by code, and tries it again', async () => {
    story.clock.set('2026-10-15T18:00:00Z')
    mood = 'refuses'
    story.must(await startIncident.perform(story.being('joan'), { studentId: families.sofia.id }))
    await posting.round()
    for (let tries = 0; tries < 10; tries += 1) {
      await posting.pass(60_000)
      await posting.round()
    }
    const { html } = await pages.get('leila', '/messages/log')
    expect(html).toContain('Set apart: nobody took it')
    expect(html).toContain('turned away (550)')
    expect(html).not.toMatch(/Sofia|Delgado|@riverside/)
    expect((await pages.get('maya', '/messages/log')).status).toBe(403)
    const again = /action="(\/messages\/log\/[^"]+\/again)"/.exec(html)?.[1] ?? ''
    mood = 'takes'
    expect((await pages.post('lucia', again, {})).location).toBe('/messages/log')
    await posting.round()
    const [row] = await posting.rows('select ending from message where id = $1', [again.split('/')[3]])
    expect(row).toEqual({ ending: 'sent' })
    expect((await pages.post('lucia', again, {})).status).toBe(409)
  })
})

describe('What a text gateway tells', () => {
  test('is heard with its signature alone, and an answer is kept as STOP or START and nothing else', async () => {
    const path = '/messages/texts'
    const stop = { From: '+12065550177', Body: ' Stop. ' }
    const stops = () =>
      posting.rows<{ mark: string; stopped: boolean }>('select mark, stopped from text_stop order by id')
    expect(await tell(path, stop, 'another token')).toBe(404)
    expect(await stops()).toEqual([])
    expect(await tell(path, stop)).toBe(200)
    expect(await tell(path, { ...stop, Body: 'He is at school until three' })).toBe(200)
    expect(await stops()).toEqual([{ mark: texts.mark('206-555-0177'), stopped: true }])
    expect(await tell(path, { ...stop, Body: 'START' })).toBe(200)
    expect((await stops()).map(({ stopped }) => stopped)).toEqual([true, false])
  })

  test('of a text that did not arrive is told to somebody else, once', async () => {
    const { incidentId } = story.must(await startIncident.perform(story.being('joan'), {}))
    await posting.round()
    const [message] = await posting.rows<{ id: string }>('select id from message where subject_id = $1', [
      incidentId,
    ])
    await story.admin.query('begin; set local session_replication_role = replica')
    await story.admin.query(`update message set channel = 'text' where id = $1`, [message?.id])
    await story.admin.query('commit')
    const path = `/messages/texts/${riversideId}/${String(message?.id)}`
    const failed = { MessageStatus: 'undelivered', ErrorCode: '30003', MessageSid: 'SM1' }
    expect(await tell(path, { ...failed, MessageStatus: 'sent' })).toBe(200)
    expect(await tell(path, failed)).toBe(200)
    expect(await tell(path, failed)).toBe(200)
    const told = await posting.rows(
      `select person_id from notice where kind = 'message.undelivered' and subject_id = $1`,
      [incidentId],
    )
    expect(told).toEqual([{ person_id: cast.samuel.id }])
    expect(await tell(`/messages/texts/${riversideId}/${riversideId}`, failed)).toBe(404)
    expect(pages.broken).toEqual([])
  })
})
