import { Button, ErrorSummary, Form, type Shell } from '#design/contract.ts'
import { OwnPage } from '../../own-page.tsx'
import type { Role } from '../../roles.ts'
import { accountWords } from '../account-words.ts'
import type { View } from '../page.ts'
import type { ListedPasskey } from '../passkeys.ts'
import type { Listed } from '../sessions.ts'
import type { ListedToken } from '../tokens-store.ts'
import { OwnAddress } from './address-pages.tsx'
import { OwnPasskeys } from './own-passkeys.tsx'
import { OwnPassword } from './own-password.tsx'
import { OwnSessions } from './own-sessions.tsx'
import { OwnTokens } from './own-tokens.tsx'

export type AccountData = {
  /** What the person acts as now, and its menu. */
  role: Role
  nav: Shell['nav']
  email: string
  /** Whether they came through the door of a demo district: then they prove themselves with nothing. */
  byClick: boolean
  sessionId: string
  sessions: readonly Listed[]
  /** Undefined where the person has no app. */
  codesLeft: number | undefined
  passkeys: readonly ListedPasskey[]
  /** Undefined for a role that makes none. */
  tokens: readonly ListedToken[] | undefined
  timeZone: string
}

function OwnAssignments({ view }: { view: View }) {
  const say = accountWords(view.language)
  const { shell } = view
  return (
    <section class="flow" aria-labelledby="assignments">
      <h2 id="assignments">{say('assignments')}</h2>
      <Form to="/assignment" shell={shell} hidden={{ to: '/account' }}>
        <ul class="flow">
          {shell.assignments.map(({ id, label, detail, current }) => (
            <li>
              <b>{label}</b>, {detail}{' '}
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

function OwnProofs({ view, codesLeft }: { view: View; codesLeft: number | undefined }) {
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
    </section>
  )
}

/**
 * The people of a demo sign in with a click: the address behind it says nothing to anybody, and neither a
 * password nor an app stands behind it.
 */
const nameOf = ({ shell }: View, { byClick, email }: AccountData): string =>
  [shell.actor?.name, byClick ? undefined : email].filter((part) => part !== undefined).join(', ')

/**
 * A person's own account: what they may act as, where they are signed in, and what they prove themselves
 * with.
 */
export function AccountPage({ view, data }: { view: View; data: AccountData }) {
  const say = accountWords(view.language)
  const { role, nav, email, byClick, sessions, sessionId, codesLeft, passkeys, tokens, timeZone } = data
  return (
    <OwnPage shell={{ ...view.shell, nav }} role={role}>
      <div class="flow read">
        <ErrorSummary errors={view.problem?.because ?? []} lang={view.language} />
        <p class="crumb">
          <a href="/today">{say('today')}</a>
        </p>
        <h1>{say('account')}</h1>
        <p>{say('signed_in_as', { who: nameOf(view, data) })}</p>
        <OwnAssignments view={view} />
        <OwnSessions view={view} sessions={sessions} current={sessionId} timeZone={timeZone} />
        {!byClick && (
          <>
            <OwnAddress view={view} email={email} />
            <OwnProofs view={view} codesLeft={codesLeft} />
            <OwnPasskeys view={view} passkeys={passkeys} timeZone={timeZone} />
            <OwnPassword view={view} />
          </>
        )}
        {tokens !== undefined && <OwnTokens view={view} tokens={tokens} timeZone={timeZone} />}
      </div>
    </OwnPage>
  )
}
