import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Button, Empty, ErrorSummary, Field, Form, kept, Page, PageHead, Table } from '#design/contract.ts'
import { eventFiles } from '../event-file.ts'
import { importEvents } from '../import-events.ts'
import { lookImports, type SeenImports } from '../look-imports.ts'
import { kindWords, warningWords } from '../screen-words.ts'

const say = warningWords()
const kindSaid = kindWords()

const Send = ({ view }: { view: View }) => {
  const { value: _, ...file } = kept(view)('file')
  return (
    <Form to="/school-days" shell={view.shell} upload layout="box read flow">
      <Field
        {...file}
        type="file"
        accept=".csv,.xml,text/csv,text/xml,application/xml"
        label={say('file')}
        hint={say('file_hint')}
      />
      <p class="row">
        <Button kind="go">{say('send')}</Button>
        <Button name="look" value="yes">
          {say('look')}
        </Button>
      </p>
    </Form>
  )
}

const Columns = () => (
  <details class="more">
    <summary>{say('columns')}</summary>
    <ul>
      <li>{say('columns_absence')}</li>
      <li>{say('columns_incident')}</li>
      <li>{say('columns_exclusion')}</li>
      <li>{say('columns_edfi')}</li>
    </ul>
    <p>{say('columns_more')}</p>
  </details>
)

const Taken = ({ data }: { data: SeenImports }) => (
  <section class="flow" aria-labelledby="taken-h">
    <h2 id="taken-h">{say('taken_in')}</h2>
    {data.imports.length === 0 ? (
      <Empty fact={say('no_files')} />
    ) : (
      <Table
        caption={<span class="vh">{say('taken_in')}</span>}
        rows={data.imports}
        narrow="pairs"
        columns={[
          { head: say('when'), cell: (row) => momentWords(row.madeAt, data) },
          { head: say('kind'), cell: (row) => kindSaid(row.kind) },
          { head: say('what_came'), cell: (row) => (row.previewed ? say('looked_at') : say('was_taken')) },
          { head: say('who'), cell: (row) => <bdi>{row.madeByName}</bdi> },
          { head: say('added'), cell: (row) => row.added, num: true },
          { head: say('changed'), cell: (row) => row.changed, num: true },
          { head: say('same'), cell: (row) => row.same, num: true },
          { head: say('unknown'), cell: (row) => row.unknown, num: true },
          { head: say('raised'), cell: (row) => row.raised, num: true },
        ]}
      />
    )}
  </section>
)

const ImportsPage = (data: SeenImports, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('files')}>
      <p>{say('files_lead')}</p>
    </PageHead>
    <div class="flow">
      <Send view={view} />
      <Columns />
      <Taken data={data} />
    </div>
  </Page>
)

/** Files of the student system about school days: the form that takes one in, and those that were. */
export const importsScreen = screen({
  address: '/school-days',
  title: say('files'),
  look: lookImports,
  page: ImportsPage,
  nav: { section: 'district', label: say('files'), order: 21 },
})
export const importsResource = resource({
  address: 'POST /school-days',
  act: importEvents,
  stands: importsScreen,
  files: eventFiles,
  then: () => '/school-days',
})
