import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { given, type GlassStory, glassStory } from '#tests/support/glass-story.ts'
import { blockAccess } from './block-access.ts'
import { breakGlass } from './break-glass.ts'
import { endOpening } from './end-opening.ts'
import { lookConflict } from './look-blocks.ts'

let story: GlassStory
beforeAll(async () => {
  story = await glassStory()
}, 60_000)
afterAll(() => story.close())
/** Each spec begins when what the one before opened is closed, and its tries are forgotten. */
beforeEach(() => story.after(24 * 60))

const { sofia } = families
const sees = async () => story.codeOf(lookConflict.see(await story.priya(), { studentId: sofia.id }))

describe('Finding a student beyond reach', () => {
  const answer = async (change: object) => {
    const outcome = await breakGlass.perform(await story.priya(), { ...given, bornOn: undefined, ...change })
    return outcome.done ? outcome.result.studentId : outcome.because
  }

  test('takes a number in full, at school or of a referral, and a proof', async () => {
    const { rows } = await story.admin.query<{ number: number }>(
      'select number from referral where id = $1',
      [story.referralId],
    )
    expect(await answer({})).toEqual(['nothing_known'])
    const name = `${sofia.given} ${sofia.family}`
    expect(await answer({ number: `#${rows[0]?.number}`, name })).toBe(sofia.id)
  })

  test('tells a wrong try and a student one is kept from in the same words, and keeps both on record', async () => {
    const kept = { studentId: sofia.id, personId: cast.priya.id, kind: 'student_objection' }
    const { blockId } = story.must(await blockAccess.perform(story.being('leila'), kept))
    expect(await answer({ bornOn: sofia.born })).toEqual(['no_match'])
    expect(await answer({ number: 'R1', bornOn: sofia.born })).toEqual(['no_match'])
    const refused = await story.trailOf(
      `kind = 'refusal' and name = 'people/break-glass' and person_id = $1`,
      [cast.priya.id],
    )
    expect(refused.slice(-2).map(({ detail }) => detail)).toEqual([
      { because: ['no_match'] },
      { because: ['no_match'] },
    ])
    await story.admin.query(
      `begin; set local session_replication_role = replica;
       delete from access_block where id = '${blockId}'; commit`,
    )
  })

  test('is heard five times in a quarter of an hour, however many guesses come at once', async () => {
    const who = await story.priya()
    const guesses = Array.from({ length: 12 }, () =>
      story.codeOf(breakGlass.perform(who, { ...given, bornOn: '2001-01-01' })),
    )
    const answers = await Promise.all(guesses)
    expect(answers.filter((each) => each === 'too_many')).toHaveLength(7)
    expect(await story.codeOf(breakGlass.perform(who, given))).toBe('too_many')
    story.after(15)
    expect((await breakGlass.perform(who, given)).done).toBe(true)
  })

  test('sends whoever reaches the student anyway to them, and opens nobody twice', async () => {
    const daniel = await story.atDoor('daniel')
    expect(await breakGlass.perform(daniel, given)).toMatchObject({ because: ['within_reach'] })
    await story.open()
    expect(await answer({ bornOn: sofia.born })).toEqual(['open_already'])
  })
})

describe('Opening a student', () => {
  test('takes a reason from the list and 20 characters of one’s own', async () => {
    for (const change of [{ reason: 'curious' }, { words: 'She is here now.' }, { words: ' '.repeat(40) }])
      expect(await story.codeOf(breakGlass.perform(await story.priya(), { ...given, ...change }))).toBe(
        'not_valid',
      )
  })

  test('is closed at once by whoever opened it, and by nobody else of their kind', async () => {
    const { openingId } = await story.open()
    expect(await story.codeOf(endOpening.perform(story.being('olive'), { openingId }))).toBe('not_found')
    story.must(await endOpening.perform(await story.priya(), { openingId }))
    expect(await sees()).toBe('not_found')
    expect(await endOpening.perform(await story.priya(), { openingId })).toMatchObject({
      because: ['over_already'],
    })
  })
})
