import { beforeAll, describe, expect, inject, test } from 'vitest'
import type { Lifecycle } from '#platform/lifecycle.ts'
import { lifecycle } from '#platform/lifecycle.ts'
import { asAdmin, templateName } from '#tests/support/server.ts'
import { type Named, readLifecycles } from '../../tools/draw/lifecycles.ts'
import { productFiles } from '../../tools/draw/modules.ts'
import { readChecks, type StateCheck } from '../../tools/draw/schema.ts'
import { read } from '../../tools/source.ts'

let checks: StateCheck[]
let named: Named[]
beforeAll(async () => {
  const all = await asAdmin(inject('server'), templateName, readChecks)
  checks = all.filter(({ attribute }) => attribute === 'state')
  named = await readLifecycles()
})

/** `incident` is the lifecycle of `crisis_incident`: a name need not be said in full. */
const checkOf = ({ table }: Named) =>
  checks.find(({ relation }) => [relation, ...relation.split('_')].includes(table))

/** What can be asked of a record in each state and has no place there. */
function misplaced(of: Lifecycle): [string, string][] {
  return of.states.flatMap((state) =>
    of.acts
      .filter((act) => of.table[state]?.[act] === undefined)
      .map((act): [string, string] => [state, act]),
  )
}

const sorted = (states: readonly string[] | undefined) => [...(states ?? [])].sort()

/** Lifecycles whose states are not exactly those the database accepts. */
const differing = (all: readonly Named[]): string[] =>
  all
    .filter((one) => String(sorted(one.lifecycle.states)) !== String(sorted(checkOf(one)?.values)))
    .map(({ table }) => table)

/** States nobody can come to from the first one. */
function unreachable(of: Lifecycle): string[] {
  const reached = new Set([of.states[0] as string])
  for (const state of reached) for (const next of Object.values(of.table[state] ?? {})) reached.add(next)
  return of.states.filter((state) => !reached.has(state))
}

type Asking = { allows(state: string, act: string): boolean; next(state: string, act: string): string }

describe('States', () => {
  test('in the code are those the database accepts, both ways', () => {
    expect(named.length).toBeGreaterThan(3)
    expect(differing(named)).toEqual([])
  })

  test('stand in a lifecycle, in every table that has some', () => {
    const covered = named.map((one) => checkOf(one)?.relation ?? one.table)
    const all = checks.map(({ relation }) => relation).sort()
    expect(covered.sort()).toEqual(all)
  })

  test('can all be reached from the first one', () => {
    for (const { lifecycle: of, table } of named) expect(unreachable(of), table).toEqual([])
  })

  test('answer no to every act that has no place in them, and a step taken anyway is an error', () => {
    for (const { lifecycle: of, table } of named) {
      const asking = of as unknown as Asking
      const refusals = misplaced(of)
      expect(refusals.length, `${table} allows everything everywhere`).toBeGreaterThan(0)
      for (const [state, act] of refusals) {
        expect(asking.allows(state, act), `${table}: ${act} while ${state}`).toBe(false)
        expect(() => asking.next(state, act)).toThrow(`A ${state} record cannot be asked to ${act}`)
      }
    }
  })

  test('are never set by name in a statement: only a lifecycle says what comes next', () => {
    const byName = /\bset\b(?:(?!\bwhere\b)[^;`])*\bstate\s*=\s*'/i
    expect(productFiles(byName)).toEqual([])
    expect(byName.test(`update referral set version = 2, state = 'closed'`)).toBe(true)
    expect(byName.test(`update referral set state = $1 where state = 'open'`)).toBe(false)
  })
})

describe('A planted difference is found', () => {
  test('a transition nobody declared is among the misplaced ones', () => {
    expect(misplaced(lifecycle({ open: { close: 'shut' }, shut: {} }))).toEqual([['shut', 'close']])
  })

  test('a state that only the code knows, one that only the database knows, and one nobody comes to', () => {
    const concern = named.find(({ table }) => table === 'concern') as Named
    const { states } = concern.lifecycle
    const having = (all: readonly string[]) => ({
      ...concern,
      lifecycle: { ...concern.lifecycle, states: all },
    })
    expect(differing([having([...states, 'forgotten'])])).toEqual(['concern'])
    expect(differing([having(states.slice(1))])).toEqual(['concern'])
    expect(unreachable(lifecycle({ open: { close: 'shut' }, shut: {}, lost: {} }))).toEqual(['lost'])
  })

  test('the lists of the database are read from its checks', () => {
    expect(checks.find(({ relation }) => relation === 'concern')?.values).toContain('triaged')
    expect(read('src/concerns/lifecycle.ts')).toContain('triaged')
  })
})
