import { describe, expect, test } from 'vitest'
import { isFarAbove, type Reading, unusualIn } from './unusual.ts'

/** The same numbers for the same seed (mulberry32). */
function numbersFrom(seed: number) {
  let state = seed
  return (limit: number) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }
}

const roles = ['counselor', 'navigator', 'nurse', 'social_worker'] as const
const quiet = {
  linked: false,
  brokeGlass: false,
  ownChild: false,
  sameHousehold: false,
  sameFamilyName: false,
  colleaguesChild: false,
  outside: 0,
  taken: 0,
}
const lastAt = new Date('2026-10-13T20:30:00Z')
const perRole = 30

type Person = { personId: string; personName: string; role: Reading['role'] }
const people: Person[] = roles.flatMap((role) =>
  Array.from({ length: perRole }, (_, at) => ({
    personId: `${role} ${at}`,
    personName: `${role} ${at}`,
    role,
  })),
)
const readingOf = (person: Person, student: string, how: Partial<Reading> = {}): Reading => ({
  ...person,
  ...quiet,
  studentId: student,
  studentName: student,
  times: 1,
  days: 1,
  lastAt,
  ...how,
})

/** A month of ordinary work: students one has a task with, and now and then one looked up by daylight. */
function ordinary(next: (limit: number) => number): Reading[] {
  return people.flatMap((person) => {
    const cared = Array.from({ length: 20 + next(15) }, (_, at) =>
      readingOf(person, `cared ${person.personId} ${at}`, {
        linked: true,
        times: 1 + next(20),
        days: 1 + next(12),
        outside: next(5) === 0 ? 1 : 0,
        sameFamilyName: next(300) === 0,
      }),
    )
    const lookedUp = Array.from({ length: next(6) }, (_, at) =>
      readingOf(person, `looked up ${person.personId} ${at}`, {
        times: 1 + next(3),
        days: 1 + next(2),
        sameFamilyName: next(500) === 0,
        colleaguesChild: next(1500) === 0,
      }),
    )
    return [...cared, ...lookedUp]
  })
}

const shapes: Partial<Reading>[] = [
  { ownChild: true },
  { ownChild: true, linked: true },
  { sameHousehold: true },
  { sameFamilyName: true },
  { colleaguesChild: true },
  { outside: 2 },
  { days: 4, times: 9 },
]
/** Twenty patterns: eighteen of one person and one student, and two people who read far and wide. */
function seeded(next: (limit: number) => number): { readings: Reading[]; keys: string[] } {
  const single = Array.from({ length: 18 }, (_, at) =>
    readingOf(people[next(people.length)] as Person, `seeded ${at}`, shapes[at % shapes.length]),
  )
  const curious = [people[3], people[perRole + 4]] as Person[]
  const wide = curious.flatMap((person) =>
    Array.from({ length: 40 }, (_, at) => readingOf(person, `wide ${person.personId} ${at}`)),
  )
  const keys = [
    ...single.map(({ personId, studentId }) => `${personId}, ${studentId}`),
    ...curious.map(({ personId }) => `${personId}, several`),
  ]
  return { readings: [...single, ...wide], keys }
}
const found = (readings: readonly Reading[]) =>
  unusualIn(readings).map(({ personId, student }) => `${personId}, ${student?.id ?? 'several'}`)

describe('Unusual readings', () => {
  test('of twenty kinds hidden in a month are found, and hardly anything else is', () => {
    // Forty months together: in one, a single chance look more or less is already a twentieth.
    const months = Array.from({ length: 40 }, (_, seed) => {
      const next = numbersFrom(seed)
      const { readings, keys } = seeded(next)
      const alerts = found([...ordinary(next), ...readings])
      const hits = keys.filter((key) => alerts.includes(key)).length
      return {
        alerts: alerts.length,
        false: alerts.filter((key) => !keys.includes(key)).length,
        hits,
        keys: keys.length,
      }
    })
    const all = (what: keyof (typeof months)[number]) => months.reduce((sum, month) => sum + month[what], 0)
    expect(all('hits') / all('keys'), 'recall').toBeGreaterThanOrEqual(0.95)
    expect(all('false') / all('alerts'), 'false alerts').toBeLessThanOrEqual(0.05)
  })

  test('are not made of a month of ordinary work', () => {
    const month = ordinary(numbersFrom(9)).map((reading) => ({
      ...reading,
      sameFamilyName: false,
      colleaguesChild: false,
    }))
    expect(found(month)).toEqual([])
    expect(month.filter(({ linked }) => !linked).length).toBeGreaterThan(200)
  })

  test('say each reason there is', () => {
    const person = people[0] as Person
    const why = (how: Partial<Reading>) =>
      unusualIn([readingOf(person, 'one', how)]).flatMap((each) => each.why)
    expect(why({})).toEqual([])
    expect(why({ brokeGlass: true, linked: true })).toEqual(['broke_glass'])
    expect(why({ ownChild: true, sameHousehold: true, linked: true })).toEqual(['own_child'])
    expect(why({ sameHousehold: true, linked: true })).toEqual(['same_household'])
    expect(why({ sameFamilyName: true, outside: 1, days: 3 })).toEqual([
      'same_family_name',
      'outside_hours',
      'again_and_again',
    ])
    expect(why({ sameFamilyName: true, outside: 1, days: 3, linked: true })).toEqual([])
    expect(why({ colleaguesChild: true })).toEqual(['colleagues_child'])
    expect(why({ colleaguesChild: true, linked: true })).toEqual([])
    expect(why({ outside: 1, role: 'privacy_officer' })).toEqual([])
  })

  test('a count is far above others only where there are enough of them', () => {
    expect(isFarAbove(40, [1, 2, 3, 2, 1])).toBe(true)
    expect(isFarAbove(40, [1, 2])).toBe(false)
    expect(isFarAbove(9, [0, 0, 0, 0, 0])).toBe(false)
    expect(isFarAbove(14, [10, 12, 11, 13, 12])).toBe(false)
  })
})
