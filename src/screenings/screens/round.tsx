import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import {
  Banner,
  Button,
  Empty,
  ErrorSummary,
  Field,
  Form,
  kept,
  KeyList,
  Page,
  PageHead,
  Table,
} from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { answerFiles } from '../files.ts'
import { loadResults } from '../load-results.ts'
import { lookRound, type SeenRound } from '../look-round.ts'
import { screeningWords } from '../screen-words.ts'
import type { ShownTally } from '../tally.ts'

const say = screeningWords()
type Props = { data: SeenRound }

const Facts = ({ data: { round, today } }: Props) => (
  <KeyList
    items={[
      { key: say('school'), value: round.schoolName },
      { key: say('grades'), value: round.grades.join(', ') },
      {
        key: say('when'),
        value: say('between', {
          from: dayWords(round.opensOn, today),
          until: dayWords(round.closesOn, today),
        }),
      },
      { key: say('instrument'), value: say('edition_of', { title: round.title, edition: round.edition }) },
      {
        key: say('cut'),
        value: say('cut_said', { points: round.cutOffPoints, most: round.most, number: round.cutOffNumber }),
      },
      { key: say('by'), value: round.openedByName },
    ]}
  />
)

const Result = ({ data: { tally } }: Props) => {
  const rows: ShownTally[] = [...tally.rows, { grade: say('total'), counts: tally.total }]
  const count = (name: keyof NonNullable<ShownTally['counts']>) => (row: ShownTally) =>
    row.counts === null ? say('hidden') : row.counts[name]
  return (
    <section class="after flow" aria-labelledby="result-h">
      <h2 id="result-h">{say('result')}</h2>
      <p>{say('result_lead')}</p>
      <Table
        caption={<span class="vh">{say('result')}</span>}
        rows={rows}
        narrow="pairs"
        columns={[
          { head: say('grade'), cell: ({ grade }) => grade },
          { head: say('took'), cell: count('tookPart'), num: true },
          { head: say('out'), cell: count('optedOut'), num: true },
          { head: say('not_yet'), cell: count('open'), num: true },
          { head: say('over'), cell: count('over'), num: true },
        ]}
      />
    </section>
  )
}

const Load = ({ data: { round }, view }: Props & { view: View }) => {
  const { value: _, ...file } = kept(view)('file')
  const columns = round.columns.join(', ')
  return (
    <section class="after flow" aria-labelledby="load-h">
      <h2 id="load-h">{say('load')}</h2>
      <p>{say('load_lead')}</p>
      <Form to={`/screening/rounds/${round.id}/results`} shell={view.shell} upload layout="box read flow">
        <Field
          {...file}
          type="file"
          accept=".csv,text/csv"
          label={say('file')}
          hint={say('columns', { columns })}
        />
        <Button kind="go">{say('load_do')}</Button>
      </Form>
    </section>
  )
}

const Loads = ({ data }: Props) => (
  <section class="after flow" aria-labelledby="loads-h">
    <h2 id="loads-h">{say('loads')}</h2>
    {data.loads.length === 0 ? (
      <Empty fact={say('no_loads')} />
    ) : (
      <Table
        caption={<span class="vh">{say('loads')}</span>}
        rows={data.loads}
        columns={[
          { head: say('when'), cell: (row) => momentWords(row.loadedAt, data) },
          { head: say('who'), cell: (row) => <bdi>{row.loadedByName}</bdi> },
        ]}
      />
    )}
  </section>
)

const RoundPage = (data: SeenRound, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={say('called', { title: data.round.title, school: data.round.schoolName })}
      crumb={{ href: '/screening', label: say('title') }}
    />
    {data.round.sample && <Banner>{say('sample')}</Banner>}
    <Facts data={data} />
    <Result data={data} />
    {data.loadable && <Load data={data} view={view} />}
    <Loads data={data} />
  </Page>
)

/** One round. */
export const roundScreen = screen({
  address: '/screening/rounds/:roundId',
  title: say('round'),
  look: lookRound,
  page: RoundPage,
})
export const roundResource = resource({
  address: 'POST /screening/rounds/:roundId/results',
  act: loadResults,
  stands: roundScreen,
  files: answerFiles,
  then: ({ roundId }) => `/screening/rounds/${roundId}`,
})
