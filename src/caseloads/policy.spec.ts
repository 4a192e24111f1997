import { describe, expect, test } from 'vitest'
import type { Actor } from '#access/actor.ts'
import { systemActor } from '#access/actor.ts'
import { mayAssign } from './policy.ts'

const actor = (role: Actor['role'], schoolIds: Actor['schoolIds']): Actor => ({
  ...systemActor('district'),
  role,
  schoolIds,
})

describe('Who says with which agencies a coordinator coordinates', () => {
  test('is a lead who covers every school of that coordinator, and the head of the district', () => {
    const lead = actor('designated_lead', ['alder', 'larkspur'])
    expect(mayAssign(lead, ['alder'])).toBe(true)
    expect(mayAssign(lead, ['alder', 'larkspur'])).toBe(true)
    expect(mayAssign(lead, ['alder', 'harlow'])).toBe(false)
    expect(mayAssign(lead, null)).toBe(false)
    expect(mayAssign(actor('designated_lead', null), null)).toBe(true)
    expect(mayAssign(actor('district_head', null), ['harlow'])).toBe(true)
    expect(mayAssign(actor('principal', null), ['alder'])).toBe(false)
  })

  test('leaves nobody standing who coordinates nowhere any more: every lead ends it', () => {
    expect(mayAssign(actor('designated_lead', ['alder']), [])).toBe(true)
  })
})
