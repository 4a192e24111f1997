import { expect, test } from 'vitest'
import type { Blank } from './rules.ts'
import { isDone, stepNow, steps } from './steps.ts'

const now = (blanks: readonly Blank[], isHelpComing = false) => stepNow(blanks, { isHelpComing })

test('what to do now is the first step with a blank, and nobody waits for the lead [R097]', () => {
  expect(now(['safety_blank', 'lead_silent', 'rubric_blank'])).toBe('safety')
  expect(now(['lead_silent', 'stays_blank', 'rubric_blank'])).toBe('roles')
  expect(now(['lead_silent'])).toBe('lead')
  expect(now([])).toBe('close')
})

test('while help is on its way the rest goes on, and the record waits for it', () => {
  expect(now(['result_blank', 'caregiver_blank'])).toBe('response')
  expect(now(['result_blank', 'high_without_help', 'caregiver_blank'], true)).toBe('caregiver')
  expect(now(['departure_blank', 'result_blank', 'caregiver_blank'], true)).toBe('response')
  expect(now(['result_blank'], true)).toBe('response')
})

test('a step is done when nothing of it is blank', () => {
  expect(steps.filter((step) => !isDone(step, ['writes_blank', 'place_blank']))).toEqual(['roles', 'facts'])
})
