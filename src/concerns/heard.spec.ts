import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#access/actor.ts'
import { cast } from '#tests/riverside/cast.ts'
import { riversideId, schools } from '#tests/riverside/places.ts'
import { triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { acknowledgeConcern } from './acknowledge-concern.ts'
import { askAsCaregiver } from './ask-as-caregiver.ts'
import { askAsStudent } from './ask-as-student.ts'
import { closeConcern } from './close-concern.ts'
import { jobs } from './jobs.ts'
import { routeQueue } from './route-queue.ts'
import { tellArrival } from './tell-arrival.ts'
import { tellLate, tellLateConcerns } from './tell-late.ts'

let story: TriageStory
beforeAll(async () => {
  story = await triageStory()
})
afterAll(() => story.close())

const triageStaff = [cast.daniel.id, cast.helen.id, cast.ines.id].sort()
type News = { kind: string; person: string; unread: boolean; type: string }
const newsOf = (concernId: string) =>
  story.rows<News>(
    `select kind, person_id as person, read_at is null as unread, subject_type as type from notice
     where subject_id = $1 order by kind, person_id`,
    [concernId],
  )
const messagesOf = async (concernId: string) =>
  story.rows<{ cause: string; person: string }>(
    'select cause, person_id as person from message where subject_id = $1 order by cause, person_id',
    [concernId],
  )
const people = (news: readonly { person: string }[]) => news.map(({ person }) => person).sort()
const kinds = (news: readonly { kind: string }[]) => [...new Set(news.map(({ kind }) => kind))]
const latest = async () => {
  const [row] = await story.rows<{ id: string }>(
    'select id from concern order by received_at desc, id desc limit 1',
  )
  return (row as { id: string }).id
}
const hour = 3_600_000
const pass = (time: number) => story.clock.set(new Date(story.clock.now().getTime() + time))
/** What the house does right after a concern is there, where it asked for it. @returns how many it asked */
async function hear(): Promise<number> {
  const asked = await story.rows<{ id: string }>(
    `select j.payload ->> 'concernId' as id from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'concerns/tell-arrival'`,
  )
  const job = jobs.find(({ name }) => name === 'concerns/tell-arrival')
  for (const { id: concernId } of asked)
    await job?.run(story.as(systemActor(riversideId)), { district_id: riversideId, concernId })
  return asked.length
}
const round = () => tellLateConcerns(story.as(systemActor(riversideId)))
const asked = { name: 'Ruben', urgency: 'when_possible' }
const worry = {
  name: 'Sofia Delgado',
  askedBy: 'Carmen Delgado',
  contact: '555-0137',
  observed: 'She does not sleep',
  urgency: 'this_week',
}

describe('A concern that comes in', () => {
  test('for today is told at once to all whose queue it is, in the app and by a message', async () => {
    const concernId = await story.raise('sofia', { urgency: 'today' })
    expect(await newsOf(concernId)).toEqual([])
    expect(await hear()).toBe(1)
    // Asked for twice, it is told once.
    await hear()
    const news = await newsOf(concernId)
    expect([kinds(news), people(news)]).toEqual([['concern.urgent'], triageStaff])
    const messages = await messagesOf(concernId)
    expect(messages.every(({ cause }) => cause === 'concern.urgent')).toBe(true)
    expect(people(messages)).toEqual(triageStaff)
    const [traced] = await story.trailOf("name = 'concern.queue_told' and subject_id = $1", [concernId])
    expect(traced?.role).toBe('system')
    expect(traced?.detail).toMatchObject({ people: expect.arrayContaining(triageStaff) })
  })

  test('from staff and not for today is told to nobody: it waits in the queue', async () => {
    const before = await hear()
    const concernId = await story.raise('sofia', { urgency: 'this_week' })
    expect(await hear()).toBe(before)
    expect(await tellArrival.perform(story.as(systemActor(riversideId)), { concernId })).toMatchObject({
      because: ['no_news'],
    })
    expect([await newsOf(concernId), await messagesOf(concernId)]).toEqual([[], []])
  })

  test('from a student or a caregiver is told, however soon they ask, and says nobody’s name', async () => {
    story.must(await askAsStudent.perform(story.anybody(), asked))
    const ofStudent = await latest()
    pass(1000)
    story.must(await askAsCaregiver.perform(story.anybody(), worry))
    const ofCaregiver = await latest()
    await hear()
    for (const concernId of [ofStudent, ofCaregiver]) {
      const news = await newsOf(concernId)
      expect([kinds(news), people(news)]).toEqual([['concern.asked'], triageStaff])
      expect(people(await messagesOf(concernId))).toEqual(triageStaff)
    }
    pass(1000)
    story.must(await askAsStudent.perform(story.anybody(), { name: 'Ruben' }))
    await hear()
    expect(kinds(await newsOf(await latest()))).toEqual(['concern.urgent'])
  })

  test('is not told to whoever raised it, nor to other roles where one role has the queue', async () => {
    const own = await story.raise('sofia', { urgency: 'today' }, 'daniel')
    await hear()
    expect(people(await newsOf(own))).toEqual(triageStaff.filter((id) => id !== cast.daniel.id))
    const given = { schoolId: schools.alderCreek.id, role: 'psychologist' }
    story.must(await routeQueue.perform(story.being('yolanda'), given))
    const theirs = await story.raise('sofia', { urgency: 'today' })
    await hear()
    expect(people(await newsOf(theirs))).toEqual([cast.helen.id])
    story.must(await routeQueue.perform(story.being('yolanda'), { ...given, role: 'all' }))
  })

  test('is news to nobody any more once somebody took it up', async () => {
    const [concernId, other] = [
      await story.raise('ada', { urgency: 'today' }),
      await story.raise('owen', { urgency: 'today' }),
    ]
    await hear()
    story.must(await acknowledgeConcern.perform(story.being('daniel'), { concernId }))
    expect((await newsOf(concernId)).map(({ unread }) => unread)).toEqual([false, false, false])
    expect((await newsOf(other)).map(({ unread }) => unread)).toEqual([true, true, true])
    // Taken up before anybody heard, it is news to nobody at all.
    const early = await story.raise('hana', { urgency: 'today' })
    story.must(await acknowledgeConcern.perform(story.being('daniel'), { concernId: early }))
    await hear()
    expect(await newsOf(early)).toEqual([])
  })
})

describe('A concern that was not decided in its time', () => {
  test('is told once, to whose queue it is and to the lead, and is kept with its standard', async () => {
    const concernId = await story.raise('lena', { urgency: 'today' })
    await hear()
    await round()
    expect(kinds(await newsOf(concernId))).toEqual(['concern.urgent'])
    const before = await story.rows('select late_told_at from concern where id = $1', [concernId])
    expect(before).toEqual([{ late_told_at: null }])
    pass(24 * hour)
    await Promise.all([round(), round()])
    await round()
    const late = (await newsOf(concernId)).filter(({ kind }) => kind === 'concern.late')
    expect(people(late)).toEqual(triageStaff)
    const lead = (await newsOf(concernId)).filter(({ kind }) => kind === 'concern.undecided')
    // Who leads may not open it: the news leads to no concern.
    expect(lead).toEqual([
      { kind: 'concern.undecided', person: cast.ruth.id, unread: true, type: 'late_concern' },
    ])
    const causes = (await messagesOf(concernId)).map(({ cause }) => cause)
    expect(causes.filter((cause) => cause === 'concern.late')).toHaveLength(3)
    expect(causes.filter((cause) => cause === 'concern.undecided')).toHaveLength(1)
    const [kept] = await story.rows(
      'select late_told_at > due_at as late, due_standard from concern where id = $1',
      [concernId],
    )
    expect(kept).toMatchObject({ late: true, due_standard: { clock: 'triage', version: 1 } })
    const trail = await story.trailOf("name = 'concern.late_told' and subject_id = $1", [concernId])
    expect(trail.map(({ role }) => role)).toEqual(['system'])
  })

  test('is told though somebody took it up, and not when it was closed in time', async () => {
    const [taken, closed] = [
      await story.raise('mateo', { urgency: 'today' }),
      await story.raise('tessa', { urgency: 'today' }),
    ]
    await hear()
    story.must(await acknowledgeConcern.perform(story.being('daniel'), { concernId: taken }))
    const reason = { concernId: closed, reason: 'Raised twice' }
    story.must(await closeConcern.perform(story.being('daniel'), reason))
    pass(24 * hour)
    await round()
    expect(kinds(await newsOf(taken))).toContain('concern.late')
    expect(kinds(await newsOf(closed))).not.toContain('concern.late')
    const system = story.as(systemActor(riversideId))
    for (const concernId of [taken, closed])
      expect(await tellLate.perform(system, { concernId })).toEqual({ done: false, because: ['not_late'] })
    story.must(await closeConcern.perform(story.being('daniel'), { ...reason, concernId: taken }))
    const left = (await newsOf(taken)).filter(({ unread }) => unread)
    expect(left.map(({ kind }) => kind)).toEqual(['reporter.closed'])
  })
})
