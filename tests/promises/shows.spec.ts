import { describe, expect, test } from 'vitest'
import type { Look } from '#access/look.ts'
import { type Cells, mayKnow, type Purpose, purposeOf } from '#access/minimum-necessary.ts'
import { type Role, sideOf } from '#access/roles.ts'
import { shippedCells } from '#access/shipped-minimum-necessary.ts'
import type { DataClass } from '#database/classes.ts'
import { house } from '../../src/compose.ts'

const looks = [...new Set(house.screens.map(({ look }) => look as unknown as Look))]

type Asked = { look: string; role: Role; dataClass: DataClass; purpose: Purpose; whole: boolean }

/** Every cell that every look asks for, role by role. */
const asked = looks.flatMap(({ name, by, shows }): Asked[] => {
  if (shows === 'no student') return []
  const { whole = [], parts = [] } = shows
  // Every look asks whether care a student agreed to alone is withheld.
  const classes = new Set<DataClass>([...whole, ...parts, 'protected_care'])
  return by.flatMap((role) =>
    [...classes].map((dataClass) => ({
      look: name,
      role,
      dataClass,
      purpose: purposeOf(role, shows.for),
      whole: whole.includes(dataClass),
    })),
  )
})

/** Looks that a role may open and that would be refused for a class it may not know. */
const dead = (cells: Cells) =>
  asked
    .filter(({ role, purpose, dataClass, whole }) => whole && !mayKnow(cells, { role, purpose, dataClass }))
    .map(({ look, role, dataClass }) => `${look} ${role} ${dataClass}`)

/** Cells that no look asks for: they would say that somebody may know what nothing shows them. */
const idle = (cells: Cells) =>
  (Object.entries(cells) as [Role, NonNullable<Cells[Role]>][]).flatMap(([role, row]) =>
    (Object.entries(row) as [DataClass, { for: readonly Purpose[] }][]).flatMap(([dataClass, cell]) =>
      cell.for
        .filter(
          (purpose) =>
            !asked.some((one) => one.role === role && one.dataClass === dataClass && one.purpose === purpose),
        )
        .map((purpose) => `${role} ${dataClass} ${purpose}`),
    ),
  )

describe('What a look shows', () => {
  test('is declared by each, class by class [R132]', () => {
    expect(looks.filter(({ shows }) => shows === undefined).map(({ name }) => name)).toEqual([])
    expect(new Set(asked.map(({ look }) => look)).size).toBeGreaterThan(50)
  })

  test('is known, as shipped, to every role that may open it', () => {
    expect(dead(shippedCells)).toEqual([])
  })

  test('it would be noticed if a role could not open what is its own', () => {
    expect(dead({ ...shippedCells, nurse: {} })).toContain('coordination/student nurse identity')
  })

  test('is all that anybody may know: no cell ships that nothing asks for', () => {
    expect(idle(shippedCells)).toEqual([])
  })

  test('it would be noticed if a cell were idle', () => {
    const cells = { ...shippedCells, teacher: { packets: { for: ['asking'] } } } as const
    expect(idle(cells)).toContain('teacher packets asking')
  })

  test('is nothing of a student on the public page, and none of the school’s own tasks outside it', () => {
    expect(asked.filter(({ role }) => sideOf(role) === 'public')).toEqual([])
    expect(looks.filter(({ by }) => by.includes('public')).length).toBeGreaterThan(0)
  })
})
