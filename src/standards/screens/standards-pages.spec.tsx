import { renderToString } from 'preact-render-to-string'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openForm, shellOf } from '#access/shell.ts'
import type { View } from '#access/screen.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { kinds } from '../kinds.ts'
import { standardScreen } from './standard.tsx'
import { standardsScreen } from './standards.tsx'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const parts = { assets: { css: '' }, demo: true, assignments: [], actor: undefined, nav: [], csrf: openForm }
const view: View = {
  shell: shellOf({ title: 'Standards' }, { ...parts, language: 'en' }),
  path: '/standards',
  query: {},
  typed: {},
  problem: undefined,
  language: 'en',
}
const read = async (screen: typeof standardScreen, given: object) =>
  renderToString(screen.page((await screen.look.see(world.being('joan'), given)) as never, view))
const standard = (kind: string) => read(standardScreen, { kind })

describe('The model in force', () => {
  test('the list names every part, its version and whether it is a sample', async () => {
    const page = await read(standardsScreen, {})
    for (const kind of kinds) expect(page).toContain(`/standards/${kind}`)
    expect(page).toContain('Sample: not approved for use')
    expect(page).toContain('Ordinary configuration')
  })

  test('the checklist says above its first question, on screen and paper, that it is no diagnosis [R013]', async () => {
    const page = await standard('checklist')
    const statement = page.indexOf('This is not a diagnostic tool')
    expect(statement).toBeGreaterThan(0)
    expect(statement).toBeLessThan(page.indexOf('<ol class="flow">'))
    expect(page).toContain('Live schools cannot use this wording')
    expect(page).toContain('immediate risk, whatever the sum')
    // The schools of a demo are live and decide by it: the page says so, and a real district reads none.
    expect(page).toContain('This demo is the exception')
    const real = { ...view, shell: { ...view.shell, demo: false } }
    const data = await standardScreen.look.see(world.being('joan'), { kind: 'checklist' })
    expect(renderToString(standardScreen.page(data as never, real))).not.toContain('This demo')
  })

  test('times, rules and lists read in plain words, without a code', async () => {
    expect(await standard('time_standards')).toContain('Partner confirms receipt')
    expect(await standard('handoff_rules')).toContain('becomes Path (b): assessment by a partner')
    expect(await standard('must_not')).toContain('A list, a flyer or a phone number is not a handoff.')
    expect(await standard('high_need')).toContain('within 30 days')
    expect(await standard('tiers')).toContain('Ways out')
    expect(await standard('reasons')).toContain('What makes care hard to reach')
  })

  test('what schools must not do stands in two lists: refused by the product, and kept by people', async () => {
    const page = await standard('must_not')
    const [refused = '', kept = ''] = page.split('id="rules-kept"')
    expect(refused).toContain('Whoever tries is refused, and reads the rule.')
    expect(refused).toContain('An immediate risk never waits in the referral queue.')
    expect(refused).not.toContain('IEP')
    expect(kept).toContain('checks none of them')
    expect(kept).toContain('A service in an IEP stays with the school.')
  })

  test('each part shows its versions and the decision behind each', async () => {
    expect(await standard('tiers')).toContain('Shipped with Throughline')
    await expect(standard('nothing')).rejects.toThrow('not_valid')
  })
})
