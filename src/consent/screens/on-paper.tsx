import type { View } from '#access/screen.ts'
import { Button, Choices, Field, Form, inPart, kept, keptAll, State } from '#design/contract.ts'
import type { ConsentsData } from '../consents-page.ts'
import { contactWords } from '../contact-words.ts'
import { momentWords } from '../moment.ts'
import { consentWords } from '../words.ts'
import { openQuestions } from './by-link.tsx'
import { related } from './consent-history.tsx'
import { Beside } from './family-contact.tsx'
import { asked } from './options.ts'

const say = contactWords()
const said = consentWords()
type Props = { data: ConsentsData; view: View }
type Row = ConsentsData['requests'][number]

const Standing = ({ row, data }: { row: Row; data: ConsentsData }) => {
  if (!row.open) return <State s="done">{say('settled')}</State>
  const due = momentWords(row.dueAt, data)
  const isOver = row.dueAt <= data.now
  return <State s={isOver ? 'late' : 'due'}>{say(isOver ? 'over' : 'waits', { due })}</State>
}

/** Each time the family was asked to answer by itself, and whether an answer is waited for. */
const Requests = ({ data }: { data: ConsentsData }) => (
  <ul class="plain">
    {data.requests.map((row) => {
      const names = { caregiver: row.caregiverName, at: momentWords(row.askedAt, data), by: row.askedByName }
      return (
        <li>
          {say(`asked_${row.way}`, names)}{' '}
          {row.besideBecause !== null && (
            <>
              {say('asked_beside', {
                name: row.besideName ?? '',
                because: say(`because.${row.besideBecause}`),
              })}{' '}
            </>
          )}
          <Standing row={row} data={data} />
        </li>
      )
    })}
  </ul>
)

const asChoice = ({ id, name, relationship }: ConsentsData['caregivers'][number]) => ({
  value: id,
  label: <bdi>{name}</bdi>,
  hint: related(relationship),
})

const GivePaper = ({ data, view }: Props) => {
  const own = inPart(view, 'paper')
  const may = data.caregivers.filter(({ authority }) => authority === 'may_consent')
  const [first] = may
  if (first === undefined) return null
  const field = kept(own, { paperTo: first.id })
  const { value: _, ...which } = field('paperScopes')
  const partner = data.referral.partnerName ?? ''
  return (
    <details class="more" {...(view.typed['part'] === 'paper' && { open: true })}>
      <summary>{say('paper_open')}</summary>
      <Form
        to={`/referrals/${data.referral.id}/papers`}
        shell={view.shell}
        hidden={{ part: 'paper' }}
        layout="flow read"
      >
        <p class="hint">{say('paper_lead')}</p>
        <Choices {...asked(field('paperTo'))} legend={say('paper_to')} options={may.map(asChoice)} />
        <Choices
          {...which}
          many
          chosen={keptAll(own, 'paperScopes', openQuestions(data))}
          legend={say('paper_which')}
          options={data.shelf.map(({ scope }) => ({
            value: scope,
            label: said(`scope.${scope}`, { partner }),
          }))}
        />
        <Field {...field('againOn')} type="date" width="short" label={say('again_on')} />
        <Beside data={data} field={kept(own)} />
        <Button>{say('paper_save')}</Button>
      </Form>
    </details>
  )
}

/** That a family has the paper, and every time it was asked to answer by itself. */
export const OnPaper = ({ data, view }: Props) => {
  const asks = data.mayRecord && !data.minorConsented
  if (!asks && data.requests.length === 0) return null
  return (
    <section class="after flow" aria-labelledby="on-paper">
      <h2 id="on-paper">{say(data.requests.length > 0 ? 'asked' : 'paper')}</h2>
      {data.requests.length > 0 && <Requests data={data} />}
      {asks && <GivePaper data={data} view={view} />}
    </section>
  )
}
