import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldsOf } from '#tests/support/fields.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { type Kind, kinds } from './kinds.ts'

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

const cleared = { clearedBy: 'Amal Reyes', clearedOn: '2026-10-09', reference: 'Legal file 2026-118' }
/** A change of one line in each part, to see that the same form goes through with it. */
const changes: Readonly<Record<(typeof kinds)[number], Record<string, string>>> = {
  tiers: { name1: 'Tier 1: all of us' },
  checklist: { 'body.title': 'Our checklist' },
  time_standards: { 'body.return_plan.limit.amount': '3' },
  handoff_rules: { 'body.rules.to_tier_1.tool': 'Our sheet' },
  must_not: { 'body.rules.diagnose.text': 'No school diagnoses.' },
  high_need: { 'body.criteria.chronic_absence.measure.percent': '12' },
  reasons: { 'body.barrier.language.label.en': 'Languages' },
  signals: { safety: 'Please call' },
  triage_staff: { named: 'navigator' },
  message_rules: { 'body.familyPerWeek': '2' },
  crisis: { 'body.checkEveryMinutes': '20' },
  drills: { 'body.scenarios.words_in_class.title': 'Another title' },
  early_warning: { 'body.absentDays': '5' },
  minimum_necessary: { dataClass: 'identity', for: 'asking' },
}

/** Which form of a part that has several. */
const formOf: Partial<Record<Kind, string>> = { time_standards: '?list=steps', reasons: '?list=barrier' }

test.each(kinds)(
  '%s: a form sent as it was opened is refused plainly, and one changed line is published',
  async (kind) => {
    const { html } = await pages.get('yolanda', `/standards/${kind}/new${formOf[kind] ?? ''}`)
    const to = /<form method="post" action="(\/standards[^"]+)"/.exec(html)?.[1] ?? ''
    const form = {
      ...fieldsOf(html),
      decision: 'Board of October 12',
      ...(kind === 'signals' && cleared),
      ...(kind === 'minimum_necessary' && { because: 'Not needed for the task' }),
    }
    const refused = await pages.post('yolanda', to, form)
    expect(refused.status).toBe(409)
    expect(refused.html).toContain('This is what the last version says. Nothing would change.')
    const sent = await pages.post('yolanda', to, { ...form, ...changes[kind] })
    expect(sent.location).toBe(`/standards/${kind}`)
    expect(pages.broken).toEqual([])
  },
)
