import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acknowledgeConcern } from '#concerns/acknowledge-concern.ts'
import { ownConcerns } from '#concerns/own-concerns.ts'
import { decideTriage } from '#concerns/decide-triage.ts'
import { raiseConcern } from '#concerns/raise-concern.ts'
import { screenConcern } from '#concerns/screen-concern.ts'
import { endAccess } from '#district/end-access.ts'
import { blockAccess } from '#people/block-access.ts'
import { liftBlock } from '#people/lift-block.ts'
import { newId } from '#platform/ids.ts'
import { Problem } from '#platform/problem.ts'
import { reassignNavigator } from '#referrals/reassign-navigator.ts'
import { agencyStory } from '#tests/support/agency-story.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { answers, choices } from '#tests/support/triage-story.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { schools } from '#tests/riverside/places.ts'
import { handOverWork } from './hand-over-work.ts'
import { lookLeftWork } from './look-left-work.ts'

let story: Awaited<ReturnType<typeof agencyStory>>
let referralId = ''
let waiting = ''
beforeAll(async () => {
  story = await agencyStory()
  const { being, must } = story
  referralId = (await story.accepted('kayla')).referralId
  const waits = { studentId: families.kayla.id, observed: 'Tired', urgency: 'this_week' }
  waiting = must(await raiseConcern.perform(being('joan'), waits)).concernId
  must(await acknowledgeConcern.perform(being('helen'), { concernId: waiting }))
  const said = { studentId: families.lena.id, observed: 'Quiet', urgency: 'this_week' }
  const { concernId } = must(await raiseConcern.perform(being('joan'), said))
  const asked = { concernId, version: 1, answers: answers.low }
  const { screeningId } = must(await screenConcern.perform(being('daniel'), asked))
  const support = { ...choices.a.support, ownerId: cast.maya.id }
  must(await decideTriage.perform(being('daniel'), { concernId, screeningId, ...choices.a, support }))
})
afterAll(() => story.close())

const alderCreek = schools.alderCreek.id
const giving = { personId: cast.maya.id, schoolId: alderCreek, toId: cast.daniel.id }
const seenBy = (key: 'ruth' | 'leila' | 'lucia' | 'yolanda') => lookLeftWork.see(story.being(key), {})

describe('The work of somebody who is kept from its student', () => {
  test('waits for another owner, and only that: what they hold of others stays theirs', async () => {
    const { being, must } = story
    const blocking = { studentId: families.kayla.id, personId: cast.maya.id, kind: 'conflict_of_interest' }
    const { blockId } = must(await blockAccess.perform(being('leila'), blocking))
    const [group] = (await seenBy('ruth')).left
    expect(group).toMatchObject({ personName: cast.maya.name, referrals: 1, supports: 0 })
    const toDaniel = { ...giving, toId: cast.daniel.id }
    const alsoKept = { studentId: families.kayla.id, personId: cast.daniel.id, kind: 'student_objection' }
    const second = must(await blockAccess.perform(being('leila'), alsoKept))
    expect(await handOverWork.perform(being('ruth'), toDaniel)).toMatchObject({ because: ['not_able'] })
    const lift = { studentId: families.kayla.id, because: 'set_by_mistake' }
    must(await liftBlock.perform(being('leila'), { ...lift, blockId: second.blockId }))
    expect(await handOverWork.perform(being('ruth'), toDaniel)).toMatchObject({
      result: { referrals: 1, supports: 0, concerns: 0 },
    })
    expect((await seenBy('ruth')).left).toEqual([])
    must(await liftBlock.perform(being('leila'), { ...lift, blockId }))
    expect(
      await reassignNavigator.perform(being('ruth'), { referralId, navigatorId: cast.maya.id }),
    ).toMatchObject({ done: true })
  })
})

