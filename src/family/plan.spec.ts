import { describe, expect, test } from 'vitest'
import { videoVisit } from '#referrals/contract.ts'
import { mayKeepTime, timeStands } from './plan.ts'

const now = new Date('2026-10-14T19:00:00Z')
const ahead = {
  startsAt: new Date('2026-10-15T23:30:00Z'),
  result: null,
  shared: true,
  contactRule: 'any',
}

describe('The time of a visit as a file', () => {
  test('is kept while it is ahead, the yes holds, and a phone is safe', () => {
    expect(mayKeepTime(ahead, now)).toBe(true)
    expect(mayKeepTime({ ...ahead, contactRule: undefined }, now)).toBe(true)
    expect(mayKeepTime({ ...ahead, startsAt: now }, now)).toBe(false)
    expect(mayKeepTime({ ...ahead, result: 'attended' }, now)).toBe(false)
    expect(mayKeepTime({ ...ahead, shared: false }, now)).toBe(false)
    for (const contactRule of ['call_only', 'do_not_contact'])
      expect(mayKeepTime({ ...ahead, contactRule }, now)).toBe(false)
  })
})

describe('What a family said of a time', () => {
  test('is its latest word', () => {
    expect(timeStands({ moveAskedAt: null, attempts: [] })).toBe('open')
    expect(timeStands({ moveAskedAt: null, attempts: [{ reply: 'confirmed' }] })).toBe('confirmed')
    const silent = [{ reply: 'no_reply' }, { reply: null }, { reply: 'confirmed' }]
    expect(timeStands({ moveAskedAt: null, attempts: silent })).toBe('confirmed')
    expect(timeStands({ moveAskedAt: now, attempts: [{ reply: 'confirmed' }] })).toBe('move_asked')
  })
})

describe('The place of a visit', () => {
  const at = (place: string, modality = 'telehealth') => videoVisit({ place, modality })

  test('is opened where the visit is by video, and says beside it which host that is', () => {
    const url = 'https://video.example/room/7?pwd=x'
    expect(at(url)).toEqual({ url, host: 'video.example' })
    expect(at(` ${url} `)).toEqual({ url, host: 'video.example' })
  })

  test('is text in every other case, whatever somebody typed', () => {
    for (const modality of ['in_person', 'home', 'on_campus'])
      expect(at('https://video.example/room', modality)).toBeUndefined()
    for (const place of ['214 Cedar Street', 'http://video.example/', 'javascript:alert(1)', ''])
      expect(at(place)).toBeUndefined()
    expect(at('https://riverside.example@elsewhere.example/')).toBeUndefined()
  })
})
