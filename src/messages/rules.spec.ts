import { describe, expect, test } from 'vitest'
import { weekdayCalendar } from '#district/contract.ts'
import { type MessageChoice, familyDefault, staffDefault } from './choice.ts'
import { judge, type Judged, type Reader, type Verdict } from './rules.ts'

const calendar = weekdayCalendar('America/Los_Angeles')
const rules = {
  quietFrom: '20:00',
  quietUntil: '08:00',
  digestAt: '07:00',
  familyPerWeek: 3,
  remindHoursBefore: 24,
  triesRefused: 3,
  tellAfterMinutes: 10,
  tryForHours: 72,
}
const noon = new Date('2026-10-14T19:00:00Z')
const night = new Date('2026-10-15T05:00:00Z')
const hour = 3_600_000
const later = (hours: number, from = noon) => new Date(from.getTime() + hours * hour)

const plain = { contactRule: 'any', hoursInWords: false, keptAway: false, studentAlone: false, lately: [] }
const agreed: MessageChoice = { ...familyDefault, text: true, email: true }
const mother = (change: Partial<NonNullable<Reader['family']>> = {}, choice = agreed): Reader => ({
  email: 'mother@family.example',
  phone: '206 555 0137',
  language: 'es',
  choice,
  stopped: false,
  family: { ...plain, ...change },
})
const lead: Reader = { ...mother(), language: 'en', choice: staffDefault }
const asked = (change: Partial<Judged> = {}): Verdict =>
  judge({
    message: { kind: 'reminder', cause: 'visit', channel: null },
    needed: true,
    reader: mother(),
    uselessFrom: later(28),
    rules,
    calendar,
    now: noon,
    ...change,
  })
const ending = (verdict: Verdict) => (verdict.do === 'end' ? verdict.ending : verdict.do)

describe('A reminder to a family', () => {
  test('goes by the way they agreed to, and not at all before they agreed', () => {
    expect(asked()).toEqual({ do: 'send', channel: 'text', to: '206 555 0137' })
    expect(asked({ reader: mother({}, { ...agreed, text: false }) })).toMatchObject({ channel: 'email' })
    expect(ending(asked({ reader: mother({}, familyDefault) }))).toBe('not_agreed')
  })

  test('is sent to nobody it would not be safe for', () => {
    expect(ending(asked({ reader: mother({ keptAway: true }) }))).toBe('kept_away')
    expect(ending(asked({ reader: mother({ studentAlone: true }) }))).toBe('student_alone')
    expect(ending(asked({ reader: mother({ contactRule: 'do_not_contact' }) }))).toBe('do_not_contact')
    expect(ending(asked({ reader: mother({ contactRule: 'call_only' }) }))).toBe('call_only')
    expect(ending(asked({ reader: mother({ hoursInWords: true }) }))).toBe('hours_in_words')
    const stopped = { ...mother({}, { ...agreed, email: false }), stopped: true }
    expect(ending(asked({ reader: stopped }))).toBe('stopped')
    expect(ending(asked({ reader: { ...mother(), language: 'vi' } }))).toBe('no_language')
  })

  test('waits for the morning, for the end of a pause and for a week that is not full, or is too late', () => {
    expect(asked({ now: night, uselessFrom: later(40, night) })).toMatchObject({
      do: 'hold',
      because: 'quiet',
    })
    const paused = mother({}, { ...agreed, pausedUntil: later(2), pauseReason: 'safety' })
    expect(asked({ reader: paused })).toEqual({ do: 'hold', because: 'paused', until: later(2) })
    expect(ending(asked({ reader: paused, uselessFrom: later(1) }))).toBe('too_late')
    const full = mother({ lately: [later(-30), later(-60), later(-167)] })
    expect(asked({ reader: full })).toEqual({ do: 'hold', because: 'enough_this_week', until: later(1) })
    expect(asked({ reader: mother({ lately: [later(-30), later(-60)] }) }).do).toBe('send')
    expect(ending(asked({ now: later(29) }))).toBe('too_late')
  })
})

describe('A link for an agency, and its code', () => {
  const guest: Reader = { ...lead, choice: { ...staffDefault, text: true } }
  const way = (kind: 'guest_link' | 'guest_code', change: Partial<Reader> = {}) =>
    asked({
      message: { kind, cause: 'guest.code', channel: null },
      reader: { ...guest, ...change },
      uselessFrom: null,
    })

  test('go two ways: the link by mail and the code by text', () => {
    expect(way('guest_link')).toMatchObject({ do: 'send', channel: 'email' })
    expect(way('guest_code')).toMatchObject({ do: 'send', channel: 'text' })
  })

  test('go no way where one of the two is missing: whoever has one mailbox would be let in', () => {
    for (const kind of ['guest_link', 'guest_code'] as const) {
      expect(ending(way(kind, { phone: null }))).toBe('no_address')
      expect(ending(way(kind, { email: null }))).toBe('no_address')
      expect(ending(way(kind, { stopped: true }))).toBe('stopped')
    }
  })
})

describe('An alert to somebody at work', () => {
  const paused = {
    ...lead,
    choice: { ...staffDefault, pausedUntil: later(48), pauseReason: 'own_choice' as const },
  }
  const alert = (cause: string, change: Partial<Judged> = {}) =>
    asked({ message: { kind: 'alert', cause, channel: null }, reader: paused, uselessFrom: null, ...change })

  test('of a crisis, of records that were opened and of an end of sharing goes out at any hour and whatever they paused', () => {
    for (const cause of ['crisis.told', 'opening.begun', 'opening.escalated', 'sharing_stopped'])
      expect(alert(cause, { now: night }), cause).toMatchObject({ do: 'send', channel: 'email' })
    expect(alert('escalation.told')).toMatchObject({ do: 'hold', because: 'paused' })
    expect(alert('escalation.told', { reader: lead, now: night })).toMatchObject({ because: 'quiet' })
  })

  test('of a crisis goes by text and by mail, each by itself; anything else by one way', () => {
    const both = { ...lead, choice: { ...staffDefault, text: true } }
    const told = (channel: 'text' | 'email' | null, reader: Reader = both) =>
      alert('crisis.told', { message: { kind: 'alert', cause: 'crisis.told', channel }, reader })
    expect(told(null)).toEqual({ do: 'send', channel: 'text', to: both.phone, beside: 'email' })
    expect(told('text')).toEqual({ do: 'send', channel: 'text', to: both.phone })
    expect(told('email')).toEqual({ do: 'send', channel: 'email', to: both.email })
    const textOnly = { ...both, choice: { ...both.choice, email: false } }
    expect(told(null, textOnly)).toMatchObject({ channel: 'text', beside: 'email' })
    expect(told(null, { ...both, phone: null })).toEqual({ do: 'send', channel: 'email', to: both.email })
    expect(ending(told('text', { ...both, stopped: true }))).toBe('stopped')
    expect(alert('crisis.owed', { reader: both })).toEqual({ do: 'send', channel: 'text', to: both.phone })
    expect(alert('opening.begun', { reader: both })).toEqual({ do: 'send', channel: 'email', to: both.email })
  })

  test('that is not needed any more goes to nobody', () => {
    expect(ending(alert('crisis.told', { needed: false }))).toBe('not_needed')
  })
})
