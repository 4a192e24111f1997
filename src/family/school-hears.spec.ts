import { describe, expect, test } from 'vitest'
import { shippedCells } from '#access/shipped-minimum-necessary.ts'
import { backScopes, itemsOf } from '#consent/contract.ts'
import { answer, consent } from '#consent/consents-for-specs.ts'
import { classOfColumns } from '#database/class-of-columns.ts'
import { partnerItems } from '#partnership/agreement.ts'
import { type BackItem, classOfBack, schoolHears } from './school-hears.ts'

const now = new Date('2026-10-10T12:00:00Z')
const known = { consents: [], cells: shippedCells, partnerId: 'cedar', now }
const heardOf = (partnerToSchool: readonly string[]) =>
  schoolHears({ ...known, agreement: { partnerToSchool } })

describe('What the school will hear', () => {
  test('is each item the agreement lists, for every way two sides may agree [R152]', () => {
    for (let mask = 0; mask < 2 ** partnerItems.length; mask++) {
      const agreed = partnerItems.filter((_item, at) => mask & (1 << at))
      const { heard, notAgreed } = heardOf(agreed)
      expect(heard.map(({ item }) => item).toSorted()).toEqual(agreed.toSorted())
      expect([...agreed, ...notAgreed].toSorted()).toEqual(partnerItems.toSorted())
    }
    expect(schoolHears({ ...known, agreement: undefined }).heard).toEqual([])
  })

  test('knows every item that could come back', () => {
    expect(Object.keys(classOfBack).toSorted()).toEqual(
      backScopes.flatMap((scope) => itemsOf[scope]).toSorted(),
    )
    expect(Object.keys(classOfBack).toSorted()).toEqual(partnerItems.toSorted())
  })

  test('says how the family answered each, and that of an answer taken back nothing is told', () => {
    const answers = [answer('status_feedback', true), answer('participation', false)]
    const said = [consent({ answers })]
    const at = (consents: typeof said) =>
      schoolHears({ ...known, agreement: { partnerToSchool: partnerItems }, consents }).heard.map((each) => [
        each.item,
        each.answer,
      ])
    expect(at(said)).toEqual([
      ['status', 'in_force'],
      ['appointment', 'in_force'],
      ['participation', 'declined'],
      ['safety_signal', 'not_asked'],
      ['agency_alert', 'not_asked'],
    ])
    const revokedAt = new Date('2026-10-09T12:00:00Z')
    expect(at([consent({ answers, revokedAt })])[0]).toEqual(['status', 'withdrawn'])
  })

  test('names who at school reads it, from the matrix in force: a cell that is closed takes the role away', () => {
    const readers = (cells = shippedCells) =>
      Object.fromEntries(
        schoolHears({ ...known, cells, agreement: { partnerToSchool: partnerItems } }).heard.map((each) => [
          each.item,
          each.readBy,
        ]),
      )
    expect(readers()['appointment']).toEqual(expect.arrayContaining(['navigator', 'principal', 'counselor']))
    expect(readers()['status']).not.toContain('teacher')
    const { visits: _closed, ...row } = shippedCells.principal ?? {}
    const narrowed = { ...shippedCells, principal: { ...row, visits: { for: [] } } }
    expect(readers(narrowed)['appointment']).not.toContain('principal')
    expect(readers(narrowed)['participation']).toContain('principal')
  })

  test('looks for each item in the class the tables are of', () => {
    const table: Record<BackItem, string> = {
      status: 'referral_status',
      appointment: 'appointment',
      participation: 'participation',
      safety_signal: 'safety_signal',
      agency_alert: 'support_alert',
    }
    for (const [item, name] of Object.entries(table) as [BackItem, string][]) {
      const classes = classOfColumns()
        .filter(({ table: of, column }) => of === name && column === 'student_id')
        .map(({ dataClass }) => dataClass)
      expect(classes, item).toEqual([classOfBack[item]])
    }
  })
})
