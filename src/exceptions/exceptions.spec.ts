import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookAccounting } from '#consent/look-accounting.ts'
import { blockAccess } from '#people/block-access.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { lookException, lookExceptions, lookTelling } from './look-exceptions.ts'
import { recordException } from './record-exception.ts'
import { reviewException } from './review-exception.ts'
import { isOverdue, obstaclesToRecording, obstaclesToReviewing, reviewDueAt } from './rules.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const studentId = families.mateo.id
const whom = { recipientName: 'Dispatcher', recipientOffice: 'Riverside police', channel: 'phone' }
const emergency = {
  studentId,
  basis: 'health_safety_emergency',
  threat: 'Said he would not live until tomorrow, and left the building.',
  items: ['identity', 'whereabouts'],
  recipientKind: 'police',
  onDay: '2026-10-13',
  atTime: '08:10',
  ...whom,
}
const report = { ...emergency, basis: 'mandated_report', threat: '', recipientKind: 'child_protection' }

const tell = async (key: CastKey, given: object): Promise<string> => {
  const outcome = await recordException.perform(world.being(key), given)
  if (!outcome.done) throw new Error(outcome.because.join(', '))
  return outcome.result.exceptionId
}
const listOf = async (key: CastKey) =>
  (await lookExceptions.see(world.being(key), {})).shown.map(({ id }) => id)
const opens = (key: CastKey, exceptionId: string) =>
  lookException.see(world.being(key), { exceptionId }).then(
    () => 'opened',
    ({ code }: { code: string }) => code,
  )

describe('What is written down of it', () => {
  const now = new Date('2026-10-13T20:30:00Z')
  const facts = {
    basis: 'health_safety_emergency',
    threat: 'x'.repeat(20),
    office: 'police',
    itemCount: 1,
    disclosedAt: now,
    now,
  } as const

  test('has a threat of at least 20 characters in an emergency, and limited items to an office of its ground [R136]', () => {
    expect(obstaclesToRecording(facts)).toEqual([])
    expect(obstaclesToRecording({ ...facts, threat: 'x'.repeat(19) })).toEqual(['threat_missing'])
    expect(obstaclesToRecording({ ...facts, office: 'child_protection', itemCount: 0 })).toEqual([
      'office_not_for_basis',
      'nothing_told',
    ])
    expect(obstaclesToRecording({ ...facts, disclosedAt: new Date(now.getTime() + 1) })).toEqual([
      'in_the_future',
    ])
    const reporting = { ...facts, basis: 'mandated_report', office: 'child_protection' } as const
    expect(obstaclesToRecording(reporting)).toEqual(['threat_not_here'])
    expect(obstaclesToRecording({ ...reporting, threat: undefined })).toEqual([])
    expect(obstaclesToRecording({ ...reporting, threat: undefined, office: 'hospital' })).toEqual([
      'office_not_for_basis',
    ])
  })

  test('is reviewed by somebody else, once, and with words where not all was right [R136]', () => {
    const own = { isOwn: false, reviewed: false, finding: 'within_basis', note: undefined } as const
    expect(obstaclesToReviewing(own)).toEqual([])
    expect(obstaclesToReviewing({ ...own, isOwn: true, reviewed: true })).toEqual(['own', 'already_reviewed'])
    expect(obstaclesToReviewing({ ...own, finding: 'more_than_needed' })).toEqual(['note_missing'])
    const due = { reviewDueAt: reviewDueAt(now), reviewedAt: null }
    expect(isOverdue(due, new Date(now.getTime() + 72 * 3_600_000))).toBe(false)
    expect(isOverdue(due, new Date(now.getTime() + 72 * 3_600_000 + 1))).toBe(true)
    expect(isOverdue({ ...due, reviewedAt: now }, new Date('2027-01-01T00:00:00Z'))).toBe(false)
  })
})

