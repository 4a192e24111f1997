import { describe, expect, test } from 'vitest'
import { dataClassWords } from '#access/data-class-words.ts'
import { classOfColumns } from '#database/class-of-columns.ts'
import { dataClasses } from '#database/classes.ts'
import { sealedTables } from '#database/sealed.ts'
import { drawDataClasses } from './data-classes.ts'
import type { Deed } from './deeds.ts'

const look = (name: string, by: string[], file?: string): Deed => ({
  kind: 'look',
  name,
  by,
  shows: { for: 'coordination', whole: ['concerns'], parts: ['visits'] },
  ...(file !== undefined && { file }),
})
const looks = [
  look('a/school', ['counselor']),
  look('a/agency', ['counselor', 'partner_intake']),
  look('consent/document', ['caregiver'], 'src/consent/look-document.ts'),
]
const removable = [{ recordClass: 'concern', table: 'concern' }]
const chapters = new Map(
  drawDataClasses(looks, removable)
    .text.split('\n## ')
    .slice(1)
    .map((text) => [text.slice(0, text.indexOf('\n')), text]),
)
const chapterOf = (name: (typeof dataClasses)[number]) => chapters.get(dataClassWords()(name)) ?? ''
const line = (text: string, head: string) => new RegExp(`\\| ${head} \\| (.*) \\|`).exec(text)?.[1]

describe('The page of classes of data', () => {
  test('says of each class what is in it, sealed or readable, who may know it, how long it is kept and where it leaves', () => {
    expect(chapters.size).toBe(dataClasses.length)
    for (const { table, column, dataClass } of classOfColumns()) {
      if (dataClass === 'of_nobody') continue
      const known = (sealedTables as Record<string, { columns: object }>)[table]?.columns ?? {}
      const head = column in known ? 'sealed' : 'readable in the database'
      const said = line(chapterOf(dataClass), head) ?? ''
      expect([table, column, new RegExp(`\`${table}\` \\([^)]*\\b${column}\\b`).test(said)]).toEqual([
        table,
        column,
        true,
      ])
    }
    for (const name of dataClasses) expect(line(chapterOf(name), 'who may know, as it ships')).toBeTruthy()
  })

  test('tells agencies, families and what is taken along apart, from what each look declares', () => {
    const concerns = chapterOf('concerns')
    expect(line(concerns, 'agencies may read it in')).toBe('`a/agency`')
    expect(line(concerns, 'families may read it in')).toBe('`consent/document`')
    expect(line(concerns, 'leaves as paper or a file from')).toBe('`consent/document`')
    expect(line(concerns, 'kept')).toBe('until the concern is removed')
    expect(line(chapterOf('crisis'), 'agencies may read it in')).toBe('nowhere')
    expect(line(chapterOf('crisis'), 'kept')).toBe('no schedule removes it')
  })
})
