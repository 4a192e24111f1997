import { describe, expect, test } from 'vitest'
import { dataClasses } from '#database/classes.ts'
import { Knowing, mayLookAtAll, type Shows } from './knowing.ts'
import { type Cells, mayKnow, purposeOf, purposes } from './minimum-necessary.ts'
import { isWider, MinimumNecessary, mostKnown, withCell } from './minimum-necessary-version.ts'
import { assignableRoles, sideOf } from './roles.ts'
import { shippedCells } from './shipped-minimum-necessary.ts'

const contact = { role: 'counselor', dataClass: 'contact_details' } as const
const knows = (cells: Cells) => mayKnow(cells, { ...contact, purpose: 'coordination' })

describe('Who may know what', () => {
  test('is nobody, unless a cell says so', () => {
    expect(knows({})).toBe(false)
    expect(knows({ counselor: { contact_details: { for: ['triage'] } } })).toBe(false)
    expect(knows({ counselor: { contact_details: { for: ['coordination'] } } })).toBe(true)
    expect(mayKnow({}, { role: 'public', purpose: 'asking', dataClass: 'identity' })).toBe(false)
  })

  test('is asked of an agency to treat, and of a family to know what is shared, whatever a look is for', () => {
    expect(purposeOf('clinician', 'oversight')).toBe('treatment')
    expect(purposeOf('caregiver', 'coordination')).toBe('family')
    expect(purposeOf('nurse', 'crisis')).toBe('crisis')
  })

  test('ships with nothing for an agency or a family that is for the school, and nothing a student told alone', () => {
    const outside = assignableRoles.filter((role) => ['partner', 'family'].includes(sideOf(role)))
    const amiss = outside.flatMap((role) =>
      dataClasses.flatMap((dataClass) =>
        mostKnown(role, dataClass).filter((purpose) => purposeOf(role, purpose) !== purpose),
      ),
    )
    expect(outside).toHaveLength(4)
    expect(amiss).toEqual([])
    expect(mostKnown('caregiver', 'protected_care')).toEqual([])
    expect(mostKnown('clinician', 'protected_care')).toEqual([])
  })
})

describe('A version of it', () => {
  const shipped = MinimumNecessary.parse({ cells: {} })
  const narrow = withCell(shipped, contact, { for: ['triage'], because: 'Navigators make the calls' })

  test('reads with what ships for a class it does not speak of', () => {
    for (const role of assignableRoles) expect(shipped.cells[role]).toEqual(shippedCells[role] ?? {})
  })

  test('follows a later release in each cell the district never wrote anew', () => {
    // As if less had shipped when this version was written, and no reason of the district stands beside it.
    const earlier = withCell(shipped, contact, { for: [] })
    expect(MinimumNecessary.parse(earlier)).toEqual(shipped)
  })

  test('takes one purpose, or all, and changes no other cell', () => {
    expect(knows(narrow.cells)).toBe(false)
    expect(mayKnow(narrow.cells, { ...contact, purpose: 'triage' })).toBe(true)
    expect({ ...narrow.cells, counselor: shipped.cells.counselor }).toEqual(shipped.cells)
    const none = withCell(shipped, contact, { for: [], because: 'Not needed' })
    expect(MinimumNecessary.parse(none).cells.counselor.contact_details?.for).toEqual([])
  })

  test('never widens what ships: a form that would is refused, a body that does is read as less', () => {
    const told = { role: 'caregiver', dataClass: 'protected_care' } as const
    expect(isWider(told, { for: ['family'] })).toBe(true)
    expect(isWider(contact, { for: purposes.filter((each) => each === 'triage') })).toBe(false)
    const wide = withCell(shipped, told, { for: ['family'], because: 'They ask' })
    expect(wide.cells.caregiver.protected_care?.for).toEqual(['family'])
    expect(MinimumNecessary.parse(wide).cells.caregiver.protected_care?.for).toEqual([])
    expect(MinimumNecessary.parse(narrow)).toEqual(narrow)
  })
})

describe('A look', () => {
  const shows: Shows = { for: 'coordination', whole: ['identity'], parts: ['contact_details'] }
  const without = (dataClass: 'identity' | 'contact_details') =>
    withCell(MinimumNecessary.parse({ cells: {} }), { role: 'counselor', dataClass }, { for: [] }).cells

  test('is refused to whoever may not know what it would be nothing without', () => {
    expect(mayLookAtAll(shippedCells, 'counselor', shows)).toBe(true)
    expect(mayLookAtAll(without('contact_details'), 'counselor', shows)).toBe(true)
    expect(mayLookAtAll(without('identity'), 'counselor', shows)).toBe(false)
    expect(mayLookAtAll({}, 'counselor', 'no student')).toBe(true)
  })

  test('asks for what it declares, and for nothing else', () => {
    expect(new Knowing(shippedCells, 'counselor', shows).asks('contact_details')).toBe(true)
    expect(new Knowing(without('contact_details'), 'counselor', shows).asks('contact_details')).toBe(false)
    expect(() => new Knowing(shippedCells, 'counselor', shows).asks('consent')).toThrow('does not say')
  })

  test('that says it shows no student shows none', () => {
    expect(() => new Knowing({}, 'counselor', 'no student').settle(true)).toThrow('shows no student')
    expect(() => new Knowing({}, 'counselor', 'no student').settle(false)).not.toThrow()
  })
})
