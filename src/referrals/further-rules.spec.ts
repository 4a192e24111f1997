import { expect, test } from 'vitest'
import { obstaclesToFurther } from './further.ts'

test('a choice is asked for where a referral is opened, and nowhere else', () => {
  const open = { answer: null }
  expect(obstaclesToFurther(open, { answer: 'opened' })).toEqual(['service_missing'])
  expect(obstaclesToFurther(open, { answer: 'opened', serviceSought: 'group' })).toEqual([])
  expect(obstaclesToFurther(open, { answer: 'family_choice' })).toEqual([])
  expect(obstaclesToFurther({ answer: 'opened' }, { answer: 'opened' })).toEqual([
    'already_answered',
    'service_missing',
  ])
})
