import { describe, expect, test } from 'vitest'
import { choose, idMeant, isChoice, isOpen, meantBy, mostOffered, type Named, orMany } from './choosing.ts'

const idAt = (place: number) => `019f0000-0000-7000-8000-${String(place).padStart(12, '0')}`
const named = (...names: string[]): Named[] => names.map((name, i) => ({ id: idAt(i), name }))
const sourceOf = (all: readonly Named[]) => ({
  few: async () => orMany(all),
  all: async () => all,
  one: async (id: string) => all.find((each) => each.id === id),
})
const some = named('Alder Creek Middle', 'Alder Hill High', 'Larkspur Elementary')
const many = named(...Array.from({ length: 300 }, (_, i) => `School ${i + 1}`), 'Alder Creek Middle')
const names = (found: readonly Named[]) => found.map(({ name }) => name)

describe('a name that was typed', () => {
  test('means those whose words it begins, with accents or without, in any order', () => {
    expect(names(meantBy('alder', some))).toEqual(['Alder Creek Middle', 'Alder Hill High'])
    expect(names(meantBy('MIDDLE ald', some))).toEqual(['Alder Creek Middle'])
    expect(names(meantBy('nunez', named('María Núñez', 'Nora Adams')))).toEqual(['María Núñez'])
    expect(meantBy(' - ', some)).toEqual([])
  })

  test('means who is called exactly that before who is also called so', () => {
    expect(names(meantBy('school 1', many))).toEqual(['School 1'])
    expect(names(meantBy('Kim Lee', named('Kim Lee', 'Kim Lee', 'Kim Leeds')))).toEqual([
      'Kim Lee',
      'Kim Lee',
    ])
  })
})

describe('choosing', () => {
  test('a few are offered in a list; of many the name is typed', async () => {
    expect((await choose(undefined, sourceOf(some))).offered).toEqual(some)
    expect((await choose('', sourceOf(many))).offered).toBeNull()
    expect(orMany(many.slice(0, mostOffered))).toHaveLength(mostOffered)
    expect(orMany(many.slice(0, mostOffered + 1))).toBeNull()
  })

  test('an id and a name that is only one’s are the same answer', async () => {
    const id = idAt(300)
    expect((await choose(id, sourceOf(many))).chosen?.id).toBe(id)
    expect((await choose('alder', sourceOf(many))).chosen?.id).toBe(id)
    expect((await choose(idAt(999), sourceOf(many))).chosen).toBeUndefined()
  })

  test('a name that is several’s or nobody’s is asked about, and nothing is guessed', async () => {
    const several = await choose('school', sourceOf(many))
    expect(several).toMatchObject({ chosen: undefined, typed: 'school', count: 300 })
    expect(several.meant).toHaveLength(10)
    expect(isOpen(several)).toBe(true)
    const nobody = await choose('harlow', sourceOf(many))
    expect(nobody).toMatchObject({ chosen: undefined, typed: 'harlow', meant: [], count: 0 })
    expect(isOpen(await choose('alder', sourceOf(many)))).toBe(false)
  })

  test('an id is known at once, a name when it is settled', async () => {
    const never = new Promise<never>(() => undefined)
    expect(await idMeant(idAt(1), never)).toBe(idAt(1))
    expect(await idMeant(undefined, never)).toBeUndefined()
    expect(await idMeant('', never)).toBeUndefined()
    expect(await idMeant('alder', choose('alder', sourceOf(many)))).toBe(idAt(300))
    expect(await idMeant('school', choose('school', sourceOf(many)))).toBeUndefined()
  })

  test('one alone, or none, is no choice', async () => {
    expect(isChoice(await choose(undefined, sourceOf(named('Alder Creek Middle'))))).toBe(false)
    expect(isChoice(await choose(undefined, sourceOf([])))).toBe(false)
    expect(isChoice(await choose(undefined, sourceOf(some)))).toBe(true)
    expect(isChoice(await choose(undefined, sourceOf(many)))).toBe(true)
  })
})
