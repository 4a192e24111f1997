import type { View } from '#access/screen.ts'
import { Banner, Button, Choices, Field, Form, inPart, kept } from '#design/contract.ts'
import type { ConsentsData } from '../consents-page.ts'
import { contactWords } from '../contact-words.ts'
import { momentWords } from '../moment.ts'
import { besideReasons } from '../request.ts'
import { asked } from './options.ts'

const say = contactWords()
type Props = { data: ConsentsData; view: View }

/** Why somebody asks beside the named contact: asked of nobody else. */
export const Beside = ({ data, field }: { data: ConsentsData; field: ReturnType<typeof kept> }) =>
  !data.contact.beside || data.contact.who === null ? null : (
    <Choices
      {...asked(field('beside'))}
      legend={say('beside', { name: data.contact.who.name })}
      options={besideReasons.map((value) => ({ value, label: say(`because.${value}`) }))}
    />
  )

/** Whoever is about to ask a family reads who collects its consent, and speaks with them first. */
export const AskFirst = ({ name }: { name: string }) => (
  <Banner kind="here">
    <p>
      <b>{say('contact', { name })}</b> {say('ask_first')}
    </p>
  </Banner>
)

const NameSomebody = ({ data, view }: Props) => {
  const own = inPart(view, 'contact')
  const field = kept(own, { contactPersonId: data.contact.who?.personId })
  return (
    <details class="more" {...(view.typed['part'] === 'contact' && { open: true })}>
      <summary>{say('change')}</summary>
      <Form
        to={`/referrals/${data.referral.id}/family-contact`}
        shell={view.shell}
        hidden={{ part: 'contact' }}
        layout="flow read"
      >
        <Field
          {...field('contactPersonId')}
          type="select"
          label={say('who')}
          options={data.contact.able.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button>{say('save')}</Button>
      </Form>
    </details>
  )
}

/** Who named the contact, and when. */
function namedWords(data: ConsentsData): string {
  const [last] = data.contact.namings
  return last === undefined ? '' : say('named', { by: last.namedByName, at: momentWords(last.namedAt, data) })
}

/** Who collects consent and papers from the family. Whoever else may ask speaks with them first. */
export const FamilyContactPart = ({ data, view }: Props) => {
  const { who, isOwn, beside } = data.contact
  if (who === null) return null
  return (
    <section class="flow" aria-label={say('who')}>
      {beside && data.mayRecord ? (
        <AskFirst name={who.name} />
      ) : (
        <p>{isOwn ? say('you') : say('contact', { name: who.name })}</p>
      )}
      <p class="hint">{who.named ? namedWords(data) : say('by_navigating')}</p>
      {data.mayRecord && <NameSomebody data={data} view={view} />}
    </section>
  )
}
