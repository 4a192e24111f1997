import { expect, test } from 'vitest'
import { isTaken, mayTake, ownerAfter } from './having.ts'

const begun = { state: 'open', ownerId: 'joan', openedBy: 'joan' } as const
const waits = { personId: 'ruth', acknowledgedAt: null }
const answered = { personId: 'ruth', acknowledgedAt: new Date('2026-10-13T20:31:00Z') }

test('an incident is with whoever began it until somebody answers or takes it', () => {
  expect(isTaken(begun, [waits])).toBe(false)
  expect(isTaken({ ...begun, ownerId: 'daniel' }, [waits])).toBe(true)
  expect(isTaken({ ...begun, ownerId: 'ruth' }, [answered])).toBe(true)
  // Nobody signed in began it: it is with the first who is told, who has not answered by that.
  expect(isTaken({ ...begun, ownerId: 'ruth', openedBy: null }, [waits])).toBe(false)
  expect(isTaken({ ...begun, ownerId: 'daniel', openedBy: null }, [waits])).toBe(true)
  expect(isTaken({ ...begun, openedBy: null }, [])).toBe(false)
})

test('an answer takes it from nobody who answered or took it', () => {
  expect(ownerAfter(begun, [waits], 'samuel')).toBe('samuel')
  expect(ownerAfter({ ...begun, ownerId: 'daniel' }, [waits], 'samuel')).toBe('daniel')
  expect(ownerAfter({ ...begun, ownerId: 'ruth', state: 'acknowledged' }, [answered], 'samuel')).toBe('ruth')
})

test('whoever was told is offered the answer alone while nobody has it, and to take it over from then on', () => {
  const ruth = { personId: 'ruth', role: 'crisis_lead' } as const
  const daniel = { personId: 'daniel', role: 'counselor' } as const
  const karen = { personId: 'karen', role: 'teacher' } as const
  const may = (who: typeof ruth | typeof daniel | typeof karen, incident: Parameters<typeof isTaken>[0]) =>
    mayTake(who, incident, [waits])
  expect([ruth, daniel, karen].map((who) => may(who, begun))).toEqual([false, true, false])
  expect(may(ruth, { ...begun, ownerId: 'daniel' })).toBe(true)
  expect(may(daniel, { ...begun, ownerId: 'daniel' })).toBe(false)
  expect(may(ruth, { ...begun, ownerId: 'daniel', state: 'closed' })).toBe(false)
})
