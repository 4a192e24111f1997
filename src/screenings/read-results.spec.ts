import { describe, expect, test } from 'vitest'
import type { Item } from './instrument.ts'
import { readCells, readResults } from './read-results.ts'
import { bytesOf } from './sample-for-specs.ts'

const answers = [
  { code: 'never', points: 0 },
  { code: 'most_days', points: 2 },
]
const items: Item[] = ['d1', 'd2'].map((linkId) => ({ linkId, answers }))
const days = { opensOn: '2026-10-05', closesOn: '2026-10-16', today: '2026-10-14' }
const head = 'student,date,d1,d2\n'

const read = (text: string) => {
  const cells = readCells(bytesOf(text))
  return 'amiss' in cells ? cells : readResults(cells, items, days)
}
const amissIn = (text: string) => {
  const found = read(text)
  return 'amiss' in found ? found.amiss.map(({ line, why }) => `${line} ${why}`) : []
}

describe('A file of answers', () => {
  test('is scored line by line, and what was answered is gone', () => {
    expect(read(`\uFEFFdate,student,d2,d1\r\n2026-10-12,s1,most_days,never\r\n`)).toEqual([
      { line: 2, student: 's1', on: '2026-10-12', points: 2 },
    ])
    expect(read(head)).toEqual([])
  })

  test('with anything amiss is not taken at all, and every line of it is named', () => {
    expect(
      amissIn(
        `${head},2026-10-12,never,never\ns1,10/12/2026,never,never\ns2,2026-10-12,never,\ns3,2026-10-12,often,never\n`,
      ),
    ).toEqual(['2 student_missing', '3 day_wrong', '4 answer_wrong', '5 answer_wrong'])
    const twice = `${head}s1,2026-10-12,never,never\ns1,2026-10-13,never,never\n`
    expect(amissIn(twice)).toEqual(['3 student_twice'])
  })

  test('tells of no day outside its round, nor of one that has not come', () => {
    const on = (day: string) => amissIn(`${head}s1,${day},never,never\n`)
    expect(on('2026-10-04')).toEqual(['2 day_outside'])
    expect(on('2026-10-05')).toEqual([])
    expect(on('2026-10-14')).toEqual([])
    expect(on('2026-10-15')).toEqual(['2 day_outside'])
  })

  test('has the columns of its instrument and no other: nothing else comes along unread', () => {
    expect(amissIn('student,date,d1\ns1,2026-10-12,never\n')).toEqual(['1 columns_missing'])
    expect(amissIn('student,date,d1,d2,notes\ns1,2026-10-12,never,never,cried\n')).toEqual([
      '1 columns_unknown',
    ])
    expect(amissIn('student,date,d1,d2,d1\ns1,2026-10-12,never,never,never\n')).toEqual(['1 columns_unknown'])
    expect(amissIn('student,date,d1,d2\n"s1,2026-10-12,never,never\n')).toEqual(['1 not_csv'])
    expect(amissIn('')).toEqual(['1 columns_missing'])
    expect(amissIn(`${head}${'s,2026-10-12,never,never\n'.repeat(10_001)}`)).toEqual(['10002 too_long'])
  })
})
