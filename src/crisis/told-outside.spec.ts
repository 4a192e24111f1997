import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookAccounting } from '#consent/look-accounting.ts'
import { revokeConsent } from '#consent/revoke-consent.ts'
import { lookException, lookExceptions } from '#exceptions/look-exceptions.ts'
import { reviewException } from '#exceptions/review-exception.ts'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { schools } from '#tests/riverside/places.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { callResponse } from './call-response.ts'
import { describeIncident } from './describe-incident.ts'
import { handOver } from './hand-over.ts'
import { incidentPage } from './incident-page.ts'
import { sayDanger } from './say-danger.ts'
import { startIncident } from './start-incident.ts'
import { tellClinician } from './tell-clinician.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

const danger = 'She wrote that she would not be there tomorrow, and left the building.'
const began = async (given: object) =>
  story.must(await startIncident.perform(story.being('daniel'), given)).incidentId
const crossed = async (family: FamilyKey) => {
  const asked = { studentId: families[family].id }
  return (await lookAccounting.see(story.being('leila'), asked)).crossed
}
const waiting = async () =>
  (await lookExceptions.see(story.being('leila'), {})).shown.filter(({ incidentId }) => incidentId !== null)
const tells = (given: object) => tellClinician.perform(story.being('daniel'), given)

const over = (incidentId: string, disposition: string, more: object = {}) =>
  handOver.perform(story.being('daniel'), { incidentId, disposition, toWhom: 'R. B.', ...more })

describe('Whoever is called in a crisis', () => {
  test('stands in the accounting by the act that says so: who, what, and the danger once it is written', async () => {
    const incidentId = await began({ studentId: families.sofia.id })
    const call = { incidentId, response: 'mobile_crisis', reached: 'Jo Tanner' }
    story.must(await callResponse.perform(story.being('daniel'), call))
    const told = { basis: 'health_safety_emergency', recipientName: 'Jo Tanner', byName: 'Daniel Reyes' }
    const items = ['identity', 'whereabouts', 'what_was_observed', 'school_contact']
    expect((await crossed('sofia'))[0]).toMatchObject({ ...told, items, threat: null })
    const short = await sayDanger.perform(story.being('daniel'), { incidentId, danger: 'A danger.' })
    expect(short).toMatchObject({ because: ['danger_short'] })
    story.must(await sayDanger.perform(story.being('daniel'), { incidentId, danger }))
    expect((await crossed('sofia'))[0]).toMatchObject({ ...told, items, threat: danger })
  })

  test('is looked at by somebody else than who called [R136]', async () => {
    const [one] = await waiting()
    const exceptionId = one?.id as string
    expect(one).toMatchObject({ recipientName: 'Jo Tanner', threat: danger, disclosedByName: 'Daniel Reyes' })
    expect((await lookException.see(story.being('daniel'), { exceptionId })).review).toBeUndefined()
    story.must(await reviewException.perform(story.being('leila'), { exceptionId, finding: 'within_basis' }))
    expect((await waiting()).map(({ id }) => id)).not.toContain(exceptionId)
  })

  test('is a hospital or the police at the handover, with what they were told; home tells nobody outside', async () => {
    const incidentId = await began({ studentId: families.kayla.id })
    story.must(await over(incidentId, 'home_with_caregiver'))
    expect(await crossed('kayla')).toEqual([])
    story.must(await over(incidentId, 'emergency_department', { items: 'identity', itemsAsked: 'yes' }))
    expect(await crossed('kayla')).toMatchObject([{ recipientOffice: 'Hospital', items: ['identity'] }])
    story.must(await over(incidentId, 'law_enforcement', { itemsAsked: 'yes' }))
    expect(await crossed('kayla')).toHaveLength(1)
  })

  test('is accounted for once the student is named, by who told it, and once', async () => {
    const incidentId = await began({ schoolId: schools.alderCreek.id })
    const call = { incidentId, response: 'emergency_services' }
    story.must(await callResponse.perform(story.being('daniel'), call))
    expect(await crossed('theo')).toEqual([])
    const named = { incidentId, studentId: families.theo.id }
    for (const _ of ['first', 'again']) story.must(await describeIncident.perform(story.being('ruth'), named))
    expect(await crossed('theo')).toMatchObject([{ byName: 'Daniel Reyes', byRole: null }])
  })

  test('stands in the ledger of one student alone: whoever names another is refused, and a place is still taken', async () => {
    const incidentId = await began({ studentId: families.zoe.id })
    story.must(
      await callResponse.perform(story.being('daniel'), { incidentId, response: 'emergency_services' }),
    )
    const other = { incidentId, studentId: families.ivy.id }
    const refusal = { done: false, because: ['named_already'] }
    expect(await describeIncident.perform(story.being('ruth'), other)).toEqual(refusal)
    expect(await crossed('ivy')).toEqual([])
    expect(await crossed('zoe')).toHaveLength(1)
    const again = { incidentId, studentId: families.zoe.id, place: 'Gym' }
    story.must(await describeIncident.perform(story.being('ruth'), again))
  })

  test('is read of by nobody in the family, for who tells the family is decided in the incident', async () => {
    const { rows } = await story.admin.query(
      'select distinct family_sees from disclosure where exception_id is not null',
    )
    expect(rows).toEqual([{ family_sees: 'nobody' }])
  })
})

