import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { lookDetails } from '#people/look-details.ts'
import { updateStudent } from '#people/update-student.ts'
import type { Problem } from '#platform/problem.ts'
import type { CastKey } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { partners } from '../riverside/places.ts'
import { fieldsOf } from '../support/fields.ts'
import { pagesOf } from '../support/pages.ts'
import { riverside, type World } from '../support/riverside.ts'

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

type FormAt = {
  as: CastKey
  page: string
  to: string
  field: string
  first: string
  second: string
  shown?: string
}

const sofia = families.sofia
const caregiver = sofia.caregivers[0]?.id ?? ''
const agency = Object.values(partners)[0]?.id ?? ''

const forms: Record<string, FormAt> = {
  'details of a student': {
    as: 'daniel',
    page: `/students/${sofia.id}/details`,
    to: `/students/${sofia.id}/details`,
    field: 'accommodation',
    first: 'A quiet room',
    second: 'A ramp at the door',
  },
  'a choice about a student': {
    as: 'daniel',
    page: `/students/${sofia.id}/details`,
    to: `/students/${sofia.id}/details`,
    field: 'disability',
    first: 'yes',
    second: 'unknown',
    shown: 'Yes',
  },
  'a caregiver': {
    as: 'daniel',
    page: `/students/${sofia.id}/caregivers/${caregiver}`,
    to: `/students/${sofia.id}/caregivers/${caregiver}`,
    field: 'phone',
    first: '555-0199',
    second: '555-0188',
  },
  'the entry of an agency': {
    as: 'yolanda',
    page: `/partners/${agency}/entry`,
    to: `/partners/${agency}/entry`,
    field: 'hours',
    first: 'Monday to Friday',
    second: 'Every day',
  },
  'the district': {
    as: 'yolanda',
    page: '/schools/district',
    to: '/schools/district',
    field: 'districtName',
    first: 'Riverside Unified Schools',
    second: 'Schools of Riverside',
  },
}

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
