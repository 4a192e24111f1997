import type { VNode } from 'preact'
import { PageHead, Phone, Tag } from '#design/contract.ts'
import { languageName, relationshipWords } from '#people/contract.ts'
import type { FullStudent, SeenStudent } from '../look-student.ts'
import { lastContactWords } from './last-contact-words.ts'
import { NextStep } from './next-step.tsx'
import { Ways } from './student-ways.tsx'
import { studentWords } from './student-words.ts'

const say = studentWords()
const sayRelationship = relationshipWords()

type Contact = FullStudent['caregivers'][number]

function Caregiver({ contact }: { contact: Contact }) {
  const rule = `voicemail_${contact.contactRule}`
  return (
    <p>
      {`${capital(sayRelationship(contact.relationship))}: ${contact.name}`}
      {contact.phone !== null && (
        <>
          , <Phone number={contact.phone} />
        </>
      )}
      {contact.protection !== null && (
        <>
          , <b>{say('protected', { day: contact.protection.until })}</b>
        </>
      )}
      {contact.contactHours !== null && `, ${contact.contactHours}`}.{' '}
      {say.has(rule) && <b>{say(rule as 'voicemail_text_first')}</b>}
    </p>
  )
}
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** Whom nobody contacts or tells anything: the fact, and never why. */
const NotTold = ({ people }: { people: FullStudent['notTold'] }) =>
  people.length === 0 ? null : (
    <p>
      <b>{say('not_told')}</b>{' '}
      {people.map(({ name, relationship }) => `${name} (${sayRelationship(relationship)})`).join(', ')}
    </p>
  )

const counted = [
  ['incidents', 'open_incidents'],
  ['signals', 'open_signals'],
  ['concerns', 'open_concerns'],
  ['supports', 'open_supports'],
  ['barriers', 'open_barriers'],
] as const

function Around({ seen: { open, active } }: { seen: SeenStudent }): VNode | null {
  const said = counted
    .filter(([key]) => open[key] > 0)
    .map(([key, word]) => <Tag>{say(word, { count: open[key] })}</Tag>)
  if (said.length === 0 && !active?.highNeed) return null
  return (
    <p class="row">
      {active?.highNeed && <Tag kind="high">{say('high_need')}</Tag>}
      {said}
    </p>
  )
}

/** Who it is, how to reach the family safely, and beside it what is owed next. */
export function StudentHead({ seen }: { seen: SeenStudent }) {
  const { student, full } = seen
  const language = student.homeLanguage === 'unknown' ? undefined : languageName(student.homeLanguage)
  return (
    <PageHead
      crumb={{ href: '/today', label: say('crumb') }}
      title={<bdi>{student.name}</bdi>}
      aside={<NextStep seen={seen} />}
    >
      <p>
        {say('grade', { grade: student.grade, school: student.schoolName ?? '' })}.{' '}
        {language !== undefined && say('language', { language })}.
      </p>
      {full?.caregivers.slice(0, 2).map((contact) => (
        <Caregiver contact={contact} />
      ))}
      {full?.lastContact !== undefined && <p>{lastContactWords(full.lastContact, seen)}</p>}
      {full !== undefined && <NotTold people={full.notTold} />}
      <Around seen={seen} />
      <Ways seen={seen} />
    </PageHead>
  )
}
