import { languageName, relationshipWords } from '#people/contract.ts'
import type { LeftOut, PacketContent, PacketItem } from './packet.ts'
import { packetWords } from './packet-words.ts'

export type PacketLine = { readonly item: PacketItem; readonly name: string; readonly says: string }

const say = packetWords()
/** Words for a code of a list; the code itself when a list has grown since. */
export const codeWord = (key: string): string =>
  say.has(key) ? say(key as 'same_week') : (key.split('.')[1] ?? key)
const sentence = (parts: readonly (string | null | undefined)[], by = ', ') =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(by)

const dates = new Intl.DateTimeFormat('en-US', {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  timeZone: 'UTC',
})

type Says = { readonly [K in PacketItem]: (value: NonNullable<PacketContent[K]>) => string }
const relationship = relationshipWords()

const says: Says = {
  identity: ({ name, bornOn, grade, school }) =>
    bornOn === null
      ? say('born_unknown', { name, grade, school })
      : say('born', { name, grade, school, day: dates.format(new Date(`${bornOn}T00:00:00Z`)) }),
  caregiver_contact: ({ name, relationship: is, phone, rule, hours }) =>
    sentence([
      say('caregiver', {
        name,
        relationship: relationship.has(is) ? relationship(is).toLowerCase() : is,
        phone: phone ?? say('no_phone'),
      }),
      codeWord(`rule.${rule}`),
      hours,
    ]),
  language: ({ home, interpreter, accommodation }) =>
    sentence([
      home === 'unknown' ? say('spoken_unknown') : say('spoken', { home: languageName(home) }),
      interpreter ? say('interpreter') : null,
      accommodation,
    ]),
  reason: ({ label }) => label,
  urgency: ({ code }) => codeWord(code),
  service_sought: ({ service, modality }) =>
    sentence([codeWord(`service.${service}`), codeWord(`modality.${modality}`)]),
  school_contact: ({ name, phone }) => say('contact', { name, phone: phone ?? say('no_phone') }),
  transport: ({ how, note }) => sentence([codeWord(`transport.${how}`), note], '. '),
  coverage: ({ payer }) => codeWord(`coverage.${payer}`),
  academic_observations: ({ observed }) => observed,
}

/** What a packet says, line by line in its own order: the same lines for whoever reads it. */
export const packetLines = (content: PacketContent): PacketLine[] =>
  (Object.keys(says) as PacketItem[]).flatMap((item) => {
    const value = content[item]
    if (value === undefined) return []
    const line = says[item] as (value: unknown) => string
    return [{ item, name: say(item), says: line(value) }]
  })

/** What stays at school, as sentences with the reason in the same breath. */
export const leftOutLines = (left: readonly LeftOut[]): { why: LeftOut['why']; says: string }[] =>
  left.map(({ item, why }) => ({
    why,
    says: say(`why.${why}`, { item: say.has(item) ? codeWord(item) : codeWord(`left.${item}`) }),
  }))