describe('The clinician who treats the student', () => {
  const agreed = ['identity', 'urgency', 'school_contact']

  test('is told as the family agreed: the consent, the agency and its items stand in the accounting [R112]', async () => {
    const { referralId } = await story.accepted('mateo')
    story.clock.set(new Date(story.clock.now().getTime() + 60_000))
    const incidentId = await began({ studentId: families.mateo.id })
    const { treating } = await incidentPage.see(story.being('daniel'), { incidentId })
    expect(treating).toMatchObject({ holderName: 'Tomas Lindqvist', agreed })
    story.must(await tells({ incidentId, basis: 'consent' }))
    expect((await crossed('mateo'))[0]).toMatchObject({
      basis: 'consent',
      direction: 'to_partner',
      items: agreed,
      byName: 'Daniel Reyes',
    })
    const [row] = await story.rows(
      `select c.given_at < d.at as "before" from disclosure d
       join consent c on c.district_id = d.district_id and c.id = d.consent_id
       where d.referral_id = $1 order by d.at desc limit 1`,
      referralId,
    )
    expect(row).toEqual({ before: true })
    expect((await waiting()).filter((each) => each.incidentId === incidentId)).toEqual([])
  })

  test('is told in an emergency where no consent lets them hear: with its ground, to be looked at [R112]', async () => {
    const incidentId = await began({ studentId: families.mateo.id })
    const [yes] = await story.rows(
      "select consent_id from disclosure where student_id = $1 and basis = 'consent'",
      families.mateo.id,
    )
    const revoking = { consentId: yes?.['consent_id'], askedBy: 'Rosa', channel: 'phone' }
    story.must(await revokeConsent.perform(story.being('maya'), revoking))
    const { treating } = await incidentPage.see(story.being('daniel'), { incidentId })
    expect(treating).toMatchObject({ agreed: [] })
    expect(await tells({ incidentId, basis: 'consent' })).toMatchObject({ because: ['no_consent'] })
    story.must(await tells({ incidentId, basis: 'emergency', items: 'identity', itemsAsked: 'yes' }))
    const told = (await waiting()).find((each) => each.incidentId === incidentId)
    expect(told).toMatchObject({ incidentId, recipientKind: 'agency', recipientName: 'Tomas Lindqvist' })
    expect(told?.items).toEqual(['identity'])
  })

  test('of care kept apart is nobody here: not on the page, not by a refusal, not in what is reviewed', async () => {
    await story.admin.query(
      `begin; set local session_replication_role = replica;
       update consent set family_sees = 'student' where student_id = '${families.mateo.id}'; commit`,
    )
    const incidentId = await began({ studentId: families.mateo.id })
    const { treating } = await incidentPage.see(story.being('daniel'), { incidentId })
    expect(treating).toBeNull()
    expect(await tells({ incidentId, basis: 'consent' })).toMatchObject({ because: ['no_consent'] })
    story.must(await tells({ incidentId, basis: 'emergency' }))
    const told = (await waiting()).find((each) => each.incidentId === incidentId)
    expect(told?.recipientName).toBe('An agency that treats the student')
  })

  test('is not shown to whoever may not know who answers for treatment', async () => {
    const incidentId = await began({ studentId: families.sofia.id })
    const { treating } = await incidentPage.see(story.being('marcus'), { incidentId })
    expect(treating).toBeUndefined()
  })
})
