import type { View } from '#access/screen.ts'
import { Button, Field, Form, kept, MarkedList, type MarkState, Phone } from '#design/contract.ts'
import { contactRuleWords, languageName } from '#people/contract.ts'
import type { IncidentData } from '../incident-page.ts'
import { Facts } from './facts.tsx'
import { clockTime } from './clock-time.ts'
import { say } from './screen-words.ts'

const rule = contactRuleWords()
type Part = { data: IncidentData; view: View }

type Caregiver = IncidentData['caregivers'][number]

/** How somebody of the family is reached safely, and in which language, before anybody dials. */
function howToReach({ language, interpreter, contactRule, contactHours }: Caregiver): string {
  const spoken = language === 'unknown' ? null : languageName(language)
  return [
    spoken !== null && (interpreter ? say('with_interpreter', { language: spoken }) : `${spoken}.`),
    spoken === null && interpreter && say('interpreter'),
    contactRule !== 'any' && `${rule(contactRule)}.`,
    contactHours !== null && say('reach_hours', { hours: contactHours }),
  ]
    .filter((part) => part !== false)
    .join(' ')
}

/** Who was told, when, and when they said they had it. */
export const Told = ({ data }: { data: IncidentData }) => {
  const { alerts, incident } = data
  const items = alerts.map(({ name, phone, sentAt, ackDueAt, acknowledgedAt }) => {
    const sent = clockTime(data, sentAt)
    const says =
      acknowledgedAt === null
        ? say('told_waiting', { name, sent, due: clockTime(data, ackDueAt) })
        : say('told_yes', { name, sent, answered: clockTime(data, acknowledgedAt) })
    const late = (acknowledgedAt ?? data.at) > ackDueAt
    const mark: MarkState = acknowledgedAt === null ? (late ? 'late' : 'due') : late ? 'done late' : 'done'
    return {
      s: mark,
      text: (
        <>
          {says} {phone !== null && <Phone number={phone} />}
        </>
      ),
    }
  })
  return (
    <section aria-labelledby="told">
      <h2 id="told">{say('told')}</h2>
      {items.length === 0 ? <p>{say('told_nobody')}</p> : <MarkedList items={items} />}
      {alerts.some(({ acknowledgedAt }) => acknowledgedAt === null) && <p class="hint">{say('told_how')}</p>}
      {incident.servicesCalled !== null && <p>{say('called', { services: incident.servicesCalled })}</p>}
    </section>
  )
}

export const Family = ({ data: { caregivers } }: { data: IncidentData }) => (
  <section aria-labelledby="family">
    <h2 id="family">{say('caregivers')}</h2>
    <ul role="list">
      {caregivers.map((person) => (
        <li>
          <bdi>{person.name}</bdi> {person.phone !== null && <Phone number={person.phone} />}{' '}
          <bdi>{howToReach(person)}</bdi>
        </li>
      ))}
    </ul>
  </section>
)

/** The student is named as soon as it is known: found by name, within reach. */
export const NameStudent = ({ data: { incident, search, found }, view }: Part) => (
  <section class="flow" aria-labelledby="who">
    <h2 id="who">{say('name_student')}</h2>
    <Form to={`/crisis/incidents/${incident.id}`} shell={view.shell} method="query" layout="flow">
      <Field name="name" type="search" label={say('name_find')} value={search} />
      <p>
        <Button>{say('name_find')}</Button>
      </p>
    </Form>
    {search !== '' && found.length === 0 && <p>{say('name_none', { typed: search })}</p>}
    {found.map(({ id, name, grade, schoolName }) => (
      <Form to={`/crisis/incidents/${incident.id}/facts`} shell={view.shell} hidden={{ studentId: id }}>
        <Button>{say('name_one', { name })}</Button>{' '}
        <span class="quiet">{say('grade_school', { grade, school: schoolName ?? '' })}</span>
      </Form>
    ))}
  </section>
)

export const AddFacts = ({ data: { incident }, view }: Part) => {
  const premises = incident.onPremises === null ? null : incident.onPremises ? 'yes' : 'no'
  const field = kept(view, {
    place: incident.place,
    onPremises: premises,
    knownBy: incident.knownBy,
    servicesCalled: incident.servicesCalled,
  })
  return (
    <section class="flow" aria-labelledby="facts">
      <h3 id="facts">{say('facts')}</h3>
      <Form to={`/crisis/incidents/${incident.id}/facts`} shell={view.shell} layout="flow">
        <Facts field={field} />
        <p>
          <Button>{say('facts_save')}</Button>
        </p>
      </Form>
    </section>
  )
}
