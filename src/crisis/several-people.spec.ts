import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '#access/actor.ts'
import { blockAccess } from '#people/block-access.ts'
import { Problem } from '#platform/problem.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { riversideId } from '#tests/riverside/places.ts'
import { type IncidentStory, incidentStory } from '#tests/support/incident-story.ts'
import { acknowledgeAlert } from './acknowledge-alert.ts'
import { checkIncident } from './check-incident.ts'
import { jobs } from './jobs.ts'
import { nameRole } from './name-role.ts'
import { takeIncident } from './take-incident.ts'
import { tellNext } from './tell-next.ts'

let story: IncidentStory
beforeAll(async () => {
  story = await incidentStory()
})
afterAll(() => story.close())
beforeEach(() => story.clock.set('2026-10-13T20:30:00Z'))

describe('Several people at one incident', () => {
  test('each sees what the others wrote, and nothing is written over [R100]', async () => {
    const incidentId = await story.began()
    await Promise.all(
      (['joan', 'daniel', 'ruth', 'marcus'] as const).map(async (key) =>
        nameRole.perform(story.being(key), { incidentId, role: 'writes', self: 'yes' }),
      ),
    )
    const { entries } = await story.seen(incidentId, 'joan')
    expect(
      entries.map(({ personName }) => personName ?? '').sort((one, other) => one.localeCompare(other)),
    ).toEqual(['Daniel Reyes', 'Joan Hale', 'Marcus Webb', 'Ruth Halvorsen'])
  })

  test('of four who press the same step on the page they all read, one stands and nobody is written over [R100]', async () => {
    const incidentId = await story.began()
    const { seen } = await story.seen(incidentId, 'joan')
    const outcomes = await Promise.all(
      (['joan', 'daniel', 'ruth', 'marcus'] as const).map(async (key) =>
        nameRole.perform(story.being(key), { incidentId, role: 'writes', self: 'yes', seen }),
      ),
    )
    expect(outcomes.filter(({ done }) => done)).toHaveLength(1)
    const refused = outcomes.flatMap((outcome) => (outcome.done ? [] : outcome.because))
    expect(refused).toEqual(['written_meanwhile', 'written_meanwhile', 'written_meanwhile'])
    const { entries, seen: now } = await story.seen(incidentId, 'joan')
    expect(entries).toHaveLength(1)
    // Whoever saw it may say it once more.
    const again = { incidentId, role: 'writes', self: 'yes', seen: now }
    story.must(await nameRole.perform(story.being('samuel'), again))
  })

  test('of fifty who take it over at once, exactly one has it', async () => {
    const incidentId = await story.began()
    const leads = ['ruth', 'daniel', 'ines', 'helen', 'marcus', 'lucia', 'samuel'] as const
    const claims = Array.from({ length: 50 }, (_, at) => leads[at % leads.length] as CastKey)
    const outcomes = await Promise.all(
      claims.map(async (key) => takeIncident.perform(story.being(key), { incidentId, fromId: cast.joan.id })),
    )
    expect(outcomes.filter(({ done }) => done)).toHaveLength(1)
    const refused = outcomes.flatMap((outcome) => (outcome.done ? [] : outcome.because))
    expect(new Set(refused)).toEqual(new Set(['taken_meanwhile', 'yours_already']))
    const winner = claims[outcomes.findIndex(({ done }) => done)] as CastKey
    expect((await story.seen(incidentId)).owner).toEqual({ id: cast[winner].id, name: cast[winner].name })
    const trail = await story.trailOf("name = 'crisis.taken' and subject_id = $1", [incidentId])
    expect(trail).toHaveLength(1)
  })

  test('whoever has it is asked again until it is closed: the timer never stops', async () => {
    const incidentId = await story.began()
    const check = () =>
      jobs
        .find(({ name }) => name === 'crisis/check-incident')
        ?.run(story.as(systemActor(riversideId)), { incidentId, district_id: riversideId })
    const timer = async () =>
      (
        await story.rows<{ run_at: Date }>('select run_at from graphile_worker.jobs where key = $1', [
          `crisis/check-incident/${incidentId}`,
        ])
      )[0]?.run_at
    const asked = async () =>
      (
        await story.rows<{ person_id: string }>(
          "select person_id from notice where kind = 'crisis.owed' and subject_id = $1",
          [incidentId],
        )
      ).map(({ person_id }) => person_id)
    expect(await timer()).toEqual(new Date('2026-10-13T20:45:00Z'))
    await check()
    expect(await asked()).toEqual([])
    story.minutesOn(15)
    await check()
    expect(await asked()).toEqual([cast.joan.id])
    expect(await timer()).toEqual(new Date('2026-10-13T21:00:00Z'))
  })
})

