import { roleWords } from '#access/roles.ts'
import type { View } from '#access/screen.ts'
import { Button, Field, Form, inPart, kept, Phone, Table } from '#design/contract.ts'
import type { SeenContacts } from '../look-papers.ts'
import { Checked } from './checked.tsx'
import { paperWords } from './paper-words.ts'

const say = paperWords()
const role = roleWords()

type Row = SeenContacts['leads'][number]

const whereOf = ({ schools }: Row) =>
  schools.length === 0 ? say('every_school') : schools.map(({ name }) => name).join(', ')

const CheckOne = ({ row, view }: { row: Row; view: View }) => {
  const part = `lead-${row.id}`
  const field = kept(inPart(view, part), { number: row.number })
  return (
    <details class="more" {...(view.typed['part'] === part && { open: true })}>
      <summary>{say('check', { name: row.name })}</summary>
      <Form to={`/crisis/leads/${row.id}/check`} shell={view.shell} hidden={{ part }} layout="flow">
        <Field {...field('number')} type="tel" width="mid" label={say('number')} hint={say('lead_hint')} />
        <p>
          <Button kind="go">{say('check_do')}</Button>
        </p>
      </Form>
    </details>
  )
}

/** The people of the district who are told of a crisis: their numbers are checked as those outside are. */
export const LeadsKept = ({ data, view }: { data: SeenContacts; view: View }) => (
  <section class="after flow" aria-labelledby="leads">
    <h2 id="leads">{say('leads')}</h2>
    <p class="quiet">{say('leads_lead')}</p>
    <Table
      caption={<span class="vh">{say('leads')}</span>}
      rows={data.leads}
      columns={[
        { head: say('who'), cell: (row) => <bdi>{row.name}</bdi> },
        { head: say('lead_role'), cell: ({ roles }) => roles.map((each) => role(each)).join(', ') },
        {
          head: say('number'),
          cell: ({ number }) => (number === null ? say('no_number') : <Phone number={number} />),
        },
        { head: say('where'), cell: whereOf },
        { head: say('checked'), cell: (row) => <Checked row={row} data={data} /> },
      ]}
    />
    {data.leads
      .filter(({ mayKeep }) => mayKeep)
      .map((row) => (
        <CheckOne row={row} view={view} />
      ))}
  </section>
)
