import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptReferral } from '#referrals/accept-referral.ts'
import { revokeConsent } from '#consent/revoke-consent.ts'
import { Problem } from '#platform/problem.ts'
import { actorOf, cast } from '#tests/riverside/cast.ts'
import type { FamilyKey } from '#tests/riverside/families.ts'
import { families } from '#tests/riverside/families.ts'
import { partners, schools } from '#tests/riverside/places.ts'
import { type AgencyStory, agencyStory, everything } from '#tests/support/agency-story.ts'
import { assignCoordinator } from './assign-coordinator.ts'
import { lookCaseload } from './look-caseload.ts'
import { lookCoordinators } from './look-coordinators.ts'
import { relieveCoordinator } from './relieve-coordinator.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

const [cedarStreet, northbank] = [partners.cedarStreet.id, partners.northbank.id]
const coordinates = { ...everything, care_coordination: 'yes' } as const
const own = () => lookCaseload.see(story.being('grace'), {})
const names = async () => (await own()).students.map(({ studentName }) => studentName)
const assign = (partnerId: string, personId: string = cast.grace.id) =>
  assignCoordinator.perform(story.being('ruth'), { personId, partnerId })

/** A referral another agency than Cedar Street accepted. */
async function acceptedAtNorthbank(family: FamilyKey) {
  const referralId = await story.decide(family)
  await story.choose(referralId, 'northbank')
  await story.answer(referralId, family, coordinates)
  await story.send(referralId)
  const named = { clinicianName: 'Rae Moss', credential: 'LCSW' }
  story.must(await acceptReferral.perform(story.being('farah'), { referralId, ...named }))
}

describe('A care coordinator', () => {
  test('coordinates with two agencies and sees the caseloads of both, within consent [R159]', async () => {
    await story.accepted('sofia', coordinates)
    await acceptedAtNorthbank('mateo')
    expect(await names()).toEqual([])
    const counts = async () => (await lookCoordinators.see(story.being('ruth'), {})).counts
    expect(await counts()).toMatchObject([
      { partnerName: 'Cedar Street Family Clinic', students: 1, uncoordinated: 1 },
      { students: 1, uncoordinated: 1 },
    ])
    story.must(await assign(cedarStreet))
    expect(await names()).toEqual([expect.stringMatching(/Sofia/)])
    const { coordinationId } = story.must(await assign(northbank))
    expect((await names()).toSorted()).toEqual([
      expect.stringMatching(/Mateo/),
      expect.stringMatching(/Sofia/),
    ])
    expect((await own()).agencies).toHaveLength(2)
    expect((await counts()).map(({ uncoordinated }) => uncoordinated)).toEqual([0, 0])

    expect(await assign(northbank)).toMatchObject({ because: ['assigned_already'] })
    expect(await assign(northbank, cast.maya.id)).toMatchObject({ because: ['not_a_coordinator'] })
    const relieve = () => relieveCoordinator.perform(story.being('ruth'), { coordinationId })
    story.must(await relieve())
    expect(await relieve()).toMatchObject({ because: ['relieved_already'] })
    expect(await names()).toEqual([expect.stringMatching(/Sofia/)])
  })

  test('has nobody on the list without a yes to care coordination, and a count of them alone [R160]', async () => {
    await story.accepted('theo')
    const { students, notConsented } = await own()
    expect(students.map(({ studentId }) => studentId)).toEqual([families.sofia.id])
    expect(notConsented).toBe(1)
    expect(JSON.stringify(await own())).not.toContain(families.theo.id)
  })

  test('has everybody on the list, however many others stand before them', async () => {
    await story.admin.query(`begin; set local session_replication_role = replica;
      insert into referral select (jsonb_populate_record(f, jsonb_build_object('id', uuidv7(), 'number', 5000 + n))).*
        from referral f, generate_series(1, 1001) n where f.student_id = '${families.theo.id}'; commit`)
    const { students, notConsented } = await own()
    expect(students.map(({ studentId }) => studentId)).toEqual([families.sofia.id])
    expect(notConsented).toBe(1)
  })

  test('finds somebody gone from the list as soon as the family takes its yes back', async () => {
    const { rows } = await story.admin.query<{ id: string }>(
      `select c.id from consent c join consent_answer a on a.district_id = c.district_id and a.consent_id = c.id
       where c.student_id = $1 and a.scope = 'care_coordination'`,
      [families.sofia.id],
    )
    const given = { consentId: rows[0]?.id, channel: 'phone', askedBy: 'Her mother' }
    story.must(await revokeConsent.perform(story.being('maya'), given))
    const { students, notConsented } = await own()
    expect(students).toEqual([])
    expect(notConsented).toBe(2)
  })
})

describe('Who coordinates with whom', () => {
  test('is said by a lead who covers every school of the coordinator, and by the head of the district', async () => {
    const [mine] = (await lookCoordinators.see(story.being('ruth'), {})).coordinations
    const coordinationId = mine?.id
    expect(mine?.mayEnd).toBe(true)
    const elsewhere = story.as({ ...actorOf('ruth'), schoolIds: [schools.alderCreek.id] })
    const given = { personId: cast.grace.id, partnerId: northbank }
    await expect(assignCoordinator.perform(elsewhere, given)).rejects.toThrow(new Problem('not_allowed'))
    const relieved = relieveCoordinator.perform(elsewhere, { coordinationId })
    await expect(relieved).rejects.toThrow(new Problem('not_allowed'))
    const { people, coordinations } = await lookCoordinators.see(elsewhere, {})
    expect(people).toEqual([])
    expect(coordinations.map(({ mayEnd }) => mayEnd)).toEqual([false])

    story.must(await assignCoordinator.perform(story.being('yolanda'), given))
    story.must(await relieveCoordinator.perform(story.being('ruth'), { coordinationId }))
  })
})
