import { roleWords } from '#access/roles.ts'
import type { View } from '#access/screen.ts'
import { Button, Choices, Field, Form, inPart, kept, keptAll } from '#design/contract.ts'
import type { SeenProtections } from '../look-protections.ts'
import { protectionReasons } from '../protection.ts'
import { protectionReasonWords, protectionWords } from '../protection-words.ts'

const say = protectionWords()
const reason = protectionReasonWords()
const role = roleWords()

type Choosing = NonNullable<SeenProtections['choosing']>
type Part = { choosing: Choosing; view: View }

/** Whose contact, and why. */
const Whose = ({ choosing, view }: Part) => {
  const field = kept(view)
  const { value: whose, ...of } = field('caregiverId')
  const { value: why, ...because } = field('reason')
  const offered = choosing.caregivers.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))
  return (
    <>
      <Choices
        {...of}
        legend={say('whose')}
        options={[...offered, ...(choosing.ownIsFree ? [{ value: '', label: say('own') }] : [])]}
        chosen={whose ?? offered[0]?.value ?? ''}
      />
      <Choices
        {...because}
        legend={say('reason')}
        options={protectionReasons.map((value) => ({ value, label: reason(value) }))}
        chosen={why ?? []}
      />
    </>
  )
}

/** Who may read it: people of the staff, each by name. */
const Readers = ({ choosing, view }: Part) => {
  const { value: _, ...readers } = kept(view)('readers')
  return (
    <Choices
      {...readers}
      many
      legend={say('who')}
      hint={say('who_hint')}
      options={choosing.staff.map((each) => ({
        value: each.id,
        label: <bdi>{each.name}</bdi>,
        hint: role(each.role),
      }))}
      chosen={keptAll(view, 'readers')}
    />
  )
}

/** The form that protects a contact: whose, why, until when, and who may read it. */
export const Mark = ({ data: { choosing, student }, view: shown }: { data: SeenProtections; view: View }) => {
  if (choosing === undefined || (choosing.caregivers.length === 0 && !choosing.ownIsFree)) return null
  const view = inPart(shown, 'mark')
  const field = kept(view)
  const where = { label: say('address'), hint: say('address_hint'), maxlength: 300 }
  return (
    <section class="after flow" aria-labelledby="mark">
      <h2 id="mark">{say('mark')}</h2>
      <Form
        to={`/students/${student.id}/protected-contacts`}
        shell={shown.shell}
        layout="box read flow"
        hidden={{ part: 'mark' }}
      >
        <Whose choosing={choosing} view={view} />
        <Field {...field('endsOn')} type="date" width="short" label={say('ends_on')} />
        <Field {...field('address')} {...where} optional />
        <Readers choosing={choosing} view={view} />
        <Button kind="go">{say('mark_do')}</Button>
      </Form>
    </section>
  )
}
