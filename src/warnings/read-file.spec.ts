import { describe, expect, test } from 'vitest'
import { readFile } from './read-file.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const amissIn = (text: string) => {
  const read = readFile(bytes(text))
  return 'amiss' in read ? read.amiss.map(({ line, why }) => `${line} ${why}`) : []
}

describe('A file of school days', () => {
  test('is days missed, incidents or exclusions, as its columns say; other columns are named and left alone', () => {
    expect(readFile(bytes('\uFEFFstudent,date,status,teacher\r\ns1,2026-10-12,whole_day,Ms. O\r\n'))).toEqual(
      {
        kind: 'absence',
        lines: [
          {
            line: 2,
            student: 's1',
            sourceId: 's1 2026-10-12',
            code: 'whole_day',
            startsOn: '2026-10-12',
            endsOn: null,
          },
        ],
        ignored: ['teacher'],
      },
    )
    expect(readFile(bytes('incident,student,date,kind\nI-9,s1,2026-10-12,FIGHT-2\n'))).toMatchObject({
      kind: 'incident',
      lines: [{ sourceId: 'I-9', code: 'FIGHT-2' }],
    })
    const exclusion =
      'exclusion,student,from,until,kind\nE1,s1,2026-10-12,2026-10-14,removal\nE2,s2,2026-10-12,,expulsion'
    expect(readFile(bytes(exclusion))).toMatchObject({
      kind: 'exclusion',
      lines: [{ endsOn: '2026-10-14' }, { endsOn: null }],
    })
  })

  test('with anything amiss is not taken at all, and every line of it is named', () => {
    const head = 'student,date,status\n'
    expect(
      amissIn(
        `${head}s1,2026-10-12,whole_day\n,2026-10-12,whole_day\ns2,2026-02-30,whole_day\ns3,10/12/2026,present\n`,
      ),
    ).toEqual(['3 student_missing', '4 day_wrong', '5 day_wrong'])
    expect(amissIn(`${head}s1,2026-10-12,ill\ns1,2026-10-12,whole_day\n`)).toEqual([
      '2 code_unknown',
      '3 id_twice',
    ])
    expect(amissIn('exclusion,student,from,until,kind\nE1,s1,2026-10-14,2026-10-12,removal')).toEqual([
      '2 end_before_start',
    ])
    expect(amissIn('incident,student,date,kind\nI-1,s1,2026-10-14,Hit Sam in the hall\n')).toEqual([
      '2 code_unknown',
    ])
    expect(amissIn('incident,student,date,kind\n,s1,2026-10-14,other\n')).toEqual(['2 id_missing'])
    expect(amissIn('name,when\nx,y\n')).toEqual(['1 columns_missing'])
    expect(amissIn('student,date,status\n"s1,2026-10-12,whole_day\n')).toEqual(['1 not_csv'])
    expect(amissIn('')).toEqual(['1 columns_missing'])
    expect('amiss' in readFile(new Uint8Array([0xff, 0xfe, 0x00]))).toBe(true)
  })
})
