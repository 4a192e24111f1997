import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { Problem } from '#platform/problem.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { referralStory, type Story } from '#tests/support/referral-story.ts'
import { sealPlain } from '#tests/support/keys.ts'
import { packetPage } from './packet-page.ts'
import { readPreview } from './packet-preview.ts'
import { sendReferral } from './send-referral.ts'
import { findReferral } from './store.ts'

let story: Story
beforeAll(async () => {
  story = await referralStory()
})
afterAll(() => story.close())

const send = (referralId: string, given = {}) =>
  sendReferral.perform(story.being('maya'), { referralId, caregiverPresent: 'yes', ...given })
const preview = (referralId: string) =>
  story.db.transaction(scopeOf(actorOf('maya')), async (tx) => {
    const referral = await findReferral(tx, actorOf('maya'), referralId)
    if (referral === undefined) throw new Error('There is no such referral')
    return (await readPreview(tx, referral, story.clock.now())).preview
  })
const packets = async (referralId: string) => {
  const { rows } = await story.admin.query(
    'select content, content_hash, consent_id, route_id, sent_at from packet where referral_id = $1',
    [referralId],
  )
  return rows
}

const order: readonly string[] = [
  'identity',
  'caregiver_contact',
  'language',
  'reason',
  'urgency',
  'service_sought',
  'school_contact',
  'transport',
  'coverage',
]

describe('The packet', () => {
  test('what is sent is what was previewed, and holds nothing outside the rule [R031]', async () => {
    const id = await story.decide('mateo')
    await story.choose(id)
    const before = await preview(id)
    await story.answer(id, 'mateo', { referral_disclosure: 'yes', status_feedback: 'yes' })
    const shown = await preview(id)
    expect(shown.content).toEqual(before.content)
    story.must(await send(id, { packetHash: shown.hash }))
    const [packet] = await packets(id)
    expect(packet.content).toEqual(shown.content)
    expect(packet.content_hash.toString('hex')).toBe(shown.hash)
    expect(Object.keys(packet.content).every((item) => order.includes(item))).toBe(true)
    expect(JSON.stringify(packet.content)).not.toContain('Quiet for two weeks')
    expect(JSON.stringify(packet.content)).not.toContain('Eight pieces missing')
    expect(shown.leftOut).toContainEqual({ item: 'academic_observations', why: 'not_agreed' })
    expect(shown.leftOut).toContainEqual({ item: 'consent_document', why: 'never' })
  })

  test('when something changed since it was read out, it is read again before it leaves', async () => {
    const id = await story.decide('ruben')
    await story.choose(id)
    await story.answer(id, 'ruben', { referral_disclosure: 'yes' })
    const { hash } = await preview(id)
    await story.admin.query('alter table caregiver disable trigger user')
    await story.admin.query(`update caregiver set phone = '555-0199' where name = 'Luis Castillo'`)
    await story.admin.query('alter table caregiver enable trigger user')
    await sealPlain(story.admin)
    expect(await send(id, { packetHash: hash })).toEqual({ done: false, because: ['packet_changed'] })
    expect(await send(id, { packetHash: (await preview(id)).hash })).toMatchObject({ done: true })
  })

  test('the exact copy can be read later by the care team, and the reading is on record', async () => {
    const id = await story.decide('diego')
    await story.choose(id)
    await story.answer(id, 'diego', { referral_disclosure: 'yes' })
    await story.send(id)
    const [packet] = await packets(id)
    const page = await packetPage.see(story.being('daniel'), { referralId: id })
    expect(page.packet.content).toEqual(packet.content)
    expect(await story.trail('read')).toContain('counselor: referrals/packet')
    await expect(packetPage.see(story.being('joan'), { referralId: id })).rejects.toThrow(
      new Problem('not_allowed'),
    )
  })
})
