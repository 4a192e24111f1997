import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { acknowledgeAlert } from '#crisis/acknowledge-alert.ts'
import type { CastKey } from '#tests/riverside/cast.ts'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { choices, triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { agreeMeasures } from './agree-measures.ts'
import { lookGaps } from './look-gaps.ts'
import { lookStudent } from './look-student.ts'
import { sixOf } from './screens/six.tsx'

const decidedAt = '2026-10-13T20:30:00Z'
let story: TriageStory
beforeAll(async () => {
  story = await triageStory()
})
afterAll(() => story.close())
beforeEach(() => story.clock.set(decidedAt))

const page = (family: FamilyKey, by: CastKey = 'maya') =>
  lookStudent.see(story.being(by), { studentId: families[family].id })

/** The six as they are read: the answer, or who owes it. */
async function read(family: FamilyKey, by: CastKey = 'maya') {
  const seen = await page(family, by)
  if (seen.full === undefined) throw new Error('Nothing but where things stand is read')
  const asRead = <T>(said: T) => (typeof said === 'string' ? said.replaceAll('\u00a0', ' ') : said)
  return sixOf(seen, seen.full).map((said) =>
    'missing' in said ? [asRead(said.missing), said.owner] : asRead(said.answer),
  )
}
const gapsIn = async (family: FamilyKey) => {
  const { rows } = await lookGaps.see(story.being('maya'), {})
  const row = rows.find(({ studentId }) => studentId === families[family].id)
  return row?.gaps.map(({ question, owner }) => [question, owner])
}
const supported = async (family: FamilyKey) => {
  const ready = await story.ready(family, 'low')
  return story.must(await story.decide({ ...ready, ...choices.a })).openedId
}
const agree = async (family: FamilyKey) => {
  const given = { studentId: families[family].id, attendance: '4 of 20 days missed' }
  story.must(await agreeMeasures.perform(story.being('daniel'), given))
}

describe('A student with support at school', () => {
  test('has all six answers: who runs it, what stays at school, and when it is looked at again [R081]', async () => {
    await supported('ada')
    expect(await read('ada')).toEqual([
      'Daniel Reyes, at school',
      'None needed: nothing goes to an agency',
      'Nothing leaves the school',
      'Review of the support Wed Oct 28',
      'Call Ruth Halvorsen, then follow the crisis standard',
      ['Not agreed yet', 'Daniel Reyes'],
    ])
    expect(await gapsIn('ada')).toEqual([['progress', 'Daniel Reyes']])
    await agree('ada')
    expect((await page('ada')).full?.gaps).toEqual([])
    expect(await gapsIn('ada')).toBeUndefined()
  })

  test('at high risk, without a clinician, or past its review: each is a gap with its owner [R081] [R082]', async () => {
    const supportId = await supported('owen')
    await agree('owen')
    expect(await gapsIn('owen')).toBeUndefined()
    story.clock.set('2026-10-30T20:30:00Z')
    expect(await gapsIn('owen')).toEqual([['next_visit', 'Daniel Reyes']])
    expect((await read('owen'))[3]).toEqual(['The review is past its day', 'Daniel Reyes'])
    story.clock.set(decidedAt)
    await story.admin.query('begin')
    await story.admin.query('set local session_replication_role = replica')
    await story.admin.query('update brief_support set high_risk_at = now() where id = $1', [supportId])
    await story.admin.query('commit')
    expect(await gapsIn('owen')).toEqual([['responsibility', 'Daniel Reyes']])
    expect((await read('owen'))[0]).toEqual(['High risk, and no clinician is named', 'Daniel Reyes'])
  })

  test('a principal reads that a review is owed, and not what was agreed', async () => {
    await supported('hana')
    const seen = await page('hana', 'marcus')
    expect(seen).toMatchObject({ full: undefined, care: { of: 'support', ownerName: 'Daniel Reyes' } })
  })
})

describe('A student in a crisis', () => {
  test('has the six answers from the first minute: the lead owes them, by name [R081] [R082]', async () => {
    const ready = await story.ready('theo', 'high')
    story.must(await story.decide({ ...ready, ...choices.c }))
    expect((await read('theo')).slice(0, 4)).toEqual([
      ['Nobody has answered the call yet', 'Ruth Halvorsen'],
      'Not asked: help comes first',
      'Only what those who help need',
      ['No check-in is set yet', 'Ruth Halvorsen'],
    ])
    const { care } = await page('theo')
    story.must(await acknowledgeAlert.perform(story.being('ruth'), { incidentId: care?.id }))
    expect((await read('theo'))[0]).toBe('Ruth Halvorsen leads the crisis')
    expect(await gapsIn('theo')).toEqual([
      ['next_visit', 'Ruth Halvorsen'],
      ['progress', 'Ruth Halvorsen'],
    ])
  })

  test('a school without a crisis lead is the head of the district’s to fill, by name [R082]', async () => {
    await supported('zoe')
    await agree('zoe')
    await story.admin.query('begin')
    await story.admin.query('set local session_replication_role = replica')
    await story.admin.query(`update assignment set ended_at = now() where role = 'crisis_lead'`)
    await story.admin.query('commit')
    expect(await gapsIn('zoe')).toEqual([['risk', 'Yolanda Price']])
    expect((await read('zoe'))[4]).toEqual(['No crisis lead is named for this school', 'Yolanda Price'])
  })
})
