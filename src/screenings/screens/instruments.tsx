import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import {
  Button,
  Empty,
  ErrorSummary,
  Field,
  Form,
  kept,
  Page,
  PageHead,
  Table,
  Tag,
} from '#design/contract.ts'
import { instrumentFiles } from '../files.ts'
import { importInstrument } from '../import-instrument.ts'
import { lookInstruments, type SeenInstruments } from '../look-instruments.ts'
import { instrumentWords } from '../screen-words.ts'
import { setCutOff } from '../set-cut-off.ts'

const say = instrumentWords()
type Props = { data: SeenInstruments; view: View }
type Instrument = SeenInstruments['instruments'][number]

const CutOffs = ({ data, instrument }: { data: SeenInstruments; instrument: Instrument }) =>
  instrument.cutOffs.length === 0 ? (
    <p>{say('no_cut')}</p>
  ) : (
    <Table
      caption={<span class="vh">{instrument.title}</span>}
      rows={instrument.cutOffs}
      narrow="pairs"
      columns={[
        { head: say('number'), cell: (row) => row.number },
        { head: say('points'), cell: (row) => row.points, num: true },
        { head: say('decision'), cell: (row) => row.decision },
        { head: say('who'), cell: (row) => <bdi>{row.setByName}</bdi> },
        { head: say('when'), cell: (row) => momentWords(row.setAt, data) },
      ]}
    />
  )

const Next = ({ view, instrument: { id } }: { view: View; instrument: Instrument }) => {
  const field = kept(view)
  return (
    <details class="more">
      <summary>{say('set')}</summary>
      <Form to={`/screening/instruments/${id}/cut-offs`} shell={view.shell} layout="box read flow">
        <Field
          {...field('points')}
          id={`points-${id}`}
          type="number"
          width="short"
          label={say('set_points')}
        />
        <Field {...field('decision')} id={`decision-${id}`} label={say('set_decision')} maxlength={300} />
        <Button kind="go">{say('set_do')}</Button>
      </Form>
    </details>
  )
}

const One = ({ data, view, instrument }: Props & { instrument: Instrument }) => {
  const { id, title, sample, questions, most, edition, importedByName, importedAt } = instrument
  const at = momentWords(importedAt, data)
  return (
    <section class="after flow" aria-labelledby={`i-${id}`}>
      <h2 id={`i-${id}`}>
        {title} {sample && <Tag>{say('sample')}</Tag>}
      </h2>
      <p>{say('of', { count: questions, most, edition, name: importedByName, at })}</p>
      <CutOffs data={data} instrument={instrument} />
      {data.keeps && <Next view={view} instrument={instrument} />}
    </section>
  )
}

const Bring = ({ view }: { view: View }) => {
  const { value: _, ...file } = kept(view)('file')
  return (
    <section class="after flow" aria-labelledby="bring-h">
      <h2 id="bring-h">{say('import')}</h2>
      <Form to="/screening/instruments" shell={view.shell} upload layout="box read flow">
        <Field
          {...file}
          type="file"
          accept=".json,application/json"
          label={say('file')}
          hint={say('file_hint')}
        />
        <Button kind="go">{say('import_do')}</Button>
      </Form>
    </section>
  )
}

const InstrumentsPage = (data: SeenInstruments, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('title')} crumb={{ href: '/screening', label: say('rounds') }}>
      <p>{say('lead')}</p>
    </PageHead>
    {data.instruments.length === 0 && <Empty fact={say('none')} />}
    {data.instruments.map((instrument) => (
      <One data={data} view={view} instrument={instrument} />
    ))}
    {data.keeps && <Bring view={view} />}
  </Page>
)

/** The instruments of the district with their cut-offs, and the forms that bring and set them. */
export const instrumentsScreen = screen({
  address: '/screening/instruments',
  title: say('title'),
  look: lookInstruments,
  page: InstrumentsPage,
})
const then = () => '/screening/instruments'
export const instrumentResources = [
  resource({
    address: 'POST /screening/instruments',
    act: importInstrument,
    stands: instrumentsScreen,
    files: instrumentFiles,
    then,
  }),
  resource({
    address: 'POST /screening/instruments/:instrumentId/cut-offs',
    act: setCutOff,
    stands: instrumentsScreen,
    then,
  }),
]