describe('Something told without consent', () => {
  test('stands in the ledger, waits for whoever guards privacy, and is overdue after three days [R136]', async () => {
    const exceptionId = await tell('daniel', emergency)
    const { crossed } = await lookAccounting.see(world.being('leila'), { studentId })
    expect(crossed[0]).toMatchObject({
      basis: 'health_safety_emergency',
      items: ['identity', 'whereabouts'],
      recipientOffice: 'Riverside police',
      byName: 'Daniel Reyes',
      threat: emergency.threat,
    })
    expect(await listOf('leila')).toEqual([exceptionId])
    const before = world.clock.now()
    world.clock.set(new Date(before.getTime() + 73 * 3_600_000))
    expect((await lookExceptions.see(world.being('leila'), {})).counts).toEqual({ waiting: 1, overdue: 1 })
    world.clock.set(before)
    await expect(
      reviewException.perform(world.being('daniel'), { exceptionId, finding: 'within_basis' }),
    ).rejects.toMatchObject({ code: 'not_allowed' })
    const reviewing = { exceptionId, finding: 'within_basis' }
    expect(await reviewException.perform(world.being('leila'), reviewing)).toMatchObject({ done: true })
    expect(await reviewException.perform(world.being('leila'), reviewing)).toEqual({
      done: false,
      because: ['already_reviewed'],
    })
    expect(await listOf('leila')).toEqual([])
  })

  test('sends nothing: it leaves no packet, no status and no row of an agency [R136]', async () => {
    const exceptionId = await tell('daniel', { ...emergency, recipientKind: 'agency', atTime: '08:20' })
    const { rows } = await world.admin.query(
      'select partner_id, referral_id, consent_id from disclosure where exception_id = $1',
      [exceptionId],
    )
    expect(rows).toEqual([{ partner_id: null, referral_id: null, consent_id: null }])
    expect((await world.admin.query('select from packet')).rowCount).toBe(0)
  })
})

describe('A report for a child’s protection', () => {
  test('[R116] is there for whoever made it, who leads and who reviews it, and for nobody else [R136]', async () => {
    const seen = async (key: CastKey) => ({
      list: await lookExceptions.see(world.being(key), {}),
      telling: await lookTelling.see(world.being(key), { studentId }),
    })
    const accounted = (key: CastKey) => lookAccounting.see(world.being(key), { studentId, whole: 'yes' })
    const before = { helen: await seen('helen'), lucia: (await accounted('lucia')).crossed }
    const exceptionId = await tell('daniel', report)
    const who: CastKey[] = ['daniel', 'leila', 'yolanda', 'helen', 'lucia', 'marcus', 'maya', 'joan']
    who.push('ruth', 'samuel')
    const answers = await Promise.all(who.map(async (key) => [key, await opens(key, exceptionId)] as const))
    expect(Object.fromEntries(answers)).toEqual({
      daniel: 'opened',
      leila: 'opened',
      yolanda: 'opened',
      helen: 'not_found',
      lucia: 'not_found',
      ruth: 'opened',
      samuel: 'opened',
      marcus: 'not_found',
      maya: 'not_found',
      joan: 'not_allowed',
    })
    // For everybody else nothing changes: not a count, not a row of the accounting.
    expect(await seen('helen')).toEqual(before.helen)
    expect((await accounted('lucia')).crossed).toEqual(before.lucia)
    expect((await accounted('leila')).crossed.map(({ basis }) => basis)).toContain('mandated_report')
  })

  test('is never shown to a family, whatever was chosen', async () => {
    const exceptionId = await tell('daniel', { ...report, atTime: '08:25', familySees: 'family' })
    const { rows } = await world.admin.query('select family_sees from consent_exception where id = $1', [
      exceptionId,
    ])
    expect(rows).toEqual([{ family_sees: 'nobody' }])
  })

  test('is there no more for a reviewer who is kept away from the student', async () => {
    const exceptionId = await tell('daniel', { ...report, atTime: '08:30' })
    expect(await opens('yolanda', exceptionId)).toBe('opened')
    const given = { studentId, personId: cast.yolanda.id, kind: 'conflict_of_interest' }
    await blockAccess.perform(world.being('leila'), given)
    const { actor } = world.being('yolanda')
    const kept = world.as({ ...actor, blockedIds: [studentId] })
    await expect(lookException.see(kept, { exceptionId })).rejects.toMatchObject({ code: 'not_found' })
    expect((await lookExceptions.see(kept, {})).shown).toEqual([])
  })
})
