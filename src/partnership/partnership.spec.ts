import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { reactions, when } from '#access/happening.ts'
import { newId } from '#platform/ids.ts'
import { Problem } from '#platform/problem.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { idOf } from '#tests/riverside/ids.ts'
import { partners } from '#tests/riverside/places.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { completeOnboarding } from './complete-onboarding.ts'
import { gateClosed } from './happenings.ts'
import { recordAgreement } from './record-agreement.ts'
import { recordOnboardingStep } from './record-onboarding-step.ts'
import { recordSignOff } from './record-sign-off.ts'
import { gateOf } from './gate-store.ts'
import { suspendAgreement } from './suspend-agreement.ts'
import { withdrawSignOff } from './withdraw-sign-off.ts'

const told: string[] = []
let world: World
beforeAll(async () => {
  world = await riverside({
    wiring: reactions([when(gateClosed, async (_, { partnerId }) => told.push(partnerId))]),
  })
})
afterAll(() => world.close())

const { cedarStreet, northbank, openDoor } = partners
const today = '2026-10-13'
const gate = (partnerId: string, on = today) =>
  world.db.transaction(scopeOf(actorOf('maya')), (tx) => gateOf(tx, partnerId, on))
const agreementId = (partner: { id: string }) => idOf(`agreement/${partner.id}`)
const signOffId = (partner: { id: string }) => idOf(`sign-off/${partner.id}`)
const notAllowed = new Problem('not_allowed')
const notFound = new Problem('not_found')

describe('The legal gate', () => {
  test('stands open while agreement and sign-off are in force, first and last day included', async () => {
    expect((await gate(cedarStreet.id)).obstacles).toEqual([])
    expect((await gate(cedarStreet.id, '2026-07-15')).obstacles).toEqual([])
    expect((await gate(cedarStreet.id, '2027-06-30')).obstacles).toEqual([])
    expect((await gate(cedarStreet.id, '2027-07-01')).obstacles).toEqual([
      'agreement_ended',
      'sign_off_ended',
    ])
    expect((await gate(cedarStreet.id, '2026-06-30')).obstacles).toEqual([
      'agreement_not_begun',
      'sign_off_not_begun',
    ])
  })

  test('an agency with nothing on file is told so, all of it at once', async () => {
    expect((await gate(newId())).obstacles).toEqual(['no_agreement', 'no_sign_off'])
  })

  test('a withdrawn sign-off closes it at once, and a new one opens it again [R139]', async () => {
    const withdrawn = await withdrawSignOff.perform(world.being('leila'), { signOffId: signOffId(northbank) })
    expect(withdrawn.done).toBe(true)
    expect((await gate(northbank.id)).obstacles).toEqual(['sign_off_withdrawn'])
    expect(told).toEqual([northbank.id])
    expect(await withdrawSignOff.perform(world.being('leila'), { signOffId: signOffId(northbank) })).toEqual({
      done: false,
      because: ['already_withdrawn'],
    })

    const given = {
      agreementId: agreementId(northbank),
      scope: 'Referrals and status feedback',
      signedBy: 'Riverside legal office',
      signedOn: today,
      endsOn: '2027-06-30',
    }
    expect((await recordSignOff.perform(world.being('leila'), given)).done).toBe(true)
    expect(await gate(northbank.id)).toMatchObject({
      obstacles: [],
      signOff: { signedOn: today, scope: given.scope },
    })
    expect(await world.trail()).toEqual(
      expect.arrayContaining(['privacy_officer: sign_off.withdrawn', 'privacy_officer: sign_off.recorded']),
    )
  })

  test('a suspended agreement closes it, and nobody but the district head can suspend one', async () => {
    for (const key of ['leila', 'maya', 'noor'] as const) {
      await expect(
        suspendAgreement.perform(world.being(key), { agreementId: agreementId(openDoor) }),
      ).rejects.toThrow(notAllowed)
    }
    expect((await gate(openDoor.id)).obstacles).toEqual([])
    expect(
      (await suspendAgreement.perform(world.being('yolanda'), { agreementId: agreementId(openDoor) })).done,
    ).toBe(true)
    expect((await gate(openDoor.id)).obstacles).toEqual(['agreement_suspended'])
    expect(
      await suspendAgreement.perform(world.being('yolanda'), { agreementId: agreementId(openDoor) }),
    ).toEqual({ done: false, because: ['already_suspended'] })
    await expect(suspendAgreement.perform(world.being('yolanda'), { agreementId: newId() })).rejects.toThrow(
      notFound,
    )
  })

  test('a sign-off cannot be put on a suspended agreement, nor outlive the agreement, nor end before it begins', async () => {
    const given = {
      agreementId: agreementId(openDoor),
      scope: 'Referrals',
      signedBy: 'Legal office',
      signedOn: '2027-08-01',
      endsOn: '2027-07-01',
    }
    const outcome = await recordSignOff.perform(world.being('leila'), given)
    expect(outcome).toEqual({
      done: false,
      because: ['agreement_suspended', 'ends_before_it_starts', 'outlives_agreement'],
    })
  })
})

