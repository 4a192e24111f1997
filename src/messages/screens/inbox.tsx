import { resource, screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { acknowledgeNotice } from '#coordination/contract.ts'
import { Button, Empty, Form, Page, PageHead, Pager, type Shell, Table, Tabs } from '#design/contract.ts'
import { lookInbox, type SeenInbox } from '../look-inbox.ts'
import { inboxWords } from './inbox-words.ts'

const say = inboxWords()

type Row = SeenInbox['shown'][number]
type Props = { row: Row; data: SeenInbox; shell: Shell }

const What = ({ row }: { row: Row }) => (
  <>
    {row.readAt === null ? <b>{row.says}</b> : row.says}
    {row.about !== undefined && (
      <>
        <br />
        <a href={row.about}>
          {say('open')}
          <span class="vh"> {say('about', { what: row.says })}</span>
        </a>
      </>
    )}
  </>
)

const State = ({ row, data, shell }: Props) =>
  row.readAt === null ? (
    <Form to={`/messages/${row.id}/reading`} shell={shell}>
      <Button>
        {say('read')}
        <span class="vh"> {say('about', { what: row.says })}</span>
      </Button>
    </Form>
  ) : (
    <>{say('read_at', { at: momentWords(row.readAt, data) })}</>
  )

const Rows = ({ data, shell }: Omit<Props, 'row'>) => (
  <Table
    caption={<span class="vh">{say(data.show)}</span>}
    rows={data.shown}
    columns={[
      { head: say('when'), cell: ({ madeAt }) => momentWords(madeAt, data) },
      { head: say('what'), cell: (row) => <What row={row} /> },
      { head: say('state'), fit: true, cell: (row) => <State row={row} data={data} shell={shell} /> },
    ]}
  />
)

const at = (show: string, from?: number) =>
  `/messages?show=${show}${from === undefined ? '' : `&from=${from}`}`

/** What a digest only counts, and where it stands. */
const Waiting = ({ waiting }: Pick<SeenInbox, 'waiting'>) => (
  <p>
    {say('waits', { count: waiting.count })} {say('due', { due: waiting.due })}{' '}
    <a href="/today">{say('today')}</a>
  </p>
)

const InboxPage = (data: SeenInbox, { shell }: View) => (
  <Page shell={shell}>
    <PageHead title={say('title')}>
      <p>{say('lead')}</p>
      <Waiting waiting={data.waiting} />
      <p class="row">
        <a href="/messages/settings">{say('settings')}</a>
        {data.readsLog && <a href="/messages/log">{say('log')}</a>}
      </p>
    </PageHead>
    <Tabs
      label={say('shown')}
      tabs={(['unread', 'all'] as const).map((show) => ({
        href: at(show),
        label: say(show),
        current: show === data.show,
      }))}
    />
    {data.shown.length === 0 ? <Empty fact={say(`none_${data.show}`)} /> : <Rows data={data} shell={shell} />}
    <Pager
      previous={data.first ? undefined : at(data.show)}
      next={data.next === undefined ? undefined : at(data.show, data.next)}
    />
  </Page>
)

export const inboxScreen = screen({
  address: '/messages',
  title: say('title'),
  look: lookInbox,
  page: InboxPage,
  nav: { section: 'work', label: say('menu'), order: 2 },
})

export const readingResource = resource({
  address: 'POST /messages/:noticeId/reading',
  act: acknowledgeNotice,
  stands: inboxScreen,
  at: () => ({}),
  then: () => '/messages',
})
