import { roleWords } from '#access/roles.ts'
import type { View } from '#access/screen.ts'
import { Button, Choices, Field, Form, inPart, kept, Late, Table } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { type Finding, findingOutcomes, leads } from '../drill.ts'
import type { SeenDrill } from '../look-drill.ts'
import { drillWords, leadsWords, outcomeWords } from '../screen-words.ts'

const say = drillWords()
const role = roleWords()
const leadsTo = leadsWords()
const outcome = outcomeWords()
type Props = { data: SeenDrill; view: View }

const Owed = ({ row: { dueOn, outcome: ended }, today }: { row: Finding; today: string }) => {
  if (ended !== null) return <>{outcome(ended)}</>
  const day = dayWords(dueOn, today)
  return dueOn < today ? <Late>{day}</Late> : <>{day}</>
}

const Finish = ({ row, data, view: whole }: Props & { row: Finding }) => {
  const part = `end-${row.id}`
  const view = inPart(whole, part)
  const { value, ...field } = kept(view)('outcome')
  const choices = findingOutcomes.filter((each) => each !== 'standard_changed' || row.leadsTo === 'standard')
  return (
    <details class="more" {...(whole.typed['part'] === part && { open: true })}>
      <summary>{say('finish', { words: row.words })}</summary>
      <Form
        to={`/drills/${data.drill.id}/findings/${row.id}/end`}
        shell={view.shell}
        hidden={{ part }}
        layout="flow read"
      >
        <Choices
          {...field}
          legend={say('ended')}
          chosen={value ?? []}
          options={choices.map((each) => ({ value: each, label: outcome(each) }))}
        />
        <p>
          <Button>{say('end_do')}</Button>
        </p>
      </Form>
    </details>
  )
}

/** What it showed, who sees to it, and how that ended. */
export const Findings = ({ data, view }: Props) => (
  <section class="after flow" aria-labelledby="findings">
    <h2 id="findings">{say('findings')}</h2>
    {data.findings.length === 0 ? (
      <p>{say('no_findings')}</p>
    ) : (
      <Table
        caption={<span class="vh">{say('findings')}</span>}
        rows={data.findings}
        columns={[
          { head: say('found'), cell: ({ words }) => words },
          {
            head: say('comes_of_it'),
            cell: (row) =>
              row.changeRequestId === null || !data.readsRequests ? (
                leadsTo(row.leadsTo)
              ) : (
                <a href="/crisis/change-requests">{leadsTo(row.leadsTo)}</a>
              ),
          },
          { head: say('owner'), cell: ({ ownerName }) => ownerName },
          { head: say('by'), cell: (row) => <Owed row={row} today={data.today} /> },
        ]}
      />
    )}
    {data.findings
      .filter((row) => row.outcome === null && (data.keeps || row.ownerId === data.personId))
      .map((row) => (
        <Finish row={row} data={data} view={view} />
      ))}
  </section>
)

export const AddFinding = ({ data, view: whole }: Props) => {
  const view = inPart(whole, 'finding')
  const field = kept(view)
  const { value, ...given } = field('leadsTo')
  const to = `/drills/${data.drill.id}/findings`
  return (
    <section class="after flow" aria-labelledby="add">
      <h2 id="add">{say('add_finding')}</h2>
      <Form to={to} shell={view.shell} hidden={{ part: 'finding' }} layout="box read flow">
        <Field
          {...field('words')}
          type="textarea"
          label={say('words')}
          hint={say('words_hint')}
          maxlength={500}
        />
        <Choices
          {...given}
          legend={say('leads_to')}
          chosen={value ?? 'action'}
          options={leads.map((each) => ({ value: each, label: leadsTo(each) }))}
        />
        <Field
          {...field('ownerId')}
          type="select"
          label={say('owner')}
          options={[
            { value: '', label: say('choose') },
            ...data.owners.map((each) => ({ value: each.id, label: `${each.name}, ${role(each.role)}` })),
          ]}
        />
        <Field {...field('dueOn')} type="date" width="mid" label={say('due_on')} />
        <Button kind="go">{say('add_do')}</Button>
      </Form>
    </section>
  )
}
