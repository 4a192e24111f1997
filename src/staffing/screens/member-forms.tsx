import type { View } from '#access/screen.ts'
import { Button, Field, Form, inPart, kept } from '#design/contract.ts'
import type { SeenMember } from '../look-member.ts'
import { memberWords } from '../screen-words.ts'
import { professions, supervisionForms } from '../staff-record.ts'
import { formWords, professionWords } from '../words.ts'

const say = memberWords()
type Props = { data: SeenMember; view: View }

type FieldOf = { name: 'supervision' | 'supervisor' | 'credential' }
/** A form that came back keeps its words; the others show what is recorded. */
const formOf = (view: View, { name }: FieldOf, held: Record<string, string> = {}) => ({
  field: kept(inPart(view, name), held),
  hidden: { part: name },
})
const chosen = (options: readonly { value: string; label: string }[]) => [
  { value: '', label: say('choose') },
  ...options,
]
const at = (data: SeenMember, below: string) => `/staff-records/${data.member.id}/${below}`

/** The supervisor, or whoever keeps the record, says that it took place. */
export const Record = ({ data, view }: Props) => {
  const { field, hidden } = formOf(view, { name: 'supervision' }, { heldOn: data.today, minutes: '60' })
  return (
    <section class="after flow" aria-labelledby="record">
      <h2 id="record">{say('record')}</h2>
      <Form to={at(data, 'supervisions')} shell={view.shell} layout="box read flow" hidden={hidden}>
        <p class="hint">{say('record_note')}</p>
        <Field {...field('heldOn')} type="date" width="mid" label={say('held_on')} />
        <Field
          {...field('form')}
          type="select"
          width="mid"
          label={say('how')}
          options={chosen(supervisionForms.map((each) => ({ value: each, label: formWords()(each) })))}
        />
        <Field {...field('minutes')} label={say('how_long')} inputmode="numeric" width="short" />
        <Button kind="go">{say('record_do')}</Button>
      </Form>
    </section>
  )
}

export const NameSupervisor = ({ data, view }: Props) => {
  const { field, hidden } = formOf(view, { name: 'supervisor' })
  return (
    <section class="after flow" aria-labelledby="supervisor">
      <h2 id="supervisor">{say('supervisor')}</h2>
      <Form to={at(data, 'supervisor')} shell={view.shell} layout="box read flow" hidden={hidden}>
        <Field
          {...field('supervisorId')}
          type="select"
          label={say('name_one')}
          options={chosen(data.able.map(({ id, name }) => ({ value: id, label: name })))}
        />
        <Button>{say('name_do')}</Button>
      </Form>
    </section>
  )
}

export const Keep = ({ data, view }: Props) => {
  const held = data.member.credential ?? undefined
  const { field, hidden } = formOf(view, { name: 'credential' }, { ...held })
  return (
    <section class="after flow" aria-labelledby="keep">
      <h2 id="keep">{say('keep')}</h2>
      <Form to={at(data, 'credentials')} shell={view.shell} layout="box read flow" hidden={hidden}>
        <p class="hint">{say('keep_note')}</p>
        <Field
          {...field('kind')}
          type="select"
          width="mid"
          label={say('kind')}
          options={chosen(professions.map((each) => ({ value: each, label: professionWords()(each) })))}
        />
        <Field {...field('issuer')} label={say('issued_by')} maxlength={120} />
        <Field {...field('licenseNumber')} label={say('number')} width="mid" maxlength={40} />
        <Field {...field('validUntil')} type="date" width="mid" label={say('until')} />
        <Button>{say('keep_do')}</Button>
      </Form>
    </section>
  )
}
