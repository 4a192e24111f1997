import { describe, expect, test } from 'vitest'
import { commonWords } from './common-words.ts'
import { obstaclesToPassword } from './password-rules.ts'

const about = ['Maya Okafor', 'maya.okafor@riverside.example', 'Riverside Schools']
const because = (password: string, alone = false) => obstaclesToPassword(password, { about, alone })

/** What people put behind a word: the endings of the published lists. */
const years = Array.from({ length: 7 }, (_, index) => String(2020 + index))
const endings = ['', '1', '12', '123', '1234', '!', '1!', '123!', '01', '007', ...years]

describe('A new password', () => {
  test('may be any eight characters nobody would guess, where a second step stands behind it', () => {
    expect(because('frost kettle orbit')).toEqual([])
    expect(because('vQ7-rupt')).toEqual([])
    expect(because('цветок река поезд')).toEqual([])
    expect(because('🦔🌲🥁🧭🪁🛶🧵🪣')).toEqual([])
    expect(because('vQ7-rup')).toEqual(['too_short'])
  })

  test('has at least fifteen characters where nothing stands behind it', () => {
    expect(because('vQ7-ruptxx22kd', true)).toEqual(['too_short'])
    expect(because('vQ7-ruptxx22kdw', true)).toEqual([])
  })

  test('has at most 128 characters, counted as a person counts them', () => {
    const signs = Array.from({ length: 128 }, (_, index) => String.fromCodePoint(0x4e00 + index * 7))
    const phrase = signs.join('')
    expect(because(phrase)).toEqual([])
    expect(because(`${phrase}x`)).toEqual(['too_long'])
  })

  test('is none of more than 10,000 common ones', () => {
    const all = [...commonWords].flatMap((word) => endings.map((ending) => word + ending))
    const common = all.filter((one) => one.length >= 8)
    expect(common.length).toBeGreaterThan(10_000)
    expect(common.filter((one) => !because(one).includes('common'))).toEqual([])
  })

  test.each([
    'P@ssw0rd1!',
    'Passw0rd2026',
    'qwerty123!',
    '1qaz2wsx3edc',
    'iloveyou2',
    'letmein!!',
    'aaaaaaaaaa',
    'abcabcabcabc',
    '12345678',
    '87654321',
    '1q2w3e4r5t',
    '19870412',
    '04-12-1987',
    'Summer2026!',
    'MonkeyDragon1',
    'contraseña1',
    'wElCoMe_123',
    'passwordpasswordpassword',
    '4dm1n1strator',
  ])('%s is too common', (password) => expect(because(password)).toContain('common'))

  test.each([
    'Riverside2026',
    'throughline!1',
    'Okafor-1984',
    'maya.okafor1',
    'MayaRiverside',
    'Riverside-Welcome1',
  ])('%s says too much about the person or the place', (password) => {
    expect(because(password)).toContain('about_you')
  })

  test('takes no longer to judge when somebody makes it long and tangled', () => {
    const started = performance.now()
    const tangles = [
      ['a', 127],
      ['oneon', 25],
      ['1', 127],
      ['aaa1', 31],
      ['-', 127],
      ['q1', 63],
    ] as const
    for (const [part, times] of tangles) because(`${part.repeat(times)}x`)
    expect(performance.now() - started).toBeLessThan(500)
  })

  test('may hold a common word or a name among other words', () => {
    expect(because('summer kettle vortex 12')).toEqual([])
    expect(because('riverside kettle vortex')).toEqual([])
  })
})
