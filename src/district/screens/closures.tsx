import type { View } from '#access/screen.ts'
import { Act, Button, Field, Form, kept, Table } from '#design/contract.ts'
import type { lookSchools } from '../look-schools.ts'
import { screenWords } from '../screen-words.ts'
import { dayLabel } from './day-label.ts'

const say = screenWords()

type Data = Awaited<ReturnType<typeof lookSchools.see>>

const AddClosure = ({ view }: { view: View }) => {
  const field = kept(view)
  return (
    <Form to="/closures" shell={view.shell} layout="flow">
      <h3>{say('add_closure')}</h3>
      <p class="hint">{say('changes_nothing_before')}</p>
      <div class="pairs auto">
        <Field {...field('onDay')} type="date" label={say('on_day')} />
        <Field {...field('label')} label={say('label')} hint={say('label_hint')} maxlength={80} />
        <Button>{say('add')}</Button>
      </div>
    </Form>
  )
}

/** Day by day, for whoever may take one out again. */
const ClosureTable = ({ data: { closures }, view }: { data: Data; view: View }) => (
  <Table
    caption={say('closures_caption')}
    rows={closures}
    columns={[
      { head: say('head_day'), cell: (row) => dayLabel(row.onDay) },
      { head: say('head_why'), cell: (row) => row.label },
      {
        head: say('remove'),
        cell: (row) => (
          <Act id={`remove-${row.id}`} kind="text" to={`/closures/${row.id}/removal`} shell={view.shell}>
            {say('remove')}
            <span class="vh"> {dayLabel(row.onDay)}</span>
          </Act>
        ),
      },
    ]}
  />
)

/** For everybody else, as people speak of them. */
const Breaks = ({ breaks }: Data) => (
  <Table
    caption={say('closures_caption')}
    rows={breaks}
    columns={[
      {
        head: say('head_day'),
        cell: ({ from, to }) =>
          from === to ? dayLabel(from) : say('days', { from: dayLabel(from), to: dayLabel(to) }),
      },
      { head: say('head_why'), cell: ({ label }) => label },
    ]}
  />
)

/** Days without school, and for whoever keeps the calendar the form that adds one. */
export const Closures = ({ data, view }: { data: Data; view: View }) => (
  <section class="flow" aria-labelledby="closures">
    <h2 id="closures">{say('closures')}</h2>
    <p>{say('closures_lead')}</p>
    {data.closures.length === 0 && <p>{say('closures_none')}</p>}
    {data.closures.length > 0 &&
      (data.mayKeep ? <ClosureTable data={data} view={view} /> : <Breaks {...data} />)}
    {data.mayKeep && <AddClosure view={view} />}
  </section>
)
