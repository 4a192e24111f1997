import { Button, ButtonLink, Form, Field, kept, Table } from '#design/contract.ts'
import { accountWords } from '../account-words.ts'
import type { View } from '../front.ts'
import type { Listed } from '../sessions.ts'
import type { ListedToken } from '../tokens.ts'
import { Sheet } from './sheet.tsx'

export type AccountData = {
  email: string
  sessionId: string
  sessions: readonly Listed[]
  /** Undefined where the person signs in with a password alone. */
  codesLeft: number | undefined
  /** Undefined for a role that makes none. */
  tokens: readonly ListedToken[] | undefined
  timeZone: string
}

const moment = (at: Date, { view, timeZone }: { view: View; timeZone: string }) => (
  <time datetime={at.toISOString()}>
    {new Intl.DateTimeFormat(view.language, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23', timeZone }).format(at)}
  </time>
)

/** Enough to know one's own browser by, and no more. */
function browserName(agent: string | null): string | undefined {
  const name = ['Edg', 'OPR', 'Firefox', 'Chrome', 'Safari'].find((each) => agent?.includes(`${each}/`))
  const system = ['Windows', 'CrOS', 'Android', 'iPhone', 'iPad', 'Mac OS X', 'Linux'].find((each) => agent?.includes(each))
  const known: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', CrOS: 'ChromeOS', 'Mac OS X': 'macOS' }
  return [name, system].filter((each) => each !== undefined).map((each) => known[each] ?? each).join(', ') || undefined
}

function Assignments({ view }: { view: View }) {
  const say = accountWords(view.language)
  const { shell } = view
  return (
    <section class="flow" aria-labelledby="assignments">
      <h2 id="assignments">{say('assignments')}</h2>
      <Form to="/assignment" shell={shell} hidden={{ to: '/account' }}>
        <ul class="flow">
          {shell.assignments.map(({ id, label, detail, current }) => (
            <li>
              <b>{label}</b> {detail}{' '}
              {!current && (
                <Button name="assignment" value={id}>
                  {say('use')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Form>
    </section>
  )
}

function Sessions({ view, data }: { view: View; data: AccountData }) {
  const say = accountWords(view.language)
  const when = { view, timeZone: data.timeZone }
  return (
    <section class="flow" aria-label={say('sessions')}>
      <Form to="/account/session-end" shell={view.shell}>
        <Table
          caption={say('sessions')}
          rows={data.sessions}
          columns={[
            { head: say('where'), cell: ({ browser, ip }) => <>{browserName(browser) ?? say('unknown_browser')} <bdi>{ip}</bdi></> },
            { head: say('started'), cell: ({ startedAt }) => moment(startedAt, when) },
            { head: say('used'), cell: ({ usedAt }) => moment(usedAt, when) },
            {
              head: '',
              cell: ({ id }) =>
                id === data.sessionId ? say('this_one') : <Button name="session" value={id}>{say('end')}</Button>,
            },
          ]}
        />
      </Form>
      <Form to="/sign-out-everywhere" shell={view.shell}>
        <p>
          <Button kind="danger">{say('end_all')}</Button> {say('end_all_note')}
        </p>
      </Form>
    </section>
  )
}

function Proofs({ view, codesLeft }: { view: View; codesLeft: number | undefined }) {
  const say = accountWords(view.language)
  return (
    <section class="flow" aria-labelledby="proofs">
      <h2 id="proofs">{say('second_step')}</h2>
      {codesLeft !== undefined && (
        <>
          <p>
            {say('set_up_on')} {say('codes_left', { left: codesLeft })}
          </p>
          <Form to="/account/recovery-codes" shell={view.shell}>
            <p>
              <Button>{say('new_codes')}</Button> {say('new_codes_note')}
            </p>
          </Form>
        </>
      )}
      <p>
        <a href="/set-up/second-step?to=/account">{say('new_app')}</a>
      </p>
      <p>
        <a href="/forgot-password">{say('new_password')}</a>
      </p>
    </section>
  )
}

function Tokens({ view, data }: { view: View; data: AccountData & { tokens: readonly ListedToken[] } }) {
  const say = accountWords(view.language)
  const field = kept(view)
  return (
    <section class="flow" aria-labelledby="tokens">
      <h2 id="tokens">{say('tokens')}</h2>
      <p>{say('tokens_note')}</p>
      {data.tokens.length === 0 && <p class="quiet">{say('token_none')}</p>}
      {data.tokens.map(({ id, label, expiresAt }) => (
        <Form to={`/account/tokens/${id}/revocation`} shell={view.shell}>
          <p>
            <b>{label}</b> {say('token_ends')} {moment(expiresAt, { view, timeZone: data.timeZone })}{' '}
            <Button kind="danger">{say('token_revoke')}</Button>
          </p>
        </Form>
      ))}
      <Form to="/account/tokens" shell={view.shell} layout="flow">
        <Field {...field('label')} label={say('token_label')} maxlength={80} />
        <Field {...field('days')} label={say('token_days')} hint={say('token_days_hint')} width="short" inputmode="numeric" />
        <p>
          <Button>{say('token_make')}</Button>
        </p>
      </Form>
    </section>
  )
}

/** A person's own account: what they may act as, where they are signed in, and what they prove themselves with. */
export function AccountPage({ view, data }: { view: View; data: AccountData }) {
  const say = accountWords(view.language)
  const { tokens } = data
  return (
    <Sheet view={view}>
      <h1>{say('account')}</h1>
      <p>{say('signed_in_as', { email: data.email })}</p>
      <Assignments view={view} />
      <Sessions view={view} data={data} />
      <Proofs view={view} codesLeft={data.codesLeft} />
      {tokens !== undefined && <Tokens view={view} data={{ ...data, tokens }} />}
    </Sheet>
  )
}

/** A token, shown this once. */
export function TokenMadePage({ view, token }: { view: View; token: string }) {
  const say = accountWords(view.language)
  return (
    <Sheet view={view}>
      <h1>{say('token_made')}</h1>
      <p class="lead">{say('token_made_note')}</p>
      <p>
        <code>{token}</code>
      </p>
      <p>
        <ButtonLink href="/account">{say('back')}</ButtonLink>
      </p>
    </Sheet>
  )
}
