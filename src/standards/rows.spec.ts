import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { Problem } from '#platform/problem.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { scoreChecklist } from './checklist-rules.ts'
import type { EditableKind } from './edited.ts'
import { heldRules } from './must-not.ts'
import { publishEdited } from './publish-edited.ts'
import { choicesOf, labelOf } from './reasons.ts'
import { getStandard, modelInForce } from './store.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const inForce = <K extends EditableKind>(kind: K) =>
  world.db.transaction(
    scopeOf(actorOf('maya')),
    async (tx) => (await modelInForce(tx, world.clock.now()))[kind],
  )
const publish = async (kind: EditableKind, body: object) =>
  publishEdited.perform(world.being('yolanda'), {
    kind,
    version: (await inForce(kind)).version,
    inForceOn: '2026-10-13',
    decision: 'Board of October 12',
    body,
  })
const refusedBy = async (kind: EditableKind, body: object) => {
  const outcome = await publish(kind, body)
  return outcome.done ? [] : outcome.because
}
/** The fields in which something is amiss. */
const faultsOf = async (kind: EditableKind, body: object) => {
  const outcome = await publish(kind, body).catch((problem: Problem) => problem)
  return outcome instanceof Problem ? outcome.because.map(({ field }) => field) : []
}
const question = {
  question: 'Has anything changed at home?',
  answers: { 0: { label: 'No', points: '0' }, 1: { label: 'Yes', points: '2' } },
}

describe('The questions of the checklist', () => {
  test('are added and left out, and what was answered before keeps the version it was answered by [R013]', async () => {
    const { id, body: before, version } = await inForce('checklist')
    const asked = { items: { classwork: { out: 'yes' } }, add: { items: { 0: question } } }
    expect((await publish('checklist', asked)).done).toBe(true)
    const { body } = await inForce('checklist')
    const fresh = `added_${version + 1}_1`
    const left = before.items.map(({ code }) => code).filter((code) => code !== 'classwork')
    expect(body.items.map(({ code }) => code)).toEqual([...left, fresh])
    const answers = Object.fromEntries(body.items.map((item) => [item.code, item.answers[0]?.code ?? '']))
    expect(scoreChecklist(body, { ...answers, [fresh]: 'answer_2' }).score).toBe(
      scoreChecklist(body, answers).score + 2,
    )
    const old = await world.db.transaction(scopeOf(actorOf('maya')), (tx) => getStandard(tx, id))
    expect(old.body).toEqual(before)
    const events = await world.trailOf(`name = 'standard.published'`, [])
    expect(events.at(-1)).toMatchObject({
      detail: { changed: [`items.${before.items[1]?.code}.out`, `items.${fresh}.added`] },
    })
  })

  test('stay whole: each has two answers, one tells of immediate risk, and every path can be reached', async () => {
    const { body } = await inForce('checklist')
    const one = { ...question, answers: { 0: question.answers[0] } }
    expect(await faultsOf('checklist', { add: { items: { 0: one } } })).toEqual([
      'body.add.items.0.answers.1.label',
      'body.add.items.0.answers.1.points',
    ])
    const wordless = { ...question, question: ' ' }
    expect(await faultsOf('checklist', { add: { items: { 0: wordless } } })).toEqual([
      'body.add.items.0.question',
    ])
    const out = (wanted: boolean) => ({
      items: Object.fromEntries(
        body.items
          .filter(({ answers }) => answers.some(({ immediate }) => immediate === true) === wanted)
          .map(({ code }) => [code, { out: 'yes' }]),
      ),
    })
    expect(await refusedBy('checklist', out(true))).toEqual(['nothing_immediate'])
    expect(await refusedBy('checklist', out(false))).toEqual(['out_of_reach'])
    expect(await refusedBy('checklist', { add: { items: { 0: { question: '' } } } })).toEqual([
      'nothing_changed',
    ])
  })
})

