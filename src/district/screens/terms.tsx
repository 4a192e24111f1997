import type { View } from '#access/screen.ts'
import { Act, Button, Field, Form, kept, Table } from '#design/contract.ts'
import type { SeenSchools } from '../look-schools.ts'
import { screenWords } from '../screen-words.ts'
import { dayLabel } from './day-label.ts'

const say = screenWords()

type Shown = { data: SeenSchools; view: View }

const AddTerm = ({ view }: { view: View }) => {
  const field = kept(view)
  return (
    <Form to="/terms" shell={view.shell} layout="flow">
      <h3>{say('term_add')}</h3>
      <p class="hint">{say('changes_nothing_before')}</p>
      <Field
        {...field('termName')}
        label={say('term_name')}
        hint={say('term_name_hint')}
        width="mid"
        maxlength={60}
      />
      <div class="pairs auto">
        <Field {...field('startsOn')} type="date" label={say('term_first')} />
        <Field {...field('endsOn')} type="date" label={say('term_last')} />
        <Button>{say('term_add')}</Button>
      </div>
    </Form>
  )
}

const Removal = ({ row, data, view }: Shown & { row: SeenSchools['terms'][number] }) =>
  row.startsOn <= data.today ? (
    <>{say('term_begun')}</>
  ) : (
    <Act id={`remove-${row.id}`} kind="text" to={`/terms/${row.id}/removal`} shell={view.shell}>
      {say('remove')}
      <span class="vh"> {row.name}</span>
    </Act>
  )

const TermTable = ({ data, view }: Shown) => (
  <Table
    caption={say('terms_caption')}
    rows={data.terms}
    columns={[
      { head: say('head_term'), cell: (row) => row.name },
      { head: say('head_first'), cell: (row) => dayLabel(row.startsOn) },
      { head: say('head_last'), cell: (row) => dayLabel(row.endsOn) },
      ...(data.mayKeep
        ? [
            {
              head: say('remove'),
              cell: (row: SeenSchools['terms'][number]) => <Removal row={row} data={data} view={view} />,
            },
          ]
        : []),
    ]}
  />
)

/** When school is in session, and for whoever keeps the calendar the form that adds a term. */
export const Terms = ({ data, view }: Shown) => (
  <section class="flow" aria-labelledby="terms">
    <h2 id="terms">{say('terms')}</h2>
    <p>{say('terms_lead')}</p>
    {data.terms.length === 0 ? <p>{say('terms_none')}</p> : <TermTable data={data} view={view} />}
    {data.mayKeep && <AddTerm view={view} />}
  </section>
)
