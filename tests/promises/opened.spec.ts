import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Doer } from '#access/doer.ts'
import { issueToken } from '#access/issue-token.ts'
import { Bearers } from '#access/token.ts'
import { lookAccounting } from '#consent/look-accounting.ts'
import { lookReaders } from '#coordination/look-readers.ts'
import { lookStudent } from '#coordination/look-student.ts'
import { lookUnusual } from '#coordination/look-unusual.ts'
import { handoffPage } from '#handoffs/handoff-page.ts'
import { blockAccess } from '#people/block-access.ts'
import { breakGlass } from '#people/break-glass.ts'
import { lookGlass } from '#people/look-openings.ts'
import { lookSearch } from '#people/look-search.ts'
import { updateStudent } from '#people/update-student.ts'
import { lookTracker } from '#referrals/look-tracker.ts'
import { referralPage } from '#referrals/referral-page.ts'
import { assignmentId, cast } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { given, type GlassStory, glassStory } from '../support/glass-story.ts'

let story: GlassStory
beforeAll(async () => {
  story = await glassStory()
}, 60_000)
afterAll(() => story.close())
/** Each spec begins when what the one before opened is closed, and its tries are forgotten. */
beforeEach(() => story.after(24 * 60))

const { sofia, lena } = families
const sees = async (who?: Doer, studentId: string = sofia.id) =>
  story.codeOf(lookStudent.see(who ?? (await story.priya()), { studentId }))

describe('Breaking the glass', () => {
  test('opens one student and everything of hers to read, for four hours and not an instant longer', async () => {
    expect(await sees()).toBe('not_found')
    await story.open()
    expect(await sees()).toBe('seen')
    expect(await story.codeOf(referralPage.see(await story.priya(), { referralId: story.referralId }))).toBe(
      'seen',
    )
    expect(await story.codeOf(handoffPage.see(await story.priya(), { referralId: story.referralId }))).toBe(
      'seen',
    )
    expect(await sees(undefined, lena.id)).toBe('not_found')
    story.after(239)
    expect(await sees()).toBe('seen')
    story.after(1)
    expect(await sees()).toBe('not_found')
    expect(await story.codeOf(referralPage.see(await story.priya(), { referralId: story.referralId }))).toBe(
      'not_found',
    )
  })

  test('changes nothing: whoever acts is as without it', async () => {
    await story.open()
    const change = { studentId: sofia.id, version: 1, homeLanguage: 'es', disability: 'no', neighborhood: '' }
    expect(await story.codeOf(updateStudent.perform(await story.priya(), change))).toBe('not_found')
    const { offers } = await lookStudent
      .see(await story.priya(), { studentId: sofia.id })
      .then(({ full, readsKeptAway }) => ({
        offers: [full?.mayKeepDetails, readsKeptAway, full?.mayLookAgain],
      }))
    expect(offers).toEqual([false, false, false])
  })

  test('adds nothing to a list, a search or a count', async () => {
    await story.open()
    const found = await lookSearch.see(await story.priya(), { q: sofia.family })
    expect([...found.students, ...found.referrals]).toEqual([])
    const tracked = await lookTracker.see(await story.priya(), {})
    expect(JSON.stringify(tracked)).not.toContain(sofia.id)
  })

  test('holds in the assignment it was made in, for the person who made it, and for no machine', async () => {
    await story.open()
    const { db, clock, districtId } = story
    const token = {
      districtId,
      assignmentId: assignmentId('priya'),
      label: 'Spec',
      days: 1,
      now: clock.now(),
    }
    const machine = await new Bearers({ db, clock }).actorOf(`Bearer ${await issueToken(db, token)}`)
    expect(machine?.personId).toBe(cast.priya.id)
    expect(await sees(machine && story.as(machine))).toBe('not_found')
    expect(await sees(await story.atDoor('olive'))).toBe('not_found')
  })

  test('is done by nobody who has not proven who they are just now, and by no machine', async () => {
    const { provenLately: _, ...late } = await story.priya()
    expect(await story.codeOf(breakGlass.perform(late, given))).toBe('proof_needed')
    expect(await story.codeOf(lookGlass.see(late, {}))).toBe('proof_needed')
    expect(await sees()).toBe('not_found')
  })
})

describe('What is open', () => {
  test('is closed by a block that comes later, and was never open to whoever was kept away', async () => {
    await story.open()
    expect(await sees()).toBe('seen')
    const kept = { studentId: sofia.id, personId: cast.priya.id, kind: 'conflict_of_interest' }
    const { blockId } = story.must(await blockAccess.perform(story.being('leila'), kept))
    expect(await sees()).toBe('not_found')
    await story.admin.query(
      `begin; set local session_replication_role = replica;
       delete from access_block where id = '${blockId}'; commit`,
    )
  })

  test('says in each row of the trail on which ground it was read', async () => {
    const { openingId } = await story.open()
    await sees()
    await sees(await story.atDoor('daniel'))
    const read = await story.trailOf(`kind = 'read' and name = 'coordination/student' and student_id = $1`, [
      sofia.id,
    ])
    expect(read.slice(-2).map(({ detail }) => detail)).toEqual([
      { ground: 'break_glass', opening: openingId },
      {},
    ])
  })
})

describe('Whoever asks who looked', () => {
  test('reads that the glass was broken, and that breaking it is no task with the student', async () => {
    await story.open()
    await sees()
    const { readers } = await lookReaders.see(story.being('leila'), { studentId: sofia.id })
    const own = readers.filter(({ personName }) => personName === cast.priya.name)
    expect(own).toMatchObject([{ role: 'counselor', brokeGlass: true }])
    expect(readers.filter(({ brokeGlass }) => brokeGlass)).toEqual(own)
    const { unusual } = await lookUnusual.see(story.being('leila'), {})
    const hers = unusual.filter(({ personId }) => personId === cast.priya.id)
    expect(hers.map(({ why: reasons }) => reasons)).toEqual([['broke_glass', 'again_and_again']])
    const paper = await lookAccounting.see(story.being('leila'), { studentId: sofia.id, whole: 'yes' })
    const glass = paper.opened?.filter(({ brokeGlass }) => brokeGlass) ?? []
    expect(new Set(glass.map(({ personName }) => personName))).toEqual(new Set([cast.priya.name]))
  })

  test('proves who they are before anything is made ready for paper', async () => {
    const { provenLately: _, ...late } = story.being('leila')
    const asked = { studentId: sofia.id }
    expect(await story.codeOf(lookAccounting.see(late, asked))).toBe('seen')
    expect(await story.codeOf(lookAccounting.see(late, { ...asked, whole: 'yes' }))).toBe('proof_needed')
  })
})