describe('Taking and answering', () => {
  const answers = (incidentId: string, key: CastKey, position = 0) =>
    acknowledgeAlert.perform(story.being(key, position), { incidentId })
  const next = (incidentId: string) => tellNext.perform(story.as(systemActor(riversideId)), { incidentId })
  const told = async (incidentId: string) =>
    (await story.seen(incidentId)).alerts.map(({ name, acknowledgedAt }) => [name, acknowledgedAt !== null])

  test('take, then the backup answers: whoever was told has answered by it, and the backup is not woken', async () => {
    const incidentId = await story.began()
    expect((await story.seen(incidentId, 'ruth')).mayTake).toBe(false)
    const take = { incidentId, fromId: cast.joan.id }
    story.must(await takeIncident.perform(story.being('ruth', 1), take))
    expect((await story.seen(incidentId)).incident.state).toBe('acknowledged')
    expect(await told(incidentId)).toEqual([['Ruth Halvorsen', true]])
    story.minutesOn(30)
    expect(await next(incidentId)).toMatchObject({ because: ['answered'] })
    expect(await answers(incidentId, 'samuel')).toMatchObject({ because: ['not_told'] })
  })

  test('whoever took it and was not told keeps it when the backup answers', async () => {
    const incidentId = await story.began()
    story.must(await takeIncident.perform(story.being('daniel'), { incidentId, fromId: cast.joan.id }))
    expect((await story.seen(incidentId)).incident.state).toBe('open')
    story.minutesOn(30)
    story.must(await next(incidentId))
    story.must(await answers(incidentId, 'samuel'))
    const { owner, incident } = await story.seen(incidentId)
    expect([owner.name, incident.state]).toEqual(['Daniel Reyes', 'acknowledged'])
    // Whoever was told takes it from them by a press of its own.
    expect((await story.seen(incidentId, 'ruth')).mayTake).toBe(true)
  })

  test('while nobody took it, the first answer has it, and a second changes nothing', async () => {
    const incidentId = await story.began()
    story.minutesOn(30)
    story.must(await next(incidentId))
    story.must(await answers(incidentId, 'samuel'))
    story.must(await answers(incidentId, 'ruth', 1))
    expect((await story.seen(incidentId)).owner.name).toBe('Samuel Ito')
  })
})

test('where whoever has it is gone, everybody who may take it over is asked, and once somebody did, they alone', async () => {
  const incidentId = await story.began()
  const check = async () => {
    story.minutesOn(15)
    const system = story.as(systemActor(riversideId))
    return story.must(await checkIncident.perform(system, { incidentId })).asked
  }
  const asked = async () => {
    const { rows } = await story.admin.query<{ name: string }>(
      `select p.name from notice n join person p on p.id = n.person_id
       where n.kind = 'crisis.owed' and n.subject_id = $1 order by n.made_at, p.name`,
      [incidentId],
    )
    return rows.map(({ name }) => name)
  }
  const works = (until: Date | null) =>
    story.admin.query(
      'begin; set local session_replication_role = replica; update assignment set ended_at = ' +
        `${until === null ? 'null' : `'${until.toISOString()}'`} where person_id = '${cast.joan.id}'; commit`,
    )
  await works(story.clock.now())
  expect(await check()).toBe(4)
  expect(await asked()).toEqual(['Lucia Santos', 'Marcus Webb', 'Ruth Halvorsen', 'Samuel Ito'])
  story.must(await takeIncident.perform(story.being('ruth', 1), { incidentId, fromId: cast.joan.id }))
  expect(await check()).toBe(1)
  expect((await asked()).at(-1)).toBe('Ruth Halvorsen')
  await works(null)
})

test('whoever is kept from the student has no role in it, and is offered in no list [R100]', async () => {
  const incidentId = await story.began()
  const kept = { studentId: families.theo.id, personId: cast.ines.id, kind: 'conflict_of_interest' }
  const offered = async () => (await story.seen(incidentId)).staff.map(({ id }) => id)
  expect(await offered()).toContain(cast.ines.id)
  story.must(await blockAccess.perform(story.being('leila'), kept))
  expect(await offered()).not.toContain(cast.ines.id)
  const named = { incidentId, role: 'writes', personId: cast.ines.id }
  await expect(nameRole.perform(story.being('ruth'), named)).rejects.toEqual(new Problem('not_found'))
})