describe('An agreement', () => {
  const given = {
    partnerId: openDoor.id,
    title: 'Data sharing agreement',
    startsOn: today,
    endsOn: '2027-06-30',
    schoolToPartner: ['identity', 'reason'],
    partnerToSchool: 'status',
  }

  test('cannot be put on file while either open question has no answer [R152]', async () => {
    const { schoolToPartner: _, partnerToSchool: __, ...open } = given
    const outcome = await recordAgreement.perform(world.being('yolanda'), { ...open, endsOn: '2026-10-01' })
    expect(outcome).toEqual({
      done: false,
      because: ['ends_before_it_starts', 'school_question_open', 'partner_question_open'],
    })
    expect(await recordAgreement.perform(world.being('yolanda'), { ...given, partnerToSchool: [] })).toEqual({
      done: false,
      because: ['partner_question_open'],
    })
  })

  test('the database keeps no agreement with an open question either [R152]', async () => {
    const empty = world.admin.query(`update agreement set partner_to_school = '{}' where id = $1`, [
      agreementId(cedarStreet),
    ])
    await expect(empty).rejects.toThrow('violates check constraint')
  })

  test('put on file with both lists, it takes the place of a suspended one', async () => {
    expect((await recordAgreement.perform(world.being('yolanda'), given)).done).toBe(true)
    expect(await gate(openDoor.id)).toMatchObject({
      agreement: { schoolToPartner: ['identity', 'reason'], partnerToSchool: ['status'], suspendedAt: null },
      obstacles: ['no_sign_off'],
    })
  })
})

describe('Bringing an agency on board', () => {
  const step = (name: string, key: 'yolanda' | 'maya' = 'yolanda') =>
    recordOnboardingStep.perform(world.being(key), { partnerId: cedarStreet.id, step: name, doneOn: today })

  test('nothing is complete until every step is, and the missing ones are named at once [R288]', async () => {
    await world.admin.query(
      `begin; set local session_replication_role = replica; update partner set onboarded_at = null where id = '${cedarStreet.id}'; commit`,
    )
    expect((await step('training')).done).toBe(true)
    expect(await step('training')).toEqual({ done: false, because: ['already_done'] })
    const early = await completeOnboarding.perform(world.being('yolanda'), { partnerId: cedarStreet.id })
    expect(early).toEqual({ done: false, because: ['contacts', 'crisis_contact', 'data_check'] })
    for (const name of ['contacts', 'crisis_contact', 'data_check'])
      expect((await step(name)).done).toBe(true)
    expect(
      (await completeOnboarding.perform(world.being('yolanda'), { partnerId: cedarStreet.id })).done,
    ).toBe(true)
    expect(await world.trail()).toContain('district_head: partner.onboarded')
  })

  test('a day that has not come is refused, and so is a navigator', async () => {
    const tomorrow = { partnerId: northbank.id, step: 'training', doneOn: '2026-10-14' }
    expect(await recordOnboardingStep.perform(world.being('yolanda'), tomorrow)).toEqual({
      done: false,
      because: ['in_the_future'],
    })
    await expect(step('contacts', 'maya')).rejects.toThrow(notAllowed)
  })
})
