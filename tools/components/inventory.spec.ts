import { describe, expect, test } from 'vitest'
import { read } from '../source.ts'
import {
  astray,
  type Component,
  frames,
  type Inventory,
  inProduction,
  type Lockfile,
  lookedAt,
  overdue,
} from './inventory.ts'

const lockfile = JSON.parse(read('package-lock.json')) as Lockfile
const inventory = JSON.parse(read('docs/components.json')) as Inventory

describe('The inventory of components', () => {
  test('has every package of production in its locked version, and none that is gone', () => {
    expect(inventory.components.length).toBeGreaterThan(50)
    expect(astray(lockfile, inventory)).toEqual([])
  })

  test('would be told of a package it lacks, of another version, of one that is gone, and of a day that is none', () => {
    const [first, second, third, ...others] = inventory.components as [Component, Component, Component]
    const planted: Inventory = {
      components: [
        { ...second, version: '0.0.1' },
        { ...third, looked: 'lately' },
        { name: 'gone', version: '1.0.0', looked: '2026-01-01' },
        ...others,
      ],
      flaws: [{ name: 'not-there', id: 'GHSA-1', since: '2026-01-01', reachable: false }],
    }
    expect(astray(lockfile, planted)).toEqual([
      `${first.name}@${first.version} is in no inventory`,
      `${second.name}@${second.version} is in no inventory`,
      `${second.name}@0.0.1 is in the inventory and not locked`,
      'gone@1.0.0 is in the inventory and not locked',
      `${third.name} was looked at on no day`,
      'GHSA-1 is of not-there, which is gone',
    ])
  })

  test('leaves out what is only there to build and to test', () => {
    const packages = {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/a/node_modules/@b/c': { version: '2.0.0' },
      'node_modules/d': { version: '3.0.0', dev: true },
    }
    expect(inProduction({ packages })).toEqual(['@b/c@2.0.0', 'a@1.0.0'])
  })
})

describe('Time frames', () => {
  const component = { name: 'a', version: '1.0.0', looked: '2026-03-01' }
  const flaw = { name: 'a', id: 'GHSA-1', since: '2026-03-01' }
  const on = (day: string, flaws: Inventory['flaws'] = []) => overdue({ components: [component], flaws }, day)

  test('are kept through their last day, and passed on the next', () => {
    expect(on('2026-03-08')).toEqual([])
    expect(on('2026-03-09')).toEqual(['1 days late: a@1.0.0 was last looked at on 2026-03-01'])
    const both = [
      { ...flaw, reachable: true },
      { ...flaw, id: 'GHSA-2', reachable: false },
    ]
    expect(on('2026-03-04', both)).toEqual([])
    expect(on('2026-03-05', both)).toEqual([
      '1 days late: GHSA-1 of a is known since 2026-03-01 and can be reached from outside',
    ])
    expect(on('2026-04-01', both)).toEqual([
      '28 days late: GHSA-1 of a is known since 2026-03-01 and can be reached from outside',
      '24 days late: a@1.0.0 was last looked at on 2026-03-01',
      '1 days late: GHSA-2 of a is known since 2026-03-01',
    ])
  })

  test('begin anew once somebody looked, with the versions that are locked then', () => {
    const anew = lookedAt(lockfile, { components: [], flaws: [{ ...flaw, reachable: true }] }, '2026-03-09')
    expect(astray(lockfile, anew)).toEqual([])
    expect(overdue(anew, '2026-03-16')).toEqual([])
    expect(anew.flaws, 'flaws of a package that is gone are gone').toEqual([])
  })

  test('are those that stand in the page for operators', () => {
    const page = read('docs/operating.md').replaceAll(/\s+/g, ' ')
    for (const says of [
      `every ${frames.look} days`,
      `within ${frames.reachable} days`,
      `within ${frames.other}`,
    ])
      expect(page).toContain(says)
  })
})
