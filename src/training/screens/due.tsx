import { reasonsShown } from '#access/reasons-shown.ts'
import { roleWords } from '#access/roles.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { Empty, ErrorSummary, Late, Page, PageHead, Pager, Table } from '#design/contract.ts'
import { lookDue, type SeenDue } from '../look-due.ts'
import { recordCompletion } from '../record-completion.ts'
import { sayings } from '../screen-words.ts'
import { takeBackCompletion } from '../take-back-completion.ts'
import { trainingWords } from '../words.ts'
import { Latest, Record } from './record.tsx'
import { standsSaid } from './stands.ts'

const say = sayings()
const role = roleWords()
const training = trainingWords()

const People = ({ data }: { data: SeenDue }) => (
  <Table
    caption={<span class="vh">{say('due_title')}</span>}
    rows={data.shown}
    columns={[
      {
        head: say('who'),
        cell: (row) => (
          <>
            <bdi>{row.name}</bdi>
            <br />
            <small>{role(row.role)}</small>
          </>
        ),
      },
      { head: say('training'), cell: ({ topic }) => training(topic) },
      {
        head: say('stands'),
        cell: (row) => {
          const how = standsSaid(row, data.today)
          return row.standing === 'soon' ? how : <Late>{how}</Late>
        },
      },
    ]}
  />
)

const DuePage = (data: SeenDue, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('due_title')} crumb={{ href: '/training', label: say('title') }}>
      <p>{say('due_lead')}</p>
    </PageHead>
    <div class="flow">
      {data.required.length === 0 ? (
        <Empty fact={say('none_required')} note={say('none_required_note')} />
      ) : data.shown.length === 0 ? (
        <Empty fact={say('nobody_due')} note={say('nobody_due_note')} />
      ) : (
        <People data={data} />
      )}
      <Pager
        previous={data.first ? undefined : '/training/due'}
        next={data.next === undefined ? undefined : `/training/due?from=${data.next}`}
      />
    </div>
    {data.keeps && data.chosen !== undefined && <Record data={data} view={view} topic={data.chosen} />}
    {data.latest.length > 0 && <Latest data={data} view={view} />}
  </Page>
)

/** Who is due, and room to record a training. */
export const dueScreen = screen({
  address: '/training/due',
  title: say('due_title'),
  look: lookDue,
  page: DuePage,
  typed: ['who'],
})
export const dueResources = [
  resource({
    address: 'POST /training/completions',
    act: recordCompletion,
    stands: dueScreen,
    at: (params, { topic }) => ({ ...params, ...(typeof topic === 'string' && { topic }) }),
    then: ({ topic }) => `/training/due?topic=${topic}`,
  }),
  resource({
    address: 'POST /training/completions/:completionId/taking-back',
    act: takeBackCompletion,
    stands: dueScreen,
    at: () => ({}),
    then: ({ topic }) => `/training/due?topic=${topic}`,
  }),
]
