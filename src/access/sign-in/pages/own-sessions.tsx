import { Button, Form, Table } from '#design/contract.ts'
import { accountWords } from '../account-words.ts'
import type { View } from '../page.ts'
import type { Listed } from '../sessions.ts'
import { Moment } from './moment.tsx'

const browsers = ['Edg', 'OPR', 'Firefox', 'Chrome', 'Safari']
const systems = ['Windows', 'CrOS', 'Android', 'iPhone', 'iPad', 'Mac OS X', 'Linux']
const known: Readonly<Record<string, string>> = {
  Edg: 'Edge',
  OPR: 'Opera',
  CrOS: 'ChromeOS',
  'Mac OS X': 'macOS',
}

/** Enough to know one's own browser by, and no more. */
function browserName(agent: string | null): string | undefined {
  const browser = browsers.find((each) => agent?.includes(`${each}/`))
  const system = systems.find((each) => agent?.includes(each))
  const parts = [browser, system].filter((each) => each !== undefined)
  return parts.length === 0 ? undefined : parts.map((each) => known[each] ?? each).join(', ')
}

type OwnSessionsProps = { view: View; sessions: readonly Listed[]; current: string; timeZone: string }

/** Where the person is signed in, with a way to end each session or all of them. */
export function OwnSessions({ view, sessions, current, timeZone }: OwnSessionsProps) {
  const say = accountWords(view.language)
  const moment = (at: Date) => <Moment at={at} view={view} timeZone={timeZone} />
  const where = ({ browser, ip, shared }: Listed) => (
    <>
      {browserName(browser) ?? say('unknown_browser')} <bdi>{ip}</bdi>
      {shared && <small> {say('shared')}</small>}
    </>
  )
  const end = ({ id }: Listed) =>
    id === current ? (
      say('this_one')
    ) : (
      <Button name="session" value={id}>
        {say('end')}
      </Button>
    )
  const columns = [
    { head: say('where'), cell: where },
    { head: say('started'), cell: ({ startedAt }: Listed) => moment(startedAt) },
    { head: say('used'), cell: ({ usedAt }: Listed) => moment(usedAt) },
    { head: '', fit: true, cell: end },
  ]
  return (
    <section class="flow" aria-label={say('sessions')}>
      <Form to="/account/session-end" shell={view.shell}>
        <Table caption={say('sessions')} rows={sessions} columns={columns} />
      </Form>
      <Form to="/sign-out-everywhere" shell={view.shell}>
        <p class="row">
          <Button kind="danger">{say('end_all')}</Button> <span class="hint">{say('end_all_note')}</span>
        </p>
      </Form>
    </section>
  )
}
