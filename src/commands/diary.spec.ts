import { describe, expect, test } from 'vitest'
import { openDiary } from './diary.ts'

const written = (work: (diary: ReturnType<typeof openDiary>) => void): string[] => {
  const chunks: string[] = []
  work(openDiary({ write: (chunk) => void chunks.push(chunk) }))
  return chunks.join('').split('\n').slice(0, -1)
}

/** What somebody could send so that a log shows a line that never was. */
const forged = '\n{"level":30,"time":1,"msg":"admin signed in"}\r\n\u2028x\u0000\u001b[2J'

describe('The log', () => {
  test('is one object of JSON a line, with a time in UTC, an id, a pattern, a kind and places', () => {
    const error = Object.assign(new TypeError('Maya said something'), { code: '23505' })
    const lines = written(({ say, broken }) => {
      say('A letter was written')
      broken({ id: '01a1', route: '/students/:studentId', error })
    })
    const [said, failed] = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines).toHaveLength(2)
    expect(said).toEqual({ level: 30, time: expect.any(Number), msg: 'A letter was written' })
    expect(failed).toMatchObject({
      id: '01a1',
      route: '/students/:studentId',
      kind: 'TypeError',
      code: '23505',
    })
    expect(JSON.stringify(failed)).not.toContain('Maya')
    expect(Math.abs(Number(failed?.['time']) - Date.now())).toBeLessThan(60_000)
  })

  test('gets no line that was not written: whatever stands in an id, an address, a name or a stack', () => {
    const error = Object.assign(new Error(forged), { code: forged, name: forged })
    error.stack = `Error: ${forged}\n    at read (file:///src/a.ts:1:2)\n    at x${forged}`
    const lines = written(({ say, broken }) => {
      say(forged)
      broken({ id: forged, route: forged, error })
    })
    expect(lines).toHaveLength(2)
    for (const line of lines) {
      expect((JSON.parse(line) as { msg?: string }).msg ?? '').not.toBe('admin signed in')
      expect([...line].filter((sign) => sign < ' ')).toEqual([])
    }
    // Written as it is, the same words are three lines, of which one says what never was.
    expect(forged.split('\n').some((line) => line.includes('"msg":"admin signed in"'))).toBe(true)
  })
})
