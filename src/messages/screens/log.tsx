import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import {
  Button,
  Empty,
  ErrorSummary,
  Form,
  Page,
  PageHead,
  Pager,
  type Shell,
  Table,
  Tabs,
} from '#design/contract.ts'
import { logStates } from '../log-store.ts'
import { lookLog, type SeenLog } from '../look-log.ts'
import { sendAgain } from '../send-again.ts'
import { endingWords, kindWords } from '../words.ts'
import { inboxWords } from './inbox-words.ts'
import { channelWords, logWords, outcomeWords } from './log-words.ts'

const say = logWords()
const inboxTitle = inboxWords()('title')
const kind = kindWords()
const ending = endingWords()
const channel = channelWords()
const outcome = outcomeWords()

type Row = SeenLog['shown'][number]
type Props = { row: Row; data: SeenLog; shell: Shell }

/** What came of the last try, with the code of whoever was asked. */
const LastTry = ({ row, data }: Omit<Props, 'shell'>) => {
  const { lastTry, tries } = row
  if (lastTry === undefined) return <small>{say('tries', { count: tries })}</small>
  const said = say('last', {
    how: channel(lastTry.channel),
    outcome: outcome(lastTry.outcome),
    code: lastTry.code === null ? '' : ` (${lastTry.code})`,
    at: momentWords(lastTry.at, data),
  })
  return (
    <small>
      {say('tries', { count: tries })}. {said}
    </small>
  )
}

const Again = ({ row, data, shell }: Props) => (
  <Form to={`/messages/log/${row.id}/again`} shell={shell}>
    <Button>
      {say('again')}
      <span class="vh"> {say('again_of', { what: kind(row.kind), at: momentWords(row.madeAt, data) })}</span>
    </Button>
  </Form>
)

const Stands = (props: Props) => {
  const { row, data } = props
  return (
    <>
      {row.ending === null && row.nextAt !== null
        ? say('next', { at: momentWords(row.nextAt, data) })
        : row.ending !== null && ending(row.ending)}
      {row.deliveredAt !== null && ` ${say('arrived', { at: momentWords(row.deliveredAt, data) })}`}
      <br />
      <LastTry row={row} data={data} />
      {row.undeliveredToldAt !== null && (
        <>
          <br />
          <small>{say('told', { at: momentWords(row.undeliveredToldAt, data) })}</small>
        </>
      )}
      {row.ending === 'set_apart' && <Again {...props} />}
    </>
  )
}

const Rows = ({ data, shell }: Omit<Props, 'row'>) => (
  <Table
    caption={<span class="vh">{say(data.state)}</span>}
    rows={data.shown}
    columns={[
      { head: say('made'), cell: ({ madeAt }) => momentWords(madeAt, data) },
      { head: say('what'), cell: (row) => kind(row.kind) },
      {
        head: say('whom'),
        cell: (row) => (row.toFamily ? say('family') : <bdi>{row.personName}</bdi>),
      },
      { head: say('stands'), cell: (row) => <Stands row={row} data={data} shell={shell} /> },
    ]}
  />
)

const at = (state: string, from?: number) =>
  `/messages/log?state=${state}${from === undefined ? '' : `&from=${from}`}`

const LogPage = (data: SeenLog, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('title')} crumb={{ href: '/messages', label: inboxTitle }}>
      <p>{say('lead')}</p>
    </PageHead>
    <Tabs
      label={say('states')}
      tabs={logStates.map((state) => ({ href: at(state), label: say(state), current: state === data.state }))}
    />
    {data.shown.length === 0 ? (
      <Empty fact={say(`none_${data.state}`)} />
    ) : (
      <Rows data={data} shell={view.shell} />
    )}
    <Pager
      previous={data.first ? undefined : at(data.state)}
      next={data.next === undefined ? undefined : at(data.state, data.next)}
    />
  </Page>
)

export const logScreen = screen({
  address: '/messages/log',
  title: say('title'),
  look: lookLog,
  page: LogPage,
})

export const againResource = resource({
  address: 'POST /messages/log/:messageId/again',
  act: sendAgain,
  stands: logScreen,
  at: () => ({}),
  then: () => '/messages/log',
})
