import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { fieldsOf } from '#tests/support/fields.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import type { EditableKind } from '../edited.ts'
import { heldRules } from '../must-not.ts'
import { publishEdited } from '../publish-edited.ts'
import { modelInForce } from '../store.ts'

let world: World
let pages: Awaited<ReturnType<typeof pagesOf>>
beforeAll(async () => {
  world = await riverside()
  pages = await pagesOf(world)
})
afterAll(async () => {
  await pages.close()
  await world.close()
})

const inForce = <K extends EditableKind>(kind: K) =>
  world.db.transaction(
    scopeOf(actorOf('maya')),
    async (tx) => (await modelInForce(tx, world.clock.now()))[kind],
  )
const page = async (kind: string, query = '') =>
  (await pages.get('yolanda', `/standards/${kind}/new${query}`)).html
/** The form of a part as a browser sends it, with the decision written. */
const opened = async (kind: string, query?: string) => ({
  ...fieldsOf(await page(kind, query)),
  decision: 'Board of October 12',
})
const send = (kind: string, form: Record<string, string>) =>
  pages.post('yolanda', `/standards/${kind}/versions`, form)
/** What somebody else does while the form is open. */
const meanwhile = async (kind: EditableKind, body: object) => {
  const { version } = await inForce(kind)
  const asked = { kind, version, inForceOn: '2026-10-13', decision: 'Board of October 11', body }
  expect((await publishEdited.perform(world.being('yolanda'), asked)).done).toBe(true)
}

describe('A form that somebody else was quicker than', () => {
  const cases: readonly [EditableKind, out: string, row: string, neighbour: string][] = [
    ['checklist', 'items.classwork', 'items.time_missed.question', 'items.with_others.question'],
    ['must_not', 'rules.iep_service_to_partner', 'rules.diagnose.text', 'rules.send_before_consent.text'],
    ['handoff_rules', 'rules.after_crisis_to_partner', 'rules.to_tier_1.tool', 'rules.to_tier_2.tool'],
  ]
  test.each(cases)(
    '%s: gives each word back in its own row when a row before it is gone',
    async (...given) => {
      const [kind, out, row, neighbour] = given
      const form = await opened(kind)
      const [list, code] = out.split('.') as [string, string]
      await meanwhile(kind, { [list]: { [code]: { out: 'yes' } } })
      const typed = { ...form, [`body.${row}`]: 'Words of mine' }
      const refused = await send(kind, typed)
      expect(refused.status).toBe(409)
      const back = fieldsOf(refused.html)
      const names = Object.keys(form).filter(
        (name) => name.startsWith('body.') && !name.startsWith(`body.${out}.`),
      )
      const kept = names.filter((name) => !name.startsWith('body.add.'))
      expect(Object.fromEntries(kept.map((name) => [name, back[name]]))).toEqual(
        Object.fromEntries(kept.map((name) => [name, typed[name as keyof typeof typed]])),
      )
      expect(back[`body.${neighbour}`]).toBe(form[`body.${neighbour}` as keyof typeof form])
      expect(refused.html).toContain('Words for what is not there any more')
      expect(refused.html).toMatch(/What stands there now: [^<]/)
    },
  )

  test('shows a row that was added meanwhile as it stands, and sends it on unchanged', async () => {
    const form = await opened('must_not')
    const { version } = await inForce('must_not')
    await meanwhile('must_not', { add: { rules: { 0: { text: 'Somebody else’s rule' } } } })
    const typed = {
      ...form,
      'body.rules.diagnose.text': 'No school diagnoses.',
      'body.add.rules.1.text': 'A new rule of mine',
    }
    const back = fieldsOf((await send('must_not', typed)).html)
    expect(back['body.add.rules.1.text']).toBe('A new rule of mine')
    const fresh = `added_${version + 1}_1`
    expect(back[`body.rules.${fresh}.text`]).toBe('Somebody else’s rule')
    expect((await send('must_not', back)).location).toBe('/standards/must_not')
    const { rules } = (await inForce('must_not')).body
    expect(rules.find(({ code }) => code === fresh)?.text).toBe('Somebody else’s rule')
    expect(rules.find(({ code }) => code === 'diagnose')?.text).toBe('No school diagnoses.')
  })
})

