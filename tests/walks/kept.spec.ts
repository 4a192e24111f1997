import { describe, expect, test } from 'vitest'
import type { Kept } from './facts.ts'
import { KeptMisses } from './kept.ts'

const miss = (id: string, given: Partial<Kept> = {}): Kept => ({
  id,
  record: 'concern',
  clock: 'triage',
  started_at: '2026-10-05 09:00',
  due_at: '2026-10-06 16:00',
  held_by: 'queue',
  standard: { unit: 'school_days', amount: 1 },
  person_id: null,
  ...given,
})

describe('What was missed', () => {
  test('is held against itself: written anew, gone, kept twice or nowhere is noticed', () => {
    const kept = new KeptMisses()
    const says = (breaches: Kept[], late: string[] = []) => kept.complaints({ breaches }, late).join(' ')
    expect(says([miss('one')], ['concern'])).toBe('')
    expect(says([miss('one', { due_at: '2026-10-06 17:00' })])).toMatch(
      /^a miss was rewritten or is gone: one/,
    )
    expect(says([])).toMatch(/is gone: one/)
    expect(new KeptMisses().complaints({ breaches: [miss('one'), miss('two')] }, [])).toEqual([
      'missed twice: concern triage 2026-10-05 09:00',
    ])
    expect(new KeptMisses().complaints({ breaches: [] }, ['other'])).toEqual([
      'concern other is late, and that is kept nowhere',
    ])
  })
})
