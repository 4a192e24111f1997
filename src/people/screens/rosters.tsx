import { reasonsShown } from '#access/reasons-shown.ts'
import { screen, type View } from '#access/screen.ts'
import {
  Button,
  ErrorSummary,
  Field,
  Form,
  Page,
  PageHead,
  State,
  Table,
  type MarkState,
} from '#design/contract.ts'
import type { RosterState } from '../lifecycle.ts'
import { lookRosters } from '../look-rosters.ts'
import { rosterLimit } from '../roster-limit.ts'
import { rosterScreenWords } from '../roster-screen-words.ts'

const say = rosterScreenWords()

type Data = Awaited<ReturnType<typeof lookRosters.see>>

const marks: Record<RosterState, MarkState> = {
  reading: 'now',
  previewed: 'due',
  applying: 'now',
  applied: 'done',
  discarded: 'end',
  refused: 'end',
}

/** Where a roster file is on its way: a mark and its word. */
export const RosterStateMark = ({ state }: { state: RosterState }) => (
  <State s={marks[state]}>{say(`state_${state}`)}</State>
)

const Upload = ({ view }: { view: View }) => {
  const error = view.problem?.because.find(({ field }) => field === 'file')?.says
  return (
    <Form to="/roster/imports" shell={view.shell} upload layout="flow">
      <Field
        name="file"
        type="file"
        accept=".zip,application/zip"
        label={say('file')}
        hint={say('file_hint', { limit: rosterLimit.megabytes })}
        {...(error !== undefined && { error })}
      />
      <p class="row">
        <Button kind="go">{say('upload')}</Button>
      </p>
    </Form>
  )
}

const Imports = ({ imports }: Data) => (
  <section class="flow" aria-labelledby="imports">
    <h2 id="imports">{say('imports')}</h2>
    {imports.length === 0 ? (
      <p>{say('imports_none')}</p>
    ) : (
      <Table
        caption={say('imports_caption')}
        rows={imports}
        columns={[
          { head: say('head_file'), cell: (row) => <a href={`/roster/imports/${row.id}`}>{row.fileName}</a> },
          { head: say('head_format'), cell: (row) => row.format || say('format_unknown') },
          { head: say('head_state'), cell: (row) => <RosterStateMark state={row.state} /> },
          { head: say('head_when'), cell: (row) => row.cameIn },
        ]}
      />
    )}
  </section>
)

const RostersPage = (data: Data, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('roster')}>
      <p>{say('roster_lead')}</p>
    </PageHead>
    <div class="flow">
      <Upload view={view} />
      <Imports {...data} />
    </div>
  </Page>
)

export const rostersScreen = screen({
  address: '/roster',
  title: say('roster'),
  look: lookRosters,
  page: RostersPage,
  nav: { section: 'district', label: say('roster'), order: 20 },
})