describe('A line that was emptied', () => {
  test('is asked for at its field, and goes where a row can do without it', async () => {
    const form = await opened('reasons', '?list=barrier')
    const others = (await inForce('reasons')).body
    const emptied = await send('reasons', { ...form, 'body.barrier.language.label.en': '' })
    expect(emptied.status).toBe(422)
    expect(emptied.html).toContain(
      'href="#f-body-barrier-language-label-en">What makes care hard to reach. Choice 4: English. Write this in words<',
    )
    expect(emptied.html).toMatch(/name="body.barrier.language.label.en"[^>]*aria-invalid="true"/)
    const without = await send('reasons', { ...form, 'body.barrier.language.label.es': '' })
    expect(without.location).toBe('/standards/reasons')
    const labels = (await inForce('reasons')).body.barrier.find(({ code }) => code === 'language')?.label
    expect(labels).toEqual({ en: 'Language' })
    // What was not on the form is as it was.
    const now = (await inForce('reasons')).body
    expect({ ...now, barrier: [] }).toEqual({ ...others, barrier: [] })
    const again = {
      ...(await opened('reasons', '?list=barrier')),
      'body.barrier.language.label.es': 'El idioma',
    }
    expect((await send('reasons', again)).location).toBe('/standards/reasons')
    expect((await inForce('reasons')).body.barrier.find(({ code }) => code === 'language')?.label.es).toBe(
      'El idioma',
    )
  })
})

describe('The forms', () => {
  test('say which rows stay, and offer empty ones where a row may be added', async () => {
    const rules = await page('must_not')
    expect(rules.match(/it stays on the list/g)).toHaveLength(heldRules.length)
    expect(rules).toContain('name="body.rules.diagnose.out"')
    expect(rules).not.toContain(`name="body.rules.${heldRules[0]}.out"`)
    const lists = await page('reasons')
    expect(lists).toContain('href="/standards/reasons/new?list=barrier"')
    expect(lists).not.toContain('name="body.')
    expect(await page('reasons', '?list=barrier')).toContain('name="body.add.barrier.0.en"')
    const closed = await page('reasons', '?list=status')
    expect(closed).not.toContain('name="body.add.status.0.en"')
    expect(closed).toContain('so its choices stay')
  })

  test('keep what was typed and ticked after a refusal, and work without scripts', async () => {
    const form = async (kind: EditableKind) => ({
      version: String((await inForce(kind)).version),
      inForceOn: '2026-10-13',
      decision: 'Board of October 13',
    })
    const half = {
      ...(await form('checklist')),
      'body.items.days_seen.out': 'yes',
      'body.add.items.0.question': 'Half a question?',
      'body.add.items.0.answers.0.label': 'No',
      'body.add.items.0.answers.0.points': '0',
    }
    const refused = await pages.post('yolanda', '/standards/checklist/versions', half)
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('href="#f-body-add-items-0-answers-1-label"')
    expect(refused.html).toContain('Half a question?')
    expect(refused.html).toMatch(/name="body\.items\.days_seen\.out" value="yes" checked/)
    const whole = {
      ...half,
      'body.add.items.0.answers.1.label': 'Yes',
      'body.add.items.0.answers.1.points': '3',
      'body.add.items.0.answers.1.immediate': 'yes',
    }
    const sent = await pages.post('yolanda', '/standards/checklist/versions', whole)
    expect(sent.location).toBe('/standards/checklist')
    const { body } = await inForce('checklist')
    expect(body.items.at(-1)).toMatchObject({
      question: 'Half a question?',
      answers: [{ points: 0 }, { points: 3, immediate: true }],
    })
    expect((await pages.get('daniel', '/standards/checklist')).html).toContain('Half a question?')
  })

  test('break nothing, whatever was sent', () => {
    expect(pages.broken).toEqual([])
  })
})
