import { expect, test } from 'vitest'
import { obstaclesToOpening } from './rules.ts'

const fine = {
  sample: false,
  live: true,
  cut: true,
  opensOn: '2026-10-05',
  closesOn: '2026-10-05',
  grades: ['6'],
  known: ['6', '7'],
}

test('A round needs grades, days and a cut-off, and no sample is used where a school is live', () => {
  expect(obstaclesToOpening(fine)).toEqual([])
  expect(obstaclesToOpening({ ...fine, sample: true, live: false })).toEqual([])
  expect(obstaclesToOpening({ ...fine, sample: true })).toEqual(['sample_at_live_school'])
  expect(obstaclesToOpening({ ...fine, cut: false, closesOn: '2026-10-04', grades: [] })).toEqual([
    'no_cut_off',
    'ends_before_start',
    'no_grade',
  ])
  expect(obstaclesToOpening({ ...fine, grades: ['6', '9'] })).toEqual(['grade_unknown'])
})
