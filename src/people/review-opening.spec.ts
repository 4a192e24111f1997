import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { given, type GlassStory, glassStory } from '#tests/support/glass-story.ts'
import { type Posting, postingOf } from '#tests/support/posting.ts'
import { escalateOpening } from './escalate-opening.ts'
import { lookOpening, lookOpenings } from './look-openings.ts'
import { openingJobs } from './opening-jobs.ts'
import { reviewOpening } from './review-opening.ts'
import { findStudent } from './store.ts'

let story: GlassStory
beforeAll(async () => {
  story = await glassStory()
}, 60_000)
afterAll(() => story.close())
/** Each spec begins when what the one before opened is closed, and its tries are forgotten. */
beforeEach(() => story.after(24 * 60))

const { sofia } = families
/** Whether she is within Priya's reach. */
async function sees(): Promise<'seen' | 'not_found'> {
  const { actor } = await story.priya()
  const found = await story.db.transaction(scopeOf(actor), (tx) => findStudent(tx, actor, sofia.id))
  return found === undefined ? 'not_found' : 'seen'
}

describe('The review', () => {
  let posting: Posting
  beforeAll(() => {
    posting = postingOf(story)
  })
  const system = () => story.asSystem(story.districtId)
  /** What waits to be done about openings now, carried out. */
  async function work(): Promise<void> {
    const { rows } = await story.admin.query<{ payload: { district_id: string } }>(
      `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t where t.id = j.task_id
       and t.identifier = 'people/escalate-opening' and j.run_at <= $1 returning j.payload`,
      [story.clock.now()],
    )
    for (const { payload } of rows) await openingJobs[0]?.run(system(), payload)
    await posting.round()
  }
  /** Letters about this opening, and not the digests of the day. */
  const letters = () => posting.mail.filter(({ text }) => text.includes('needs an answer'))
  beforeEach(async () => {
    await work()
    posting.mail.length = 0
  })

  test('is asked of the privacy officer and the designated lead at once, in words that name nobody', async () => {
    const { openingId } = await story.open()
    const { rows } = await story.admin.query<{ person_id: string; kind: string }>(
      'select person_id, kind from notice where subject_id = $1 order by person_id',
      [openingId],
    )
    const told = [cast.leila.id, cast.ruth.id].toSorted()
    expect(rows).toEqual(told.map((id) => ({ person_id: id, kind: 'opening.begun' })))
    await work()
    expect(
      letters()
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual([cast.leila.email, cast.ruth.email].toSorted())
    for (const secret of [
      sofia.given,
      sofia.family,
      sofia.id,
      sofia.localId,
      'Priya',
      'Alder',
      openingId,
      given.words,
    ])
      expect(JSON.stringify(letters())).not.toContain(secret)
  })

  test('is done by somebody else, once, with what they find and why', async () => {
    const { openingId } = await story.open()
    const found = { openingId, finding: 'justified', words: 'The family had called her.' }
    expect(await story.codeOf(reviewOpening.perform(story.being('ruth'), found))).toBe('not_allowed')
    const her = story.as({ ...(await story.priya()).actor, role: 'privacy_officer', schoolIds: null })
    expect(await reviewOpening.perform(her, found)).toMatchObject({ because: ['own'] })
    story.must(await reviewOpening.perform(story.being('leila'), found))
    expect(await reviewOpening.perform(story.being('yolanda'), found)).toMatchObject({
      because: ['reviewed_already'],
    })
    const { opening, read } = await lookOpening.see(story.being('leila'), { openingId })
    expect(opening).toMatchObject({ finding: 'justified', reviewedByName: cast.leila.name })
    expect(read).toEqual([])
    const { rows } = await story.admin.query('select from notice where subject_id = $1 and read_at is null', [
      openingId,
    ])
    expect(rows).toEqual([])
    expect(await sees()).toBe('seen')
  })

  test('ends what is not justified', async () => {
    const { openingId } = await story.open()
    const found = { openingId, finding: 'not_justified', words: 'She knows the family.' }
    story.must(await reviewOpening.perform(story.being('leila'), found))
    expect(await sees()).toBe('not_found')
  })

  test('becomes the district head’s after three days, once, and not before', async () => {
    const { openingId } = await story.open()
    await work()
    posting.mail.length = 0
    story.after(72 * 60 - 1)
    expect(await escalateOpening.perform(system(), { openingId })).toMatchObject({ because: ['not_due'] })
    story.after(1)
    await work()
    expect(new Set(letters().map(({ to }) => to))).toEqual(new Set([cast.yolanda.email]))
    expect(await escalateOpening.perform(system(), { openingId })).toMatchObject({
      because: ['told_already'],
    })
    const { waiting } = await lookOpenings.see(story.being('yolanda'), {})
    expect(waiting.map(({ id }) => id)).toContain(openingId)
    const found = { openingId, finding: 'needs_follow_up', words: 'I speak with her.' }
    story.must(await reviewOpening.perform(story.being('yolanda'), found))
    expect(await escalateOpening.perform(system(), { openingId })).toMatchObject({ because: ['reviewed'] })
  })

  test('is told to whoever is next where there is no head of the district, and fails loudly where there is nobody', async () => {
    const { openingId } = await story.open()
    story.after(72 * 60)
    const gone = (roles: readonly string[]) =>
      story.admin
        .query('begin; set local session_replication_role = replica')
        .then(() =>
          story.admin.query('update assignment set ended_at = starts_on where role = any($1)', [roles]),
        )
        .then(() => story.admin.query('commit'))
    await gone(['district_head', 'student_support_head'])
    story.must(await escalateOpening.perform(system(), { openingId }))
    const told = `select p.name from notice n join person p on p.id = n.person_id
      where n.kind = 'opening.escalated' and n.subject_id = $1`
    expect((await story.admin.query(told, [openingId])).rows).toEqual([{ name: cast.leila.name }])
    const { openingId: another } = await story.open()
    story.after(72 * 60)
    await gone(['privacy_officer'])
    await expect(escalateOpening.perform(system(), { openingId: another })).rejects.toThrow(/nobody to tell/)
  })
})
