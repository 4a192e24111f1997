import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { revokeConsent } from '#consent/revoke-consent.ts'
import { startIncident } from '#crisis/start-incident.ts'
import { newId } from '#platform/ids.ts'
import { Problem } from '#platform/problem.ts'
import { redirectReferral } from '#referrals/redirect-referral.ts'
import { withdrawReferral } from '#referrals/withdraw-referral.ts'
import { declineReferral } from '#referrals/decline-referral.ts'
import { partners } from '#tests/riverside/places.ts'
import { families } from '#tests/riverside/families.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { agreeMeasures } from './agree-measures.ts'
import { lookGaps } from './look-gaps.ts'
import { lookReaders } from './look-readers.ts'
import { lookStudent } from './look-student.ts'
import { leftOut } from './timeline.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

const page = (family: keyof typeof families, key: Parameters<AgencyStory['being']>[0] = 'maya') =>
  lookStudent.see(story.being(key), { studentId: families[family].id })
const missing = async (family: keyof typeof families) =>
  ((await page(family)).full?.gaps ?? []).map(({ question }) => question)

describe('one screen for one student', () => {
  test('answers all six questions, or shows a named gap with its owner and day [R081]', async () => {
    const { referralId } = await story.accepted('sofia')
    await story.book(referralId)
    expect(await missing('sofia')).toEqual(['progress'])
    const seen = await page('sofia')
    expect(seen.full?.gaps[0]).toMatchObject({ owner: 'Daniel Reyes' })
    expect(seen.full?.held).toMatchObject([{ holderName: 'Tomas Lindqvist', closerName: 'Maya Okafor' }])
    expect(seen.nextVisit).toMatchObject({ kind: 'assessment', partnerShortName: 'Cedar Street' })
    expect(seen.leads[0]?.name).toBe('Ruth Halvorsen')

    story.must(
      await agreeMeasures.perform(story.being('daniel'), {
        studentId: families.sofia.id,
        attendance: '4 of 20 days missed',
      }),
    )
    expect(await missing('sofia')).toEqual([])
  })

  test('a family that said no has answered: neither consent nor sharing is asked for again', async () => {
    const referralId = await story.decide('zoe')
    expect(await missing('zoe')).toEqual(expect.arrayContaining(['consent', 'sharing']))
    await story.choose(referralId)
    await story.answer(referralId, 'zoe', { referral_disclosure: 'no' })
    const left = await missing('zoe')
    expect(left).not.toContain('consent')
    expect(left).not.toContain('sharing')
  })

  test('shows which consents are in force, to whom and until when, and a change at once [R146]', async () => {
    const { consentIds } = await story.sent('mateo')
    const before = (await page('mateo')).full?.shares
    for (const { standing } of before ?? [])
      expect(standing).toMatchObject({
        consent: { partnerId: partners.cedarStreet.id, endsOn: '2027-06-30' },
      })
    expect(before?.map(({ scope, standing }) => [scope, standing.is])).toEqual([
      ['referral_disclosure', 'in_force'],
      ['status_feedback', 'in_force'],
      ['safety_signals', 'in_force'],
      ['participation', 'in_force'],
    ])
    story.must(
      await revokeConsent.perform(story.being('maya'), {
        consentId: consentIds[0],
        askedBy: 'Elena Rivas',
        channel: 'phone',
      }),
    )
    const after = (await page('mateo')).full?.shares
    expect(after?.every(({ standing }) => standing.is === 'withdrawn')).toBe(true)
    expect((await page('mateo')).active?.line.some(({ s }) => s === 'hidden')).toBe(true)
  })

  test('the timeline says everything that happened, by whom, the newest first', async () => {
    const { referralId } = await story.accepted('hana')
    story.clock.set('2026-10-13T20:40:00Z')
    await story.book(referralId)
    const events = (await page('hana')).full?.timeline?.events ?? []
    expect(events[0]).toMatchObject({
      what: 'Visit booked',
      personName: 'Noor Aziz',
      partnerName: 'Cedar Street',
    })
    const told = events.flatMap(({ name, steps }) => [name, ...steps.map((step) => step.name)])
    const changes = await story.rows(
      `select name from audit_event where student_id = $1 and kind = 'change' and name not like '%.seeded'`,
      families.hana.id,
    )
    const names = changes.map(({ name }) => String(name)).filter((name) => !(name in leftOut))
    expect(told.sort()).toEqual(names.sort())
    expect(told).toEqual(expect.arrayContaining(['concern.triaged', 'decision.made', 'referral.accepted']))
    const times = events.map(({ at }) => at.getTime())
    expect(times).toEqual(times.toSorted((one, other) => other - one))
  })

  test('a live crisis stands in the timeline of those who follow it, and in nobody else’s', async () => {
    const studentId = families.jonas.id
    story.must(await startIncident.perform(story.being('helen'), { studentId }))
    const told = async (key: 'helen' | 'maya') =>
      ((await page('jonas', key)).full?.timeline?.events ?? []).flatMap((event) =>
        [event, ...event.steps].map(({ name }) => name),
      )
    expect(await told('helen')).toEqual(expect.arrayContaining(['crisis.opened', 'crisis.lead_told']))
    expect(await told('maya')).toEqual([])
    expect((await page('jonas')).open.incidents).toBe(1)
  })

  test('a redirected referral keeps its first date, and the page both lines [R034]', async () => {
    const { referralId } = await story.sent('lena')
    story.must(await declineReferral.perform(story.noor(), { referralId, reason: 'capacity' }))
    story.clock.set('2026-10-14T20:30:00Z')
    story.must(await redirectReferral.perform(story.being('maya'), { referralId, reason: 'capacity' }))
    const seen = await page('lena')
    expect(seen.active).toMatchObject({
      predecessorId: referralId,
      firstReferredAt: new Date('2026-10-13T20:40:00Z'),
    })
    expect(seen.earlier[0]?.line.at(-1)).toMatchObject({ name: 'not_accepted', s: 'end' })
    story.clock.set('2026-10-13T20:30:00Z')
  })

  test('a withdrawn referral leaves no next visit behind, and hides no gap of a later one [R081]', async () => {
    const { referralId } = await story.accepted('zoe')
    await story.book(referralId)
    expect((await page('zoe')).nextVisit).toBeDefined()
    const given = { referralId, askedBy: 'caregiver', channel: 'phone' }
    story.must(await withdrawReferral.perform(story.being('maya'), given))
    expect((await page('zoe')).nextVisit).toBeUndefined()
    // One of the time before visits were cancelled with their referral: it is read no more either.
    await story.admin.query('begin')
    await story.admin.query('set local session_replication_role = replica')
    await story.admin.query('update appointment set result = null where referral_id = $1', [referralId])
    await story.admin.query('commit')
    expect((await page('zoe')).nextVisit).toBeUndefined()
    await story.accepted('zoe')
    expect(await missing('zoe')).toContain('next_visit')
    const { rows } = await lookGaps.see(story.being('maya'), {})
    const listed = rows.find(({ studentId }) => studentId === families.zoe.id)
    expect(listed?.gaps.map(({ question }) => question)).toContain('next_visit')
  })

  test('a student whom neither a referral nor school holds owes nobody anything', async () => {
    const seen = await page('tessa')
    expect(seen.active).toBeUndefined()
    expect(seen.care).toBeUndefined()
    expect(seen.full?.gaps).toEqual([])
  })
})