describe('The answers of a question', () => {
  test('are added and left out, under codes of their own, while two stay [R013]', async () => {
    const { body: before, version } = await inForce('checklist')
    const answersOf = (body: typeof before) =>
      body.items.find(({ code }) => code === 'days_seen')?.answers ?? []
    const extra = { label: 'Every day', points: '4' }
    const asked = {
      items: { days_seen: { answers: { one: { out: 'yes' } } } },
      add: { answers: { days_seen: { 0: extra } } },
    }
    expect((await publish('checklist', asked)).done).toBe(true)
    const { body } = await inForce('checklist')
    const fresh = `added_${version + 1}_1`
    expect(answersOf(body)).toEqual([
      ...answersOf(before).filter(({ code }) => code !== 'one'),
      { code: fresh, label: 'Every day', points: 4 },
    ])
    expect(body.items.slice(1)).toEqual(before.items.slice(1))
    expect(scoreChecklist(body, { days_seen: fresh }).score).toBe(4)
    const half = { add: { answers: { days_seen: { 0: { label: 'Now and then' } } } } }
    expect(await faultsOf('checklist', half)).toEqual(['body.add.answers.days_seen.0.points'])
    const all = answersOf(body)
      .slice(1)
      .map(({ code }) => [code, { out: 'yes' }])
    const alone = { items: { days_seen: { answers: Object.fromEntries(all) } } }
    expect(await refusedBy('checklist', alone)).toEqual(['too_few_answers'])
  })
})

describe('What schools must not do', () => {
  test('is the district’s to add to and to leave out, but for what the product refuses by [R022]', async () => {
    const { version } = await inForce('must_not')
    for (const code of heldRules)
      expect(await refusedBy('must_not', { rules: { [code]: { out: 'yes' } } })).toEqual(['row_stays'])
    const asked = {
      rules: {
        send_before_consent: { text: 'Nothing leaves before a family said yes.' },
        diagnose: { out: 'yes' },
      },
      add: { rules: { 1: { text: 'A school asks no family for papers.' } } },
    }
    expect((await publish('must_not', asked)).done).toBe(true)
    const now = (await inForce('must_not')).body.rules
    expect(now.map(({ code }) => code)).toEqual([
      ...heldRules,
      'iep_service_to_partner',
      `added_${version + 1}_1`,
    ])
    expect(now.find(({ code }) => code === 'send_before_consent')?.text).toBe(
      'Nothing leaves before a family said yes.',
    )
  })
})

describe('The lists to choose from', () => {
  test('take new choices, and one that is left out is offered no more and still reads where it was chosen', async () => {
    const { version } = await inForce('reasons')
    const asked = {
      handoff_miss: { no_answer: { label: { en: 'Nobody answered' } }, no_interpreter: { out: 'yes' } },
      add: { barrier: { 0: { en: 'No safe place to talk', es: 'Sin un lugar seguro' } } },
    }
    expect((await publish('reasons', asked)).done).toBe(true)
    const now = (await inForce('reasons')).body
    const offered = choicesOf(now, 'handoff_miss').map(({ code }) => code)
    expect(offered).not.toContain('no_interpreter')
    expect(labelOf(now, 'handoff_miss', { code: 'no_interpreter' })).toBe('No interpreter that day')
    expect(labelOf(now, 'handoff_miss', { code: 'no_answer' })).toBe('Nobody answered')
    expect(choicesOf(now, 'barrier').at(-1)).toMatchObject({ code: `added_${version + 1}_1` })
    const back = { handoff_miss: { no_interpreter: { again: 'yes' } } }
    expect((await publish('reasons', back)).done).toBe(true)
    const { handoff_miss: again } = (await inForce('reasons')).body
    expect(again.find(({ code }) => code === 'no_interpreter')?.inUse).toBe(true)
  })

  test('blame nobody, keep a choice in use, and stay as they are where the product reads them [R061]', async () => {
    const { body } = await inForce('reasons')
    const blaming = { add: { barrier: { 0: { en: 'Family is non-compliant' } } } }
    expect(await refusedBy('reasons', blaming)).toEqual(['lists_not_whole'])
    expect(await faultsOf('reasons', { add: { barrier: { 0: { es: 'Sin inglés' } } } })).toEqual([
      'body.add.barrier.0.en',
    ])
    const every = Object.fromEntries(body.decline.map(({ code }) => [code, { out: 'yes' }]))
    expect(await refusedBy('reasons', { decline: every })).toEqual(['lists_not_whole'])
    const closed = { status: { received: { out: 'yes' } }, add: { status: { 0: { en: 'Waiting' } } } }
    expect(await refusedBy('reasons', closed)).toEqual(['nothing_changed'])
  })
})

describe('The high-need criteria', () => {
  test('are taken out of use, and a district adds one that a person states [R086]', async () => {
    const added = { name: 'New in the country', description: 'The family arrived this year.' }
    const asked = { criteria: { chronic_absence: { out: 'yes' } }, add: { criteria: { 0: added } } }
    expect((await publish('high_need', asked)).done).toBe(true)
    const { criteria } = (await inForce('high_need')).body
    expect(criteria[2]).toMatchObject({ code: 'chronic_absence', inUse: false })
    expect(criteria.at(-1)).toMatchObject({ ...added, measure: { by: 'stated' }, inUse: true })
  })
})
