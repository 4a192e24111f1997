import type { View } from '#access/screen.ts'
import { Button, Choices, Field, Form, inPart, kept, KeyList, Phone } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import type { SeenProtections } from '../look-protections.ts'
import { endingReasons, type ProtectedContact, type Protection } from '../protection.ts'
import { endingReasonWords, protectionReasonWords, protectionWords } from '../protection-words.ts'

const say = protectionWords()
const reason = protectionReasonWords()
const because = endingReasonWords()

type Row = SeenProtections['standing'][number]
type Part = { row: Row; data: SeenProtections; view: View }

/** Whose contact it is, by name where the reader may know the family. */
export const whoseIs = ({ caregiverId, caregiverName }: Pick<Protection, 'caregiverId' | 'caregiverName'>) =>
  caregiverId === null ? say('own') : (caregiverName ?? say('a_caregiver'))

const said = (value: string | null) => value ?? say('not_given')

/** The contact itself, for whoever is named. */
const contactOf = (contact: ProtectedContact, isOwn: boolean) => [
  ...(isOwn
    ? [{ key: say('neighborhood'), value: said(contact.neighborhood) }]
    : [{ key: say('contact_hours'), value: said(contact.contactHours) }]),
  {
    key: say('phone'),
    value: contact.phone === null ? say('not_given') : <Phone number={contact.phone} />,
  },
  { key: say('email'), value: said(contact.email) },
  { key: say('address'), value: said(contact.address) },
]

const Change = ({ row, data, view }: Part) => {
  const part = `change-${row.id}`
  const { contact } = row
  if (contact === undefined) return null
  const field = kept(inPart(view, part), { ...contact })
  const isOwn = row.caregiverId === null
  const named = (name: string) => ({ ...field(name), id: `${name}-${row.id}` })
  return (
    <details class="more" {...(view.typed['part'] === part && { open: true })}>
      <summary>{say('change')}</summary>
      <Form
        to={`/students/${data.student.id}/protected-contacts/${row.id}`}
        shell={view.shell}
        layout="box read flow"
        hidden={{ part, version: row.version }}
      >
        <Field {...named('phone')} type="tel" width="mid" label={say('phone')} optional />
        <Field {...named('email')} type="email" label={say('email')} optional />
        {isOwn ? (
          <Field {...named('neighborhood')} label={say('neighborhood')} maxlength={100} optional />
        ) : (
          <Field {...named('contactHours')} label={say('contact_hours')} maxlength={100} optional />
        )}
        <Field
          {...named('address')}
          label={say('address')}
          hint={say('address_hint')}
          maxlength={300}
          optional
        />
        <Button kind="go">{say('save')}</Button>
      </Form>
    </details>
  )
}

const End = ({ row, data, view }: Part) => {
  const part = `end-${row.id}`
  const { value, ...given } = kept(inPart(view, part))('because')
  return (
    <details class="more" {...(view.typed['part'] === part && { open: true })}>
      <summary>{say('end')}</summary>
      <Form
        to={`/students/${data.student.id}/protected-contacts/${row.id}/ending`}
        shell={view.shell}
        layout="box read flow"
        hidden={{ part }}
      >
        <Choices
          {...given}
          id={`because-${row.id}`}
          legend={say('end_why')}
          hint={say('end_hint')}
          options={endingReasons.map((each) => ({ value: each, label: because(each) }))}
          chosen={value ?? []}
        />
        <Button>{say('end_do')}</Button>
      </Form>
    </details>
  )
}

/** One that stands: until when, whom to ask, and for whoever is named the contact. */
export const Standing = ({ row, data, view }: Part) => {
  const id = `protected-${row.id}`
  const items = [
    ...(row.reason === null ? [] : [{ key: say('why'), value: reason(row.reason) }]),
    { key: say('readers'), value: <bdi>{row.readers.map(({ name }) => name).join(', ')}</bdi> },
    ...(row.contact === undefined ? [] : contactOf(row.contact, row.caregiverId === null)),
  ]
  return (
    <section class="after flow" aria-labelledby={id}>
      <h2 id={id}>
        <bdi>{whoseIs(row)}</bdi>
      </h2>
      <p>
        <b>{say('until', { day: dayWords(row.endsOn, data.today) })}.</b>{' '}
        {row.contact === undefined && say('ask')}
      </p>
      <KeyList items={items} />
      <Change row={row} data={data} view={view} />
      {data.mayMark && <End row={row} data={data} view={view} />}
    </section>
  )
}
