import { describe, expect, test } from 'vitest'
import { entry } from '#tests/support/incident-facts.ts'
import { pressedOf } from './pressed.ts'

const told = entry({ kind: 'caregiver_told', how: 'phone' }, 5)
const over = entry({ kind: 'handed_over', what: 'home_with_caregiver' }, 9)

describe('What was pressed without a network', () => {
  test('is owed its words, the last of a step, and no other step is', () => {
    const again = entry({ kind: 'caregiver_not_told', what: 'nobody_reached' }, 7)
    expect(pressedOf([told, over, again], 'caregiver')).toBe(again)
    expect(pressedOf([told, over], 'handover')).toBe(over)
    expect(pressedOf([told], 'handover')).toBeUndefined()
    expect(pressedOf([], 'caregiver')).toBeUndefined()
  })

  test('owes none once somebody said who it was, and never where they were written at once', () => {
    const words = entry({ kind: 'caregiver_told', words: 'R. B.', aboutId: told.id }, 5)
    expect(pressedOf([told, words], 'caregiver')).toBeUndefined()
    const atOnce = entry({ kind: 'handed_over', what: 'other', words: 'R. B.' }, 3)
    expect(pressedOf([atOnce], 'handover')).toBeUndefined()
  })
})