describe('The work of somebody whose access ends', () => {
  test('is theirs while they work there: nothing waits, and nothing is taken from them', async () => {
    expect((await seenBy('ruth')).left).toEqual([])
    expect(await handOverWork.perform(story.being('ruth'), giving)).toEqual({
      done: false,
      because: ['works_here'],
    })
  })

  test('shows with its students to who leads the school, and as a number to who ended it', async () => {
    expect((await endAccess.perform(story.being('leila'), { personId: cast.maya.id })).done).toBe(true)
    const about = { personName: cast.maya.name, schoolId: alderCreek, referrals: 1, supports: 1 }
    for (const key of ['ruth', 'lucia'] as const) {
      const { left } = await seenBy(key)
      expect(left).toMatchObject([about])
      expect(left[0]?.rows.map(({ kind, studentId }) => [kind, studentId])).toEqual([
        ['referral', families.kayla.id],
        ['support', families.lena.id],
      ])
    }
    const [counted] = (await seenBy('leila')).left
    expect(counted).toMatchObject({ ...about, rows: [], able: [] })
    const { rows: looks } = await story.admin.query(
      `select role, student_id, student_ids from audit_event where name = 'coordination/left-work' order by at, id`,
    )
    expect(JSON.stringify(looks.filter(({ role }) => role === 'designated_lead'))).toContain(
      families.kayla.id,
    )
    expect(JSON.stringify(looks.filter(({ role }) => role === 'privacy_officer'))).not.toContain(
      families.kayla.id,
    )
  })

  test('goes only to who can own it, from who leads the school', async () => {
    const { being } = story
    const nobody = await handOverWork.perform(being('ruth'), { ...giving, toId: cast.joan.id })
    expect(nobody).toEqual({ done: false, because: ['not_able'] })
    const self = await handOverWork.perform(being('ruth'), { ...giving, toId: cast.maya.id })
    expect(self).toEqual({ done: false, because: ['not_able'] })
    for (const key of ['daniel', 'leila', 'noor'] as const)
      await expect(handOverWork.perform(being(key), giving)).rejects.toThrow(new Problem('not_allowed'))
    const elsewhere = { ...giving, schoolId: schools.harlow.id }
    for (const schoolId of [elsewhere.schoolId, newId()])
      await expect(handOverWork.perform(being('lucia'), { ...giving, schoolId })).rejects.toThrow(
        new Problem('not_found'),
      )
  })

  test('is handed over in one act: each piece has its new owner and a trace, and what is owed stays', async () => {
    const { next_due_at: due, next_step: step } = await story.rowOf(referralId)
    const pages = await pagesOf(story)
    expect((await pages.get('ruth', '/left-work')).html).toContain('Hand it over')
    expect((await pages.get('leila', '/left-work')).html).not.toContain('Hand it over')
    const names = ['referral.reassigned', 'support.given', 'work.handed_over']
    const left = async () => {
      const counts = []
      for (const name of names) counts.push((await story.trailOf('name = $1', [name])).length)
      return counts
    }
    const before = await left()
    expect((await pages.post('ruth', '/left-work', giving)).location).toBe('/left-work')
    expect((await pages.get('ruth', '/left-work')).html).toContain('No work waits for an owner')
    expect(pages.broken).toEqual([])
    await pages.close()
    expect(await story.rowOf(referralId)).toMatchObject({
      navigator_id: cast.daniel.id,
      next_due_at: due,
      next_step: step,
    })
    const { rows } = await story.admin.query('select owner_id from brief_support')
    expect(rows).toEqual([{ owner_id: cast.daniel.id }])
    expect(await left()).toEqual(before.map((count) => count + 1))
    const told = await story.admin.query(
      'select kind, subject_type from notice where person_id = $1 order by kind',
      [cast.daniel.id],
    )
    expect(told.rows).toEqual(
      expect.arrayContaining([
        { kind: 'referral_given', subject_type: 'referral' },
        { kind: 'support.given', subject_type: 'brief_support' },
      ]),
    )
    const again = await handOverWork.perform(story.being('ruth'), giving)
    expect(again).toEqual({ done: false, because: ['nothing_left'] })
  })

  test('counts concerns they took up, which go to who decides there; the reporter reads whom to ask now', async () => {
    const { being } = story
    expect((await endAccess.perform(being('leila'), { personId: cast.helen.id })).done).toBe(true)
    const [group] = (await seenBy('ruth')).left
    expect(group).toMatchObject({ personName: cast.helen.name, concerns: 1, referrals: 0, rows: [] })
    const passing = { personId: cast.helen.id, schoolId: alderCreek }
    for (const [takers, reason] of [
      [{}, 'nobody_chosen'],
      [{ concernsToId: cast.joan.id }, 'not_able'],
    ] as const) {
      const outcome = await handOverWork.perform(being('ruth'), { ...passing, ...takers })
      expect(outcome).toEqual({ done: false, because: [reason] })
    }
    const pages = await pagesOf(story)
    const page = (await pages.get('ruth', '/left-work')).html
    expect(page).toContain('Concerns taken up: 1')
    expect(page).not.toContain('Kayla')
    const sent = { ...passing, toId: '', concernsToId: cast.daniel.id }
    expect((await pages.post('ruth', '/left-work', sent)).location).toBe('/left-work')
    expect((await pages.get('daniel', '/today')).html).toContain('A concern somebody else took up')
    expect(pages.broken).toEqual([])
    await pages.close()
    const { concerns } = await ownConcerns.see(being('joan'), {})
    expect(concerns.find(({ id }) => id === waiting)?.contact).toBe(cast.daniel.name)
    expect(await story.trailOf(`name = 'concern.given'`, [])).toHaveLength(1)
  })
})
