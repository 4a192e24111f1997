import { describe, expect, test } from 'vitest'
import { classOfChange, classOfOwed } from '#coordination/classes.ts'
import { classOfColumns } from '#database/class-of-columns.ts'
import { classOf } from '../privacy/columns.ts'
import { readTraceWords } from '../../tools/draw/trail.ts'

/** The class of each column as the product has it: every other list of classes is held against this one. */
const product = new Map(
  classOfColumns().map(({ table, column, dataClass }) => [`${table}.${column}`, dataClass]),
)
const ofTable = Map.groupBy(classOfColumns(), ({ table }) => table)

/** Words that are planted as of one class while their column is of another. */
const planted = (places: ReadonlyMap<string, string>) =>
  [...places]
    .filter(([place, name]) => product.get(place) !== name)
    .map(([place, name]) => `${place} ${name}`)

/** Tables whose changes, or what is owed of them, bear another name. */
const tables: Readonly<Record<string, string>> = {
  crisis: 'crisis_incident',
  debrief: 'incident_review',
  return: 'return_plan',
  decision: 'triage_decision',
  measures: 'agreed_measure',
  minor_rule: 'minor_consent_rule',
  opening: 'record_opening',
  reminder: 'appointment_reminder',
  responsibility: 'clinical_responsibility',
  signal: 'safety_signal',
  standard: 'standard_breach',
  support: 'brief_support',
  tier: 'tier_move',
  further: 'further_request',
  offer: 'visit_offer',
  review: 'weekly_review_line',
}

/** What is said to be of a class of which its table holds nothing. */
const elsewhere = (of: Iterable<readonly [string, string]>, called = tables) =>
  [...of].flatMap(([name, dataClass]) => {
    const columns = ofTable.get(called[name] ?? name)
    return columns === undefined || columns.some((column) => column.dataClass === dataClass)
      ? []
      : [`${name} ${dataClass}`]
  })

/** The class of a change, by what stands before the dot. */
const changes = () =>
  new Map(
    readTraceWords().flatMap(({ name }) => {
      const dataClass = classOfChange(name)
      return dataClass === undefined ? [] : [[name.slice(0, name.indexOf('.')), dataClass] as const]
    }),
  )

describe('Lists of classes', () => {
  test('say the same of each column: where words are planted, and where they lie', () => {
    expect(planted(classOf)).toEqual([])
    expect(classOf.size).toBeGreaterThan(40)
  })

  test('say of a change, and of what is owed, a class that its table holds', () => {
    expect(elsewhere(changes())).toEqual([])
    expect(elsewhere(Object.entries(classOfOwed), { ...tables, review: 'triage_decision' })).toEqual([])
    expect([...changes().keys()].filter((name) => ofTable.has(tables[name] ?? name)).length).toBeGreaterThan(
      12,
    )
  })

  test('would be noticed if one said something else', () => {
    expect(planted(new Map([['escalation_entry.words', 'referrals']]))).toEqual([
      'escalation_entry.words referrals',
    ])
    expect(elsewhere([['barrier', 'packets']])).toEqual(['barrier packets'])
  })
})
