import { describe, expect, test } from 'vitest'
import type { Desk } from '#access/sign-in/desk.ts'
import { jobsOfTheDoor } from '#access/sign-in/sign-in.ts'
import { noTexts } from '#platform/texts.ts'
import { house, jobsOf } from '../../src/compose.ts'
import { askedIn, lost, readAsked, readHappenings, readTold, toldIn, unmatched } from './follow-ups.ts'

const mail = { send: async () => undefined, close: () => undefined }
const jobs = [...jobsOf({ mail, texts: noTexts, url: '' }), ...jobsOfTheDoor({} as Desk)]

describe('Jobs', () => {
  test('every job that is asked for is done, and every job that is done is asked for', () => {
    expect(readAsked().length).toBeGreaterThan(8)
    expect(unmatched(readAsked(), jobs)).toEqual({ unreadable: [], undone: [], idle: [] })
  })

  test('no two jobs have one name', () => {
    const names = jobs.map(({ name }) => name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test('a job nobody does, one nobody asks for, and one whose name cannot be read would be noticed', () => {
    const asked = askedIn('a.ts', `unit.enqueue({ task: 'a/forgotten' }); unit.enqueue({ task: given })`)
    expect(unmatched(asked, [{ name: 'a/idle' }])).toEqual({
      unreadable: ['a.ts'],
      undone: ['a/forgotten in a.ts'],
      idle: ['a/idle'],
    })
  })

  test('a task is read however it is written', () => {
    const tasks = (text: string) => askedIn('a.ts', text).map(({ task }) => task)
    expect(tasks(`const task = 'a/b'; await unit.enqueue({ task, payload })`)).toEqual(['a/b'])
    expect(tasks(`unit.enqueue({ payload, task: x ? 'a/b' : 'a/c' })`)).toEqual(['a/b', 'a/c'])
    expect(tasks(`sql\`select house.enqueue('a/b', null)\``)).toEqual(['a/b'])
    expect(tasks(`// unit.enqueue({ task: 'a/b' })`)).toEqual([])
  })
})

/** Happenings nothing needs to follow, and why. */
const alone: Readonly<Record<string, string>> = {
  'referrals/safety-signal-posted':
    'Today of the leads reads the signal itself, until one of them takes it up: nothing has to be kept beside it.',
}

describe('Happenings', () => {
  test('what is told is followed, or has a reason why not, and what is declared is told', async () => {
    const { unheard, untold } = lost(await readHappenings(), readTold(), new Set(house.reactions.keys()))
    expect(unheard.sort()).toEqual(Object.keys(alone).sort())
    expect(untold).toEqual([])
  })

  test('every line of the wiring follows something that is declared', async () => {
    const names = (await readHappenings()).map(({ name }) => name)
    expect([...house.reactions.keys()].filter((name) => !names.includes(name))).toEqual([])
  })

  test('a happening nobody hears, and one nobody tells, would be noticed', () => {
    const planted = [{ constant: 'doorShut', name: 'a/door-shut' }]
    expect(lost(planted, new Set(toldIn('await unit.tell(doorShut, { id })')), new Set())).toEqual({
      unheard: ['a/door-shut'],
      untold: [],
    })
    expect(lost(planted, new Set(), new Set(['a/door-shut']))).toEqual({
      unheard: [],
      untold: ['a/door-shut'],
    })
  })
})
