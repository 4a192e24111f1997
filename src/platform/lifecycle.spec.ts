import { expect, test } from 'vitest'
import { lifecycle } from './lifecycle.ts'

const door = lifecycle({ open: { close: 'shut' }, shut: { open: 'open', wall: 'gone' }, gone: {} })

test('an act with a place in the state leads to the next state', () => {
  expect(door.next('open', 'close')).toBe('shut')
  expect(door.allows('gone', 'open')).toBe(false)
  expect(() => door.next('gone', 'open')).toThrow('A gone record cannot be asked to open')
})

test('states, acts and ends are read from the table', () => {
  expect(door.states).toEqual(['open', 'shut', 'gone'])
  expect(door.acts).toEqual(['close', 'open', 'wall'])
  expect(door.states.filter(door.ends)).toEqual(['gone'])
})

// @ts-expect-error a transition to a state nobody declared does not compile
lifecycle({ open: { close: 'clsoed' }, closed: {} })
// @ts-expect-error an act nobody declared does not compile
door.allows('open', 'clsoe')
