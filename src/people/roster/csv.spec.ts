import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CsvRecord, csvRecords } from './csv.ts'
import { type RosterLimits, rosterLimits } from './limits.ts'
import { RosterRefused } from './refused.ts'

async function* pieces(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function recordsOf(text: string, size = 50, limits: Partial<RosterLimits> = {}): Promise<CsvRecord[]> {
  const records: CsvRecord[] = []
  for await (const some of csvRecords('users.csv', pieces(text, size), { ...rosterLimits, ...limits })) {
    records.push(...some)
  }
  return records
}

async function refusalOf(text: string, limits: Partial<RosterLimits> = {}) {
  const error: unknown = await recordsOf(text, 50, limits).then(
    () => 'read',
    (reason: unknown) => reason,
  )
  return error instanceof RosterRefused ? { code: error.code, ...error.detail } : error
}

describe('A CSV file', () => {
  test('is read with the line on which each record begins', async () => {
    const text = 'id,name\r\n1,"Reyes\r\nDelgado"\r\n\r\n2,"said ""hi"", left"\n3,\n'
    for (const size of [1, 2, 3, 7, 500]) {
      expect(await recordsOf(text, size)).toEqual([
        { line: 1, cells: ['id', 'name'] },
        { line: 2, cells: ['1', 'Reyes\r\nDelgado'] },
        { line: 5, cells: ['2', 'said "hi", left'] },
        { line: 6, cells: ['3', ''] },
      ])
    }
  })

  test('may end without a line end, or hold nothing at all', async () => {
    expect(await recordsOf('a,b\n1,2')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2'] },
    ])
    expect(await recordsOf('')).toEqual([])
  })

  test('says the same after being written and read again, whatever the cells hold', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', 'é', '李', "'") })
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (rows, size) => {
        const records = await recordsOf(stringify(rows), size)
        expect(records.map(({ cells }) => cells)).toEqual(rows)
      }),
      { numRuns: 150 },
    )
  })

  test('with a quotation mark out of place is refused near its line', async () => {
    const stray = 'id,name\n1,Robert "Bob" Smith\n2,x\n'
    const early = 'id,name\n1,x\n2,"Bob" Smith\n'
    const open = 'id,name\n1,"Bob\n'
    expect(await refusalOf(stray)).toEqual({ code: 'broken_quoting', file: 'users.csv', line: 2 })
    expect(await refusalOf(early)).toEqual({ code: 'broken_quoting', file: 'users.csv', line: 3 })
    expect(await refusalOf(open)).toMatchObject({ code: 'broken_quoting', file: 'users.csv' })
  })

  test('may have records up to the limit, also when a cell spans lines', async () => {
    const spanning = (count: number) => `id,name\n1,"${'abcdefghi\n'.repeat(count)}"\n`
    expect(await recordsOf(spanning(9), 50, { recordBytes: 100 })).toHaveLength(2)
    expect(await refusalOf(spanning(11), { recordBytes: 100 })).toMatchObject({
      code: 'cell_too_long',
      limit: '100 bytes',
    })
  })

  test('cannot fill memory with empty cells either', async () => {
    expect(await refusalOf(`id,name\n${','.repeat(200_000)}\n`)).toMatchObject({
      code: 'cell_too_long',
      line: 2,
    })
    expect(await refusalOf(`id,name\n${'"",'.repeat(200_000)}\n`)).toMatchObject({
      code: 'cell_too_long',
      line: 2,
    })
  })
})
