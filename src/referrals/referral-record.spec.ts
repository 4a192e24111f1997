import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { updateStudent } from '#people/update-student.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { lookPacket } from './look-packet.ts'
import type { ReferralRecord } from './referral-record.ts'
import { withdrawReferral } from './withdraw-referral.ts'

const ramp = 'A room without stairs'
const { mateo, sofia } = families
const agreed = { referral_disclosure: 'yes', status_feedback: 'yes', participation: 'no' } as const

let story: AgencyStory
let pages: Awaited<ReturnType<typeof pagesOf>>
beforeAll(async () => {
  story = await agencyStory()
  pages = await pagesOf(story)
  const details = { homeLanguage: 'es', disability: 'no', accommodation: ramp, neighborhood: 'Mill District' }
  const given = { studentId: mateo.id, version: 1, preferredName: '', ...details }
  story.must(await updateStudent.perform(story.being('daniel'), given))
})
afterAll(async () => {
  await pages.close()
  await story.close()
})

/** A teacher raised it: the story’s own concern names nobody. */
const raisedBy = (who: CastKey, studentId: string) =>
  story.admin.query(`begin; set local session_replication_role = replica;
    update concern set reporter_id = '${cast[who].id}' where student_id = '${studentId}'; commit`)

type Faces = { record: Partial<ReferralRecord>; shown: Map<string, string> }
const plain = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** The record as a machine reads it, and as a person does, name by name. */
async function read(who: CastKey, referralId: string): Promise<Faces> {
  const at = `/referrals/${referralId}`
  const json = await pages.get(who, at, 'application/json')
  const { html } = await pages.get(who, at)
  const section = html.slice(html.indexOf('id="record"'))
  const pairs = section.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/gs)
  return {
    record: JSON.parse(json.html).record,
    shown: new Map([...pairs].map(([, name = '', value = '']) => [plain(name), plain(value)])),
  }
}

/** The list of what a referral holds: each field, its name on the page, and what stands behind it on both. */
const sentAndBooked: [keyof ReferralRecord, unknown, string, RegExp][] = [
  ['student', 'Mateo Rivas', 'Student', /^Mateo Rivas$/],
  ['school', 'Alder Creek Middle School', 'School', /^Alder Creek Middle School$/],
  ['tier', 3, 'Tier', /^Tier 3$/],
  ['path', 'b', 'Path', /^\(b\)/],
  ['reasonCategory', 'worry_and_sleep', 'Reason', /sleep/],
  ['serviceSought', 'assessment', 'Service sought', /^Assessment$/],
  ['modality', 'in_person', 'How', /^in person$/],
  ['language', { home: 'es', caregiver: 'es', interpreter: true }, 'Language', /Spanish.*interpreter needed/],
  ['accommodation', ramp, 'Accommodation needs', /^A room without stairs$/],
  ['referrer', { name: cast.joan.name, source: 'staff' }, 'Raised by', new RegExp(cast.joan.name)],
  ['triagedAt', expect.stringMatching(/^2026-10-/), 'Triage decided', /\d/],
  ['navigator', cast.maya.name, 'Navigator', new RegExp(`^${cast.maya.name}$`)],
  ['partner', 'Cedar Street Family Clinic', 'Agency', /^Cedar Street Family Clinic$/],
  ['highNeed', false, 'High need', /^No$/],
  [
    'consents',
    [
      expect.objectContaining({ scope: 'referral_disclosure', is: 'in_force', endsOn: '2027-06-30' }),
      expect.objectContaining({ scope: 'status_feedback', is: 'in_force' }),
    ],
    'Consents it rests on',
    /School sends the referral.*Jun 30, 2027/,
  ],
  [
    'status',
    expect.objectContaining({
      is: 'scheduled',
      since: expect.any(String),
      told: expect.arrayContaining([expect.objectContaining({ status: 'accepted' })]),
    }),
    'Status',
    /^Scheduled since .*Accepted/,
  ],
  ['nextAppointmentAt', expect.stringMatching(/^2026-10-15/), 'Next appointment', /Oct 15/],
  [
    'next',
    { action: 'hold_visit', owner: 'partner', dueAt: expect.any(String) },
    'Next action',
    /^Cedar Street, by .*: Hold the visit$/,
  ],
  ['outcome', null, 'Outcome', /^Not ended$/],
]

describe('What a referral holds', () => {
  test('is all there, field by field, on the page and for a machine alike [R028]', async () => {
    const { referralId } = await story.accepted('mateo', agreed)
    await raisedBy('joan', mateo.id)
    await story.book(referralId)
    const { record, shown } = await read('maya', referralId)
    expect(Object.keys(record).toSorted()).toEqual(sentAndBooked.map(([field]) => field).toSorted())
    expect([...shown.keys()].toSorted()).toEqual(sentAndBooked.map(([, , name]) => name).toSorted())
    for (const [field, value, name, says] of sentAndBooked) {
      expect(record[field], field).toEqual(value)
      expect(shown.get(name), name).toMatch(says)
    }
  })

  test('says with its reason how it ended, and on which consent it went though that has ended [R028]', async () => {
    const { referralId } = await story.accepted('sofia', agreed)
    const chosen = { referralId, askedBy: 'caregiver', channel: 'phone' }
    story.must(await withdrawReferral.perform(story.being('maya'), chosen))
    const { record, shown } = await read('maya', referralId)
    expect(record.outcome).toEqual({
      ending: 'withdrawn',
      attributedTo: 'family_choice',
      reason: 'family_declined',
      at: expect.any(String),
    })
    expect(shown.get('Outcome')).toMatch(/^Withdrawn by the family, .*Because of: family choice/)
    // Taken back, it is still what the referral was sent on; what the family said no to never was.
    expect(record.consents?.map(({ scope, is }) => [scope, is])).toContainEqual([
      'referral_disclosure',
      expect.stringMatching(/in_force|withdrawn/),
    ])
    expect(record.consents?.map(({ scope }) => scope)).not.toContain('participation')
    expect(record.next).toBeNull()
    expect(shown.get('Next action')).toBe('Nothing is owed any more')
  })

  test('is left out on both faces, class by class, for whoever may not know it', async () => {
    const { referralId } = await story.accepted('theo', agreed)
    const [whole, standing] = [await read('ines', referralId), await read('marcus', referralId)]
    const unknown = ['tier', 'triagedAt', 'consents', 'language', 'accommodation'] as const
    const names = ['Tier', 'Triage decided', 'Consents it rests on', 'Language', 'Accommodation needs']
    expect(Object.keys(whole.record)).toEqual(expect.arrayContaining([...unknown]))
    for (const field of unknown) expect(standing.record, field).not.toHaveProperty(field)
    for (const name of names) {
      expect(whole.shown.has(name), name).toBe(true)
      expect(standing.shown.has(name), name).toBe(false)
    }
    expect(standing.shown.get('Agency')).toBe('Cedar Street Family Clinic')
  })

  test('reaches the agency as far as the family agreed, and nobody there reads who raised it or how it ended', async () => {
    const { referralId } = await story.accepted('hana', agreed)
    await raisedBy('joan', families.hana.id)
    for (const at of [`/referrals/${referralId}`, `/students/${sofia.id}`])
      expect((await pages.get('noor', at, 'application/json')).status).toBe(403)
    const seen = await lookPacket.see(story.being('noor'), { referralId })
    expect(seen.packet.content).toHaveProperty('language.home')
    expect(JSON.stringify(seen)).not.toContain(cast.joan.name)
    expect((await pages.get('noor', `/inbox/${referralId}`)).html).not.toContain(cast.joan.name)
  })
})