describe('who may open it', () => {
  test('a teacher may not, another school finds nothing, and an agency may not', async () => {
    await expect(page('sofia', 'joan')).rejects.toThrow(new Problem('not_allowed'))
    await expect(page('sofia', 'jonah')).rejects.toThrow(new Problem('not_found'))
    await expect(page('sofia', 'noor')).rejects.toThrow(new Problem('not_allowed'))
    await expect(lookStudent.see(story.being('maya'), { studentId: newId() })).rejects.toThrow(
      new Problem('not_found'),
    )
  })

  test('a principal reads where things stand, and none of what was agreed', async () => {
    const seen = await page('sofia', 'marcus')
    expect(seen.full).toBeUndefined()
    expect(seen.active?.line.length).toBe(9)
    expect(JSON.stringify(seen)).not.toContain('Carmen')
    const decided = { deciderName: null, chosenPath: null, consentAt: null }
    expect(seen.active).toMatchObject(decided)
    expect((await page('sofia', 'maya')).active).not.toMatchObject(decided)
  })

  test('every look is on record, and the care team and the privacy officer can read who looked', async () => {
    await page('sofia', 'daniel')
    const { readers } = await lookReaders.see(story.being('leila'), { studentId: families.sofia.id })
    expect(readers.map(({ personName, role }) => [personName, role])).toEqual(
      expect.arrayContaining([
        ['Daniel Reyes', 'counselor'],
        ['Maya Okafor', 'navigator'],
        ['Marcus Webb', 'principal'],
      ]),
    )
    await expect(lookReaders.see(story.being('joan'), { studentId: families.sofia.id })).rejects.toThrow(
      new Problem('not_allowed'),
    )
  })
})
