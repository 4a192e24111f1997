import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endAssignment } from '#district/end-assignment.ts'
import { Problem } from '#platform/problem.ts'
import { acceptReferral } from '#referrals/accept-referral.ts'
import { declineReferral } from '#referrals/decline-referral.ts'
import { nameHolder } from '#referrals/name-holder.ts'
import { passResponsibility } from '#referrals/pass-responsibility.ts'
import { redirectReferral } from '#referrals/redirect-referral.ts'
import { returnReferral } from '#referrals/return-referral.ts'
import { stateHighNeed } from '#referrals/state-high-need.ts'
import { type CastKey, cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { partners } from '#tests/riverside/places.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { choices, triageStory } from '#tests/support/triage-story.ts'
import { Chance } from '#tests/walks/chance.ts'
import { lookGaps } from './look-gaps.ts'
import { lookToday } from './look-today.ts'
import { openRecords } from './lost-store.ts'
import { lacksOf } from './lost.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

/** What the gaps say of who answers, by student: at once, and by whom it is owed. */
const flagged = async () => {
  const { rows } = await lookGaps.see(story.being('maya'), {})
  return new Map(
    rows.flatMap(({ studentId, gaps }) =>
      gaps.flatMap((gap) => (gap.atRisk === true ? [[studentId, gap] as const] : [])),
    ),
  )
}
const onToday = async () => {
  const { groups } = await lookToday.see(story.being('maya'), { show: 'everything' })
  const things = Object.values(groups).flat()
  return things.flatMap((one) => (one.of === 'thing' && one.kind === 'holder' ? [one.studentId] : []))
}
const atNight = async () => {
  const scope = { districtId: story.districtId, side: 'system' } as const
  const records = await story.db.transaction(scope, (tx) => openRecords(tx, story.clock.now()))
  return records.flatMap((each) =>
    each.type === 'referral' && lacksOf(each).includes('clinician') ? [each.studentId] : [],
  )
}

/**
 * Who is open, at high risk, and held by nobody clinical: asked of the bare rows, by lines of its own.
 */
const unheld = async (): Promise<string[]> => {
  const { rows: open } = await story.admin.query(
    'select student_id from referral where ended_at is null and high_risk_at is not null',
  )
  const { rows: held } = await story.admin.query(
    'select * from clinical_responsibility where ended_at is null',
  )
  const { rows: roles } = await story.admin.query(
    'select person_id, role from assignment where ended_at is null',
  )
  const clinical = ['psychologist', 'social_worker', 'nurse', 'clinician']
  const answers = (student: string) =>
    held.some(
      (row) =>
        row.student_id === student &&
        ((row.partner_id !== null && row.holder_credential !== null) ||
          roles.some(({ person_id, role }) => person_id === row.holder_id && clinical.includes(role))),
    )
  return [...new Set(open.map(({ student_id }) => student_id as string))]
    .filter((one) => !answers(one))
    .sort()
}

const name = (referralId: string, holder: CastKey, by: CastKey = 'maya') =>
  nameHolder.perform(story.being(by), { referralId, holderId: cast[holder].id })

describe('A student at high risk', () => {
  test('is held by nobody without a clinical role: a teacher or counselor alone is refused [R156]', async () => {
    const { referralId } = await story.sent('mateo')
    const risky = { referralId, criterion: 'safety_concerns' }
    story.must(await stateHighNeed.perform(story.being('maya'), risky))
    expect(await name(referralId, 'joan')).toEqual({ done: false, because: ['holder_not_clinical'] })
    expect(await name(referralId, 'daniel')).toEqual({ done: false, because: ['holder_not_clinical'] })
    const gap = (await flagged()).get(families.mateo.id)
    expect(gap).toMatchObject({ question: 'responsibility', owner: cast.maya.name, dueAt: story.clock.now() })
    expect(await onToday()).toContain(families.mateo.id)
    expect(await atNight()).toContain(families.mateo.id)

    story.must(await name(referralId, 'helen'))
    expect((await flagged()).has(families.mateo.id)).toBe(false)
    expect(await onToday()).not.toContain(families.mateo.id)
    expect(await atNight()).not.toContain(families.mateo.id)
  })

  test('passes to the agency by a clinician alone, and whoever held them at school answers no more', async () => {
    const { rows } = await story.admin.query(`select id from referral where student_id = $1`, [
      families.mateo.id,
    ])
    const referralId = rows[0].id
    const accept = (named: object) => acceptReferral.perform(story.being('noor'), { referralId, ...named })
    expect(await accept({ clinicianName: 'Rae Moss' })).toEqual({
      done: false,
      because: ['credential_missing'],
    })
    story.must(await accept({ clinicianName: 'Rae Moss', credential: 'LCSW' }))
    story.must(await passResponsibility.perform(story.asSystem(story.districtId), { referralId }))
    expect((await flagged()).has(families.mateo.id)).toBe(false)
    expect(await name(referralId, 'helen')).toEqual({ done: false, because: ['agency_holds'] })
    const query =
      'select holder_name, ended_at is null as now from clinical_responsibility where referral_id = $1'
    expect((await story.admin.query(`${query} order by holder_name`, [referralId])).rows).toEqual([
      { holder_name: cast.helen.name, now: false },
      { holder_name: 'Rae Moss', now: true },
    ])
  })
})

/** One move of somebody, whether it is taken or refused. */
function moves(chance: Chance, referralId: string): (() => Promise<unknown>)[] {
  const by = (key: CastKey) => story.being(key)
  const holder = chance.one(['joan', 'daniel', 'helen', 'ines', 'maya', 'marcus'] as const)
  const named = chance.one([
    { clinicianName: 'Pat Lind' },
    { clinicianName: 'Pat Lind', credential: 'LMFT' },
    { clinicianId: cast.tomas.id },
  ])
  return [
    () => stateHighNeed.perform(by('maya'), { referralId, criterion: 'safety_concerns' }),
    () => name(referralId, holder),
    () => acceptReferral.perform(by('noor'), { referralId, ...named }),
    () => declineReferral.perform(by('noor'), { referralId, reason: 'capacity' }),
    () => returnReferral.perform(by('noor'), { referralId, reason: 'capacity' }),
    () =>
      redirectReferral.perform(by('maya'), {
        referralId,
        reason: 'capacity',
        partnerId: partners.northbank.id,
      }),
  ]
}

/** What is not there for somebody is refused by name; anything else is a fault. */
const attempt = (move: () => Promise<unknown>) =>
  move().catch((refused: unknown) => {
    if (!(refused instanceof Problem)) throw refused
  })

test('no path of acts leaves a high-risk referral with a holder who is no clinician, unflagged [R156]', async () => {
  const chance = new Chance(20_261_013)
  const ids = new Map<string, string>()
  for (const family of ['lena', 'sofia', 'owen'] as const)
    ids.set(families[family].id, (await story.sent(family)).referralId)
  const seen = new Set<number>()
  for (let move = 0; move < 60; move++) {
    const { rows } = await story.admin.query(
      'select id from referral where ended_at is null and student_id = any($1) order by id',
      [[...ids.keys()]],
    )
    if (move === 45) {
      const { rows: held } = await story.admin.query('select id from assignment where person_id = $1', [
        cast.helen.id,
      ])
      const given = { assignmentId: held[0].id }
      story.must(await endAssignment.perform(story.being('yolanda'), given))
    }
    if (rows.length === 0) break
    const { id } = chance.one(rows)
    await attempt(chance.one(moves(chance, id)))
    await passResponsibility.perform(story.asSystem(story.districtId), { referralId: id })
    const owed = await unheld()
    seen.add(owed.length)
    expect([...(await flagged()).keys()].sort()).toEqual(owed)
    expect(new Set(await atNight())).toEqual(new Set(owed))
    expect(new Set(await onToday())).toEqual(new Set(owed))
  }
  // The walk saw nobody owed, and somebody.
  expect(seen.size).toBeGreaterThan(1)
})

describe('Risk that rises', () => {
  test('by the checklist, or a decision for a crisis, is owed on each open referral at once [R156]', async () => {
    const own = await triageStory()
    const ready = await own.ready('theo', 'moderate')
    own.must(await own.decide({ ...ready, ...choices.b }))
    const risk = async () =>
      (await own.rows<{ at: Date | null }>('select high_risk_at as at from referral'))[0]?.at
    expect(await risk()).toBeNull()
    await own.ready('theo', 'high')
    expect(await risk()).toEqual(own.clock.now())
    await own.close()
  })
})
