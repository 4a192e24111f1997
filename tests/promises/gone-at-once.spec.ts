import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { issueToken } from '#access/issue-token.ts'
import { addDocuments } from '#consent/add-documents.ts'
import { recordConsent } from '#consent/record-consent.ts'
import { revokeConsent } from '#consent/revoke-consent.ts'
import { endAccess } from '#district/end-access.ts'
import { blockAccess } from '#people/block-access.ts'
import { pdf } from '#platform/scan/files-for-specs.ts'
import { takeScan } from '#platform/scan/scan.ts'
import { assignmentId, cast, type CastKey } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { type AgencyStory, agencyStory } from '../support/agency-story.ts'
import type { Browser } from '../support/browser.ts'
import { byPhone } from '../support/referral-story.ts'
import { wholeHouse } from '../support/whole-house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const { mateo } = families
let story: AgencyStory
let house: Awaited<ReturnType<typeof wholeHouse>>
let consentIds: string[]
const at = { document: '', calendar: '', list: '/referrals/file', packet: '' }
let token: string
const open = new Map<CastKey, Browser>()

/** A consent on paper with its scan, a visit that is booked, and everybody signed in who holds an address. */
beforeAll(async () => {
  story = await agencyStory()
  house = await wholeHouse({ told: story })
  const sent = await story.accepted('mateo')
  consentIds = sent.consentIds
  at.packet = `/inbox/${sent.referralId}`
  const { districtId } = story
  const machine = { districtId, assignmentId: assignmentId('noor'), label: 'Record system', days: 1 }
  token = await issueToken(story.db, { ...machine, now: story.clock.now() })
  at.calendar = `/family/visits/${await story.book(sent.referralId)}.ics`
  const paper = { method: 'paper', witness: '', documentReference: 'Folder 12', answers: { services: 'yes' } }
  const answered = { referralId: sent.referralId, ...byPhone('mateo'), ...paper }
  const [consentId] = story.must(await recordConsent.perform(story.being('maya'), answered)).consentIds
  const scans = [await takeScan(pdf())]
  story.must(await addDocuments.perform(story.being('maya'), { consentId, scans }))
  const { rows } = await story.admin.query<{ id: string }>('select id from consent_document')
  at.document = `/consents/${consentId}/documents/${rows[0]?.id}`
  // Each proof of who they are is of the same minutes: an export asks for one.
  for (const key of ['elena', 'daniel', 'maya', 'ruth'] as const)
    open.set(key, await house.front.signedIn(key, house.browser()))
})
afterAll(() => house.close())

/** One request to an address that somebody held open, and how long its answer took. */
async function asks(key: CastKey, address: string) {
  const from = performance.now()
  const reply = await (open.get(key) as Browser).get(address)
  expect(performance.now() - from).toBeLessThan(1000)
  return { status: reply.statusCode, text: reply.body }
}
/** The same of the machine of an agency, with its token. */
async function machineAsks(address: string) {
  const from = performance.now()
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json', host: 'localhost' }
  const reply = await house.app.inject({ url: address, headers })
  expect(performance.now() - from).toBeLessThan(1000)
  return { status: reply.statusCode, text: reply.body }
}
const keptAway = (key: CastKey) =>
  blockAccess.perform(story.being('leila'), {
    studentId: mateo.id,
    personId: cast[key].id,
    kind: 'conflict_of_interest',
  })
const ends = (key: CastKey) => endAccess.perform(story.being('leila'), { personId: cast[key].id })

describe('What hands something out, on the next request and within a second', () => {
  test('is there for those who hold it: what is asked below would notice', async () => {
    expect((await asks('daniel', at.document)).status).toBe(200)
    expect((await asks('maya', at.document)).status).toBe(200)
    const list = await asks('ruth', at.list)
    expect([list.status, list.text.includes(mateo.family)]).toEqual([200, true])
    const calendar = await asks('elena', at.calendar)
    expect([calendar.status, calendar.text.includes('BEGIN:VEVENT')]).toEqual([200, true])
    const packet = await machineAsks(at.packet)
    expect([packet.status, packet.text.includes(mateo.family)]).toEqual([200, true])
  })

  test('a scan is there no more for whoever is kept away, and the list of referrals is without the student', async () => {
    for (const key of ['daniel', 'ruth'] as const) story.must(await keptAway(key))
    expect((await asks('daniel', at.document)).status).toBe(404)
    const list = await asks('ruth', at.list)
    expect([list.status, list.text.includes(mateo.family)]).toEqual([200, false])
  })

  test('the time for a calendar, and what a machine of the agency reads, is there no more once the family took its yes back', async () => {
    const taken = { askedBy: 'Elena Rivas', channel: 'phone' }
    for (const consentId of consentIds)
      story.must(await revokeConsent.perform(story.being('maya'), { consentId, ...taken }))
    expect((await asks('elena', at.calendar)).status).toBe(404)
    const packet = await machineAsks(at.packet)
    expect([packet.status, packet.text.includes(mateo.family)]).toEqual([200, false])
  })

  test('a scan, a list and a calendar are there no more for whoever has no access any longer', async () => {
    for (const key of ['maya', 'ruth'] as const) story.must(await ends(key))
    for (const [key, address] of [
      ['maya', at.document],
      ['ruth', at.list],
    ] as const) {
      const { status, text } = await asks(key, address)
      expect([200, 206]).not.toContain(status)
      expect(text).not.toContain(mateo.family)
    }
  })
})
