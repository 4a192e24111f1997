import { describe, expect, test } from 'vitest'
import { readTitles } from '../../tools/draw/requirements.ts'
import { read } from '../../tools/source.ts'
import { asvsLevels } from './asvs-levels.ts'

/**
 * One requirement, decided: what proves it, on which page it is written down where that is all it asks or all
 * that is ours to do, why it does not apply, or what is missing.
 */
type Decided = { id: string; about: string; proof?: string[]; page?: string; not?: string; open?: string }

const ledger = (JSON.parse(read('docs/asvs.json')) as { requirements: Decided[] }).requirements

const specs = () => new Set(readTitles().map(({ file, says }) => `${file}: ${says}`))

/** Whether a page has a heading that is linked by this name. */
function isThere(place: string): boolean {
  const [file = '', name] = place.split('#')
  const headings = [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, text = '']) => text)
  return headings.some((text) => text.toLowerCase().replaceAll(' ', '-') === name)
}

/** What is wrong with a ledger, one line each. */
function amiss(decided: readonly Decided[], known: ReadonlySet<string>): string[] {
  const ids = decided.map(({ id }) => id)
  const wanted = [...asvsLevels].filter(([, level]) => level < 3).map(([id]) => id)
  const ways = ({ proof, page, not, open }: Decided) =>
    [proof, page, not, open].filter((way) => way !== undefined)
  return [
    ...wanted.filter((id) => !ids.includes(id)).map((id) => `${id} is not decided`),
    ...ids.filter((id) => !asvsLevels.has(id)).map((id) => `${id} does not exist`),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} is there twice`),
    ...decided
      .filter((one) => ways(one).length !== 1)
      .map(({ id }) => `${id} is decided in no way, or in two`),
    ...decided
      .filter((one) => ways(one).some((way) => way.length === 0 || way === ''))
      .map(({ id }) => `${id} says nothing`),
    ...decided.flatMap(({ id, proof = [] }) =>
      proof
        .filter((title) => !known.has(title))
        .map((title) => `${id} names a spec that is not there: ${title}`),
    ),
    ...decided.flatMap(({ id, page }) =>
      page === undefined || isThere(page) ? [] : [`${id} names a place that is not there: ${page}`],
    ),
  ]
}

describe('The ledger of ASVS', () => {
  test('decides every requirement of levels 1 and 2, each once and in one way, by specs that are there', () => {
    expect(amiss(ledger, specs())).toEqual([])
  })

  test('knows the standard whole: 345 requirements, 70 of them of level 1 and 183 of level 2', () => {
    const levels = [...asvsLevels.values()]
    expect([1, 2, 3].map((level) => levels.filter((one) => one === level).length)).toEqual([70, 183, 92])
  })

  test('would be told of one left out, one twice, one nobody knows, one without a word and one without a spec', () => {
    const [first, second, ...others] = ledger as [Decided, Decided, ...Decided[]]
    const planted = [
      ...others,
      ...others.slice(0, 1),
      { id: '99.1.1', about: 'nothing', not: 'it is not there' },
      { id: second.id, about: 'two ways', not: 'x', open: 'y' },
      { id: '1.2.10', about: 'empty', open: '' },
      { id: '1.3.12', about: 'lost', proof: ['src/a.spec.ts: it is so'] },
      { id: '13.1.1', about: 'nowhere', page: 'docs/operating.md#whom-it-calls' },
    ]
    expect(amiss(planted, specs())).toEqual([
      `${first.id} is not decided`,
      '99.1.1 does not exist',
      `${others[0]?.id} is there twice`,
      '13.1.1 is there twice',
      `${second.id} is decided in no way, or in two`,
      '1.2.10 says nothing',
      '1.3.12 names a spec that is not there: src/a.spec.ts: it is so',
      '13.1.1 names a place that is not there: docs/operating.md#whom-it-calls',
    ])
  })
})
