import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookRoster, lookRosters } from '#people/look-rosters.ts'
import { lookPartner } from '#partnership/look-partner.ts'
import { recordedSteps } from '#partnership/onboarding.ts'
import { families } from '../families.ts'
import { partners } from '../places.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { tuesday } from '#tests/support/world.ts'
import { tellStories } from './tell.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

test('every story is told by the acts people do, and leaves open work, closed loops and choices', async () => {
  await tellStories(world.db, { now: new Date(tuesday), onProgress: () => undefined })
  const { rows } = await world.admin.query<{ state: string }>('select distinct state from referral')
  expect(rows.map(({ state }) => state)).toEqual(
    expect.arrayContaining([
      'handoff_open',
      'sent',
      'accepted',
      'scheduled',
      'not_accepted',
      'in_service',
      'withdrawn',
      'redirected',
      'closed',
    ]),
  )
})

test('the page of rosters shows the file that came in: who was known, who is new, and the line left out [R368]', async () => {
  const { imports } = await lookRosters.see(world.being('ben'), {})
  expect(imports).toMatchObject([{ fileName: 'riverside-2026-27.zip', state: 'applied' }])
  const known = Object.keys(families).length
  const { summary } = await lookRoster.see(world.being('ben'), { importId: imports[0]?.id })
  expect(summary).toMatchObject({
    counts: {
      schools: { added: 0, changed: 0, closed: 0 },
      students: { added: 3, changed: 0, left: 0, same: known },
      enrolments: { added: 3, changed: 0, ended: 0 },
      caregivers: { added: 0, changed: 0 },
    },
    refused: { total: 1, listed: [{ file: 'enrollments.csv', reason: 'class_not_found' }] },
  })
  const { rows } = await world.admin.query('select name from audit_event where name = $1', ['roster.applied'])
  expect(rows).toHaveLength(1)
})

test('every agency has somebody who answers for it, the steps it came on board by, and a number in a crisis', async () => {
  for (const { id: partnerId } of Object.values(partners)) {
    const { partner } = await lookPartner.see(world.being('yolanda'), { partnerId })
    expect(partner.relationshipOwner).not.toBeNull()
    expect(partner.crisisPhone).toMatch(/^555-/)
    const { rows } = await world.admin.query('select step from onboarding_step where partner_id = $1', [
      partnerId,
    ])
    expect(rows.map(({ step }) => step)).toEqual(expect.arrayContaining([...recordedSteps]))
  }
})
