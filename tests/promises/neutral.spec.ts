import { describe, expect, test } from 'vitest'
import { mailWords } from '#access/sign-in/mail-words.ts'
import { weekdayCalendar } from '#district/contract.ts'
import { contentOf } from '#messages/content.ts'
import { channels, messageKinds } from '#messages/message.ts'
import { guestTemplates } from '#messages/guest-templates.ts'
import { amissIn } from '#messages/neutral.ts'
import { templates } from '#messages/templates.ts'
import { languages } from '#platform/words.ts'
import { cast } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { partners, schools } from '../riverside/places.ts'
import { read } from '../../tools/source.ts'

/** Everybody and every place a message could name. */
const names = [
  ...Object.values(families).flatMap(({ given, family }) => [given, family]),
  ...Object.values(schools).map(({ name }) => name),
  ...Object.values(partners).flatMap(({ name, shortName }) => [name, shortName]),
  ...Object.values(cast).map(({ name }) => name),
]

/** The texts of a catalog as they stand in its file, so that none is left out. */
const keysIn = (file: string): string[] => [
  ...new Set([...read(file).matchAll(/^ {4}'?([a-z_.]+)'?:/gm)].map(([, key]) => key as string)),
]
const everything = { url: 'x', code: '123456', address: 'x', count: 3, due: 2, day: 'x', time: 'x' }
type Say = (key: string, values: object) => string
const said = (catalog: (language: (typeof languages)[number]) => unknown, file: string) =>
  languages.flatMap((language) =>
    keysIn(file).map((key) => ({ key, language, text: (catalog(language) as Say)(key, everything) })),
  )
const all = [
  ...said(templates, 'src/messages/templates.ts'),
  ...said(guestTemplates, 'src/messages/guest-templates.ts'),
  ...said(mailWords, 'src/access/sign-in/mail-words.ts'),
]

/** Every message as it leaves the house: each kind, by each way, in each language. */
const calendar = weekdayCalendar('America/Los_Angeles')
const whole = languages.flatMap((language) =>
  messageKinds.flatMap((kind) =>
    channels.flatMap((channel) =>
      ['crisis.told', 'escalation.told', 'concern.urgent', 'concern.asked', 'concern.undecided'].flatMap(
        (cause) =>
          [{}, { startsAt: new Date('2026-10-15T23:30:00Z'), waiting: { count: 4, due: 1 } }].map((told) => {
            const now = new Date('2026-10-14T19:00:00Z')
            const message = { kind, cause }
            return contentOf({ message, told, language, channel, url: 'https://x.example', calendar, now })
          }),
      ),
    ),
  ),
)

describe('Whatever leaves the house', () => {
  test('says no name, no place, no kind of help and no reason, in any language [R142] [R369]', () => {
    expect(all.length).toBeGreaterThan(40)
    expect(all.filter(({ text }) => amissIn(text, names).length > 0)).toEqual([])
    expect(whole.filter(({ subject, text }) => amissIn(`${subject}\n${text}`, names).length > 0)).toEqual([])
    expect(new Set(whole.map(({ subject }) => subject)).size).toBe(languages.length)
  })

  test('says so in the language it claims to speak', () => {
    const arabic = all.filter(
      ({ language, key }) => language === 'ar' && keysIn('src/messages/templates.ts').includes(key),
    )
    expect(arabic.length).toBeGreaterThan(5)
    expect(arabic.filter(({ text }) => !/\p{Script=Arabic}/u.test(text))).toEqual([])
  })

  test('would be noticed if it said more, in each of them', () => {
    const planted = [
      'Your child Sofia has a reminder',
      'Sign in: a crisis at Alder Creek',
      'Counseling tomorrow at 3',
      'A message about mental health',
      'Su hija tiene una cita en la clínica',
      'Servicio de psicología, mañana',
      'Una niña necesita ayuda',
      'لديك موعد في العيادة',
      'رسالة من المدرسة',
      'الصحة النفسية',
      `From ${partners.cedarStreet.shortName}`,
    ]
    expect(planted.filter((text) => amissIn(text, names).length === 0)).toEqual([])
  })
})
