import { expect, test } from 'vitest'
import { isNamed, isOver, keptProtected, obstaclesToProtecting } from './protection.ts'

const facts = { endsOn: '2027-06-30', today: '2026-10-13', named: 2, chosen: 2, stands: false }

test('A contact is protected until a day that is to come, for people of the staff who are named', () => {
  expect(obstaclesToProtecting(facts)).toEqual([])
  expect(obstaclesToProtecting({ ...facts, endsOn: '2026-10-13' })).toEqual([])
  expect(obstaclesToProtecting({ ...facts, endsOn: '2026-10-12' })).toEqual(['day_is_past'])
  expect(obstaclesToProtecting({ ...facts, named: 0, chosen: 0 })).toEqual(['nobody_named'])
  expect(obstaclesToProtecting({ ...facts, named: 1 })).toEqual(['not_of_the_staff'])
  expect(obstaclesToProtecting({ ...facts, stands: true })).toEqual(['stands_already'])
})

test('Whoever is named reads it, and nobody without a name', () => {
  const readers = [{ id: 'leila', name: 'Leila Haddad' }]
  expect(isNamed({ readers }, 'leila')).toBe(true)
  expect(isNamed({ readers }, 'maya')).toBe(false)
  expect(isNamed({ readers }, null)).toBe(false)
})

test('Its last day is one of its days', () => {
  expect(isOver({ endsOn: '2026-10-13' }, '2026-10-13')).toBe(false)
  expect(isOver({ endsOn: '2026-10-13' }, '2026-10-14')).toBe(true)
})

test('What is typed while it is protected is kept with it; what is left blank stands', () => {
  const held = { phone: '1', email: 'a@b.c', contactHours: null, address: 'x', neighborhood: null }
  expect(keptProtected(held, { phone: '2', email: null, contactHours: '' })).toEqual({ ...held, phone: '2' })
})
