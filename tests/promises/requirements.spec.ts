import { describe, expect, test } from 'vitest'
import { drawRequirements, readRequirements, readTitles, unknownIds } from '../../tools/draw/requirements.ts'
import { titlesOf } from '../../tools/draw/titles.ts'

describe('Requirements', () => {
  test('all 373 are listed once, in order, each with an area and a name', () => {
    const requirements = readRequirements()
    const ids = Array.from({ length: 373 }, (_, index) => `R${String(index + 1).padStart(3, '0')}`)
    expect(requirements.map(({ id }) => id)).toEqual(ids)
    expect(requirements.filter(({ area, name }) => area === '' || name === '')).toEqual([])
  })

  test('no spec names one that does not exist', () => {
    expect(unknownIds(readTitles(), readRequirements())).toEqual([])
    const planted = titlesOf('a.spec.ts', `test('x [R999]', () => {})`)
    expect(unknownIds(planted, readRequirements())).toEqual(['R999 in a.spec.ts'])
  })
})

describe('The reader of titles', () => {
  const read = (text: string) => titlesOf('a.spec.ts', text).map(({ says, ids }) => [says, ...ids])

  test('finds ids in a title, in the chapter around it, and in a sentence of a table', () => {
    expect(read(`test('a family hears [R050] [R137]', () => {})`)).toEqual([
      ['a family hears', 'R050', 'R137'],
    ])
    expect(read(`describe('Sending [R030]', () => { it('waits', () => {}) })`)).toEqual([['waits', 'R030']])
    expect(read('test.each(rows)(`late by $days [R042]`, () => {})')).toEqual([['late by $days', 'R042']])
    expect(read(`journey('a day [R055]', async () => {})`)).toEqual([['a day', 'R055']])
    expect(read(`keep('x', [{ says: 'sealed [R135]', breaches: '' }])`)).toEqual([['sealed', 'R135']])
  })

  test('finds none in a comment, in another string, or in a call that only looks like a spec', () => {
    expect(read(`// test('x [R001]', () => {})`)).toEqual([])
    expect(read(`expect(page).toContain('[R001]')`)).toEqual([])
    expect(read(`/x/.test('[R001]')`)).toEqual([])
  })

  test('what specs prove in part only is said beside them', () => {
    const requirements = [{ id: 'R002', area: 'First', name: 'Two', owed: 'the count' }]
    const titles = titlesOf('a.spec.ts', `test('it is so [R002]', () => {})`)
    const [drawn] = drawRequirements(titles, requirements)
    expect(drawn?.text).toContain('1 of 1 requirements are named by a spec, 1 of them proven in part only')
    expect(drawn?.text).toContain('| R002 | Two | it is so (`a.spec.ts`)<br>Not proven yet: the count |')
    const known = new Set(readTitles().flatMap(({ ids }) => ids))
    const unsaid = readRequirements().filter(({ id, owed }) => owed !== undefined && !known.has(id))
    expect(unsaid, 'a part of nothing').toEqual([])
  })

  test('what has no spec is said on the page and left out of the data', () => {
    const requirements = [
      { id: 'R001', area: 'First', name: 'One' },
      { id: 'R002', area: 'First', name: 'Two' },
    ]
    const titles = titlesOf('a.spec.ts', `test('it is so [R002]', () => {})`)
    const [drawn, data] = drawRequirements(titles, requirements)
    expect(drawn?.text).toContain('| R001 | One | none |')
    expect(drawn?.text).toContain('| R002 | Two | it is so (`a.spec.ts`) |')
    expect(JSON.parse(data?.text ?? '')).toEqual({ R002: ['it is so'] })
  })
})
