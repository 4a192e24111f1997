import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { Problem } from '#platform/problem.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { schools } from '#tests/riverside/places.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { scoreChecklist } from './checklist-rules.ts'
import { editableKinds, type EditableKind, isLimit, leavesOf } from './edited.ts'
import { formPartsOf } from './form-parts.ts'
import { publishEdited } from './publish-edited.ts'
import { getStandard, modelInForce } from './store.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const inForce = <K extends EditableKind>(kind: K, at = world.clock.now()) =>
  world.db.transaction(scopeOf(actorOf('maya')), async (tx) => (await modelInForce(tx, at))[kind])
const given = async (kind: EditableKind, body: object) => ({
  kind,
  version: (await inForce(kind)).version,
  inForceOn: '2026-10-13',
  decision: 'Board of October 12',
  body,
})
const publish = async (kind: EditableKind, body: object) =>
  publishEdited.perform(world.being('yolanda'), await given(kind, body))

describe('A part of the model', () => {
  test('is worded anew and given other points, in a version of its own; the earlier one stays as it was [R013]', async () => {
    const { id, version, body: before } = await inForce('checklist')
    const top = before.thresholds[1]?.atLeast ?? 0
    const outcome = await publish('checklist', {
      items: { days_seen: { question: 'How often was it seen?', answers: { most: { points: '9' } } } },
      thresholds: { b: { atLeast: String(top + 1) } },
    })
    expect(outcome).toMatchObject({ done: true, result: { version: version + 1 } })
    const now = await inForce('checklist')
    expect(now).toMatchObject({ version: version + 1, sample: false })
    expect(now.body.items[0]).toMatchObject({
      code: before.items[0]?.code,
      question: 'How often was it seen?',
      answers: [{}, {}, {}, { code: before.items[0]?.answers[3]?.code, points: 9 }],
    })
    expect(now.body.items.slice(1)).toEqual(before.items.slice(1))
    const asOf = await world.db.transaction(scopeOf(actorOf('maya')), (tx) => getStandard(tx, id))
    expect(asOf.body).toEqual(before)
    const [event] = await world.trailOf(`name = 'standard.published'`, [])
    expect(event).toMatchObject({
      role: 'district_head',
      detail: {
        kind: 'checklist',
        changed: ['items.days_seen.question', 'items.days_seen.answers.most.points', 'thresholds.b.atLeast'],
      },
    })
  })

  test('counts by its new numbers from its day on, and before that day by the old ones', async () => {
    const late = {
      ...(await given('checklist', { thresholds: { b: { atLeast: 2 } } })),
      inForceOn: '2026-10-20',
    }
    const { body: before } = await inForce('checklist')
    expect((await publishEdited.perform(world.being('yolanda'), late)).done).toBe(true)
    const answers = Object.fromEntries(
      before.items.map(({ code, answers: each }) => [code, each[0]?.code ?? '']),
    )
    const [first] = before.items
    const raised = { ...answers, [first?.code ?? '']: first?.answers[2]?.code ?? '' }
    const pathAt = async (at: Date) => scoreChecklist((await inForce('checklist', at)).body, raised).indicated
    expect(await pathAt(world.clock.now())).toBe('a')
    expect(await pathAt(new Date('2026-10-21T16:00:00Z'))).toBe('b')
  })

  test('with thresholds that do not rise, no whole number or too many words is refused, at its field', async () => {
    const version = 3
    const { body: now } = await inForce('checklist', new Date('2026-10-21T16:00:00Z'))
    const amiss: [object, string, string][] = [
      [
        { items: { days_seen: { answers: { one: { points: 'many' } } } } },
        'items.days_seen.answers.one.points',
        'Give a whole number',
      ],
      [
        { items: { classwork: { question: 'x'.repeat(301) } } },
        'items.classwork.question',
        'Use at most 300 characters',
      ],
      [{ statement: 'A test of who is ill' }, 'statement', 'Say that this is not a diagnostic tool'],
    ]
    const asked = async (body: object) => ({
      ...(await given('checklist', body)),
      version,
      inForceOn: '2026-10-21',
    })
    for (const [body, path, says] of amiss)
      await expect(publishEdited.perform(world.being('yolanda'), await asked(body))).rejects.toMatchObject({
        code: 'not_valid',
        because: [{ field: `body.${path}`, says }],
      })
    const falling = { thresholds: { b: { atLeast: now.thresholds[2]?.atLeast } } }
    expect(await publishEdited.perform(world.being('yolanda'), await asked(falling))).toEqual({
      done: false,
      because: ['not_well_formed'],
    })
  })

  test('keeps its codes whatever is sent, and says so when nothing changes', async () => {
    const { body } = await inForce('handoff_rules')
    const sent = {
      rules: { to_brief_support: { code: 'other', caller: body.rules[0]?.caller, when: { to: 'c' } } },
    }
    expect(await publish('handoff_rules', sent)).toEqual({ done: false, because: ['nothing_changed'] })
    expect(
      (
        await publish('handoff_rules', {
          rules: { to_brief_support: { code: 'other', caller: 'The counselor' } },
        })
      ).done,
    ).toBe(true)
    const now = (await inForce('handoff_rules')).body.rules[0]
    expect(now).toEqual({ ...body.rules[0], caller: 'The counselor' })
  })

  test('a time is changed, but a flat standard of the model is not loosened here', async () => {
    expect((await publish('time_standards', { not_accepted: { limit: { amount: '3' } } })).done).toBe(true)
    expect((await inForce('time_standards')).body.not_accepted.limit).toMatchObject({ amount: 3 })
    const looser = await publish('time_standards', { weekly_review: { limit: { amount: '8' } } })
    expect(looser).toEqual({ done: false, because: ['loosens_flat'] })
    const tighter = await publish('time_standards', { weekly_review: { limit: { amount: '6' } } })
    expect(tighter.done).toBe(true)
  })

  test('is published by the district head for every school, from the version that was read', async () => {
    const asked = await given('high_need', { criteria: { repeated_incidents: { name: 'Often in trouble' } } })
    const partly = world.as({ ...actorOf('yolanda'), schoolIds: [schools.harlow.id] })
    for (const doer of [partly, world.being('daniel'), world.being('leila'), world.being('noor')])
      await expect(publishEdited.perform(doer, asked)).rejects.toThrow(new Problem('not_allowed'))
    expect((await publishEdited.perform(world.being('yolanda'), asked)).done).toBe(true)
    await expect(publishEdited.perform(world.being('yolanda'), asked)).rejects.toThrow(
      new Problem('changed_meanwhile'),
    )
  })

  test('has a form with every line that may change, and no other', async () => {
    const pages = await pagesOf(world)
    for (const kind of editableKinds) {
      const url = `/standards/${kind}`
      expect((await pages.get('yolanda', url)).html).toContain(`href="${url}/new"`)
      expect((await pages.get('daniel', url)).html).not.toContain(`href="${url}/new"`)
      const forms = formPartsOf(kind).map((part) => `?list=${part}`)
      const read = (query: string) => pages.get('yolanda', `${url}/new${query}`)
      const html = (await Promise.all((forms.length === 0 ? [''] : forms).map(read)))
        .map((page) => page.html)
        .join('')
      const { body } = await inForce(kind, new Date('2026-11-01T00:00:00Z'))
      const named = [...html.matchAll(/name="body\.([^"]+)"/g)].map(([, path]) => path)
      const lines = leavesOf(kind, body as never).map(({ path, value }) =>
        isLimit(value) ? `${path}.amount` : path,
      )
      expect(named).toEqual(expect.arrayContaining(lines))
      const there = named.filter((path) => !path?.startsWith('add.'))
      expect(there.filter((path) => /\.(code|immediate|inUse|by|kind)$/.test(path ?? ''))).toEqual([])
      expect(named.length).toBeGreaterThan(3)
    }
    const form = {
      version: String((await inForce('handoff_rules')).version),
      inForceOn: '2026-10-13',
      decision: 'Board of October 13',
      'body.rules.to_partner.tool': 'Our call sheet',
    }
    const sent = await pages.post('yolanda', '/standards/handoff_rules/versions', form)
    expect(sent.location).toBe('/standards/handoff_rules')
    expect((await pages.get('daniel', '/standards/handoff_rules')).html).toContain('Our call sheet')
    expect((await pages.get('yolanda', '/standards/nothing/new')).status).toBe(422)
    expect(pages.broken).toEqual([])
    await pages.close()
  })
})
