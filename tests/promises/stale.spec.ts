import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { lookDetails } from '#people/look-details.ts'
import { updateStudent } from '#people/update-student.ts'
import type { Problem } from '#platform/problem.ts'
import type { CastKey } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { fieldsOf } from '../support/fields.ts'
import { pagesOf } from '../support/pages.ts'
import { riverside, type World } from '../support/riverside.ts'
import { house } from '../../src/compose.ts'
import { fieldsOf as fieldsGiven } from './own-ids.ts'
import { agency, type FormAt, forms } from './stale-forms.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

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

/** Forms that carry a version and are told elsewhere, or whose version is no edit of a row. */
const told: Readonly<Record<string, string>> = {
  'concerns/screen-concern':
    'the version of the checklist that was answered: another one is refused with its reason',
  'people/change-protected': 'src/people/protected.spec.ts: whom it is about is made anew in each story',
  'directory/describe-offer': 'below: several may be chosen',
  'standards/publish-edited': 'src/standards/screens/edited-form.spec.ts',
  'standards/publish-minimum-necessary': 'src/standards/one-at-a-time.spec.ts',
  'standards/publish-signals': 'src/standards/one-at-a-time.spec.ts',
  'standards/publish-tiers': 'src/standards/one-at-a-time.spec.ts',
  'standards/publish-triage-staff': 'src/standards/one-at-a-time.spec.ts',
  'standards/approve-sample': 'src/standards/one-at-a-time.spec.ts',
  'acknowledgements/publish-terms': 'adds a version: nothing is edited',
  'training/publish-requirement': 'adds a version: nothing is edited',
}
/** Acts that carry the version somebody read, and are neither among the forms here nor told elsewhere. */
function untold(among: readonly FormAt[], elsewhere: Readonly<Record<string, string>>): string[] {
  const versioned = house.resources.filter(({ act }) =>
    fieldsGiven(act.given).some(([name]) => name === 'version'),
  )
  const isHere = (address: string) =>
    among.some(({ to }) => new RegExp(`^${address.replaceAll(/:\w+/g, '[^/]+')}$`).test(to))
  return versioned
    .filter(({ address, act }) => !isHere(address) && !(act.name in elsewhere))
    .map(({ act }) => act.name)
}

describe('Every form that edits', () => {
  test('is among those below, or told elsewhere, and one that is not would be noticed', () => {
    expect(untold(Object.values(forms), told)).toEqual([])
    const { 'the room at an agency': _left, ...others } = forms
    expect(untold(Object.values(others), told)).toHaveLength(1)
  })
})

describe('Two people who change the same thing', () => {
  test.each(Object.entries(forms))(
    'the later one keeps what was typed, sees what stands there now, and saves knowing both: %s',
    async (_, { as, page, to, field, first, second, shown = first }) => {
      const opened = fieldsOf((await pages.get(as, page)).html)
      expect(Object.keys(opened)).toContain(field)
      expect((await pages.post(as, to, { ...opened, [field]: first })).status).toBe(303)

      const refused = await pages.post(as, to, { ...opened, [field]: second })
      expect(refused.status).toBe(409)
      expect(refused.html).toContain('Somebody else changed this while you had it open.')
      expect(fieldsOf(refused.html)[field]).toBe(second)
      expect(refused.html).toContain(`What stands there now: ${shown}`)
      expect(refused.html.match(/What stands there now: |Nothing stands there now/g)).toHaveLength(1)

      expect((await pages.post(as, to, fieldsOf(refused.html))).status).toBe(303)
      expect(fieldsOf((await pages.get(as, page)).html)[field]).toBe(second)
    },
  )

  test('of several answers those that stand there now are named, and those that were chosen stay', async () => {
    const to = `/partners/${agency}/offer`
    const { version = '' } = fieldsOf((await pages.get('yolanda', to)).html)
    const choose = (languages: string) =>
      pages.post('yolanda', to, { version, languages, modalities: 'telehealth', payers: 'medicaid' })
    expect((await choose('es')).status).toBe(303)
    const refused = await choose('ar')
    expect(refused.status).toBe(409)
    expect(refused.html).toContain('What stands there now: Spanish')
    expect(refused.html).toMatch(/<input[^>]*value="ar"[^>]*checked/)
  })

  test('a form that came back for another reason says nothing of what stands there', async () => {
    const { page, to } = forms['a caregiver'] as FormAt
    const opened = fieldsOf((await pages.get('daniel', page)).html)
    const refused = await pages.post('daniel', to, { ...opened, name: '' })
    expect(refused.status).toBe(422)
    expect(refused.html).not.toMatch(/stands there now/)
  })

  test('nothing is written over unseen, in whatever order they open and save', async () => {
    const told = { saved: 0, stale: 0, amiss: [] as string[] }
    const run = fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), (history) =>
      live(history, told),
    )
    await fc.assert(run, { numRuns: 60, seed: 20_261_013 })
    expect(told.amiss).toEqual([])
    expect(told.saved).toBeGreaterThan(50)
    expect(told.stale).toBeGreaterThan(50)
  })
})

type Who = 'a' | 'b'
const step = fc.record({
  who: fc.constantFrom<Who>('a', 'b'),
  does: fc.constantFrom('opens', 'saves'),
})
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never
const studentId = families.mateo.id
const editors = { a: 'daniel', b: 'maya' } as const satisfies Record<Who, CastKey>

const see = async () => (await lookDetails.see(world.being('daniel'), { studentId })).student

/** Saves words of somebody's own. @returns how it ended */
async function save(who: Who, version: number, accommodation: string): Promise<string> {
  const { homeLanguage, disability } = await see()
  const given = { studentId, version, homeLanguage, disability, accommodation }
  return updateStudent.perform(world.being(editors[who]), given).then(
    () => 'done',
    (error: Problem) => error.code,
  )
}

/** Two people open and save in the order of a history; tells what did not end as it must. */
async function live(history: readonly Step[], told: { saved: number; stale: number; amiss: string[] }) {
  const start = (await see()).version
  const seen = { a: start, b: start }
  for (const { who, does } of history) {
    const before = await see()
    if (does === 'opens') {
      seen[who] = before.version
      continue
    }
    const words = `Words of ${who} at ${told.saved + told.stale}`
    const isStale = seen[who] !== before.version
    told[isStale ? 'stale' : 'saved'] += 1
    const end = await save(who, seen[who], words)
    const after = await see()
    const found = `${end} ${after.version} ${after.accommodation}`
    const due = isStale
      ? `changed_meanwhile ${before.version} ${before.accommodation}`
      : `done ${before.version + 1} ${words}`
    if (found !== due) told.amiss.push(`${found}, not ${due}`)
  }
}
