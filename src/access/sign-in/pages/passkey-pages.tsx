import type { ComponentChildren } from 'preact'
import { Button, Field, Form, kept } from '#design/contract.ts'
import type { View } from '../page.ts'
import { passkeyWords } from '../passkey-words.ts'
import { withTo } from './code-page.tsx'
import { SharedDevice } from './shared-device.tsx'
import { Sheet } from './sheet.tsx'

/** What the script of the page is told: what it does, for which site, and what is to be signed. */
export type Ceremony = {
  kind: 'make' | 'use'
  challenge: string
  siteId: string
  /** Whose it will be, and which ones they have already: for a new one. */
  user?: { id: string; name: string; has: readonly string[] }
}

const answer = ['credential', 'client_data', 'authenticator_data', 'signature', 'public_key'] as const
const empty = Object.fromEntries(answer.map((name) => [name, '']))

type PartProps = {
  view: View
  to: string
  ceremony: Ceremony
  /** What the button says. */
  does: string
  /** The way for whoever runs no scripts. */
  other: { href: string; says: string }
  children?: ComponentChildren
}

/** The form that the script fills in. It stays hidden until the script runs; what to do instead shows. */
function Part({ view, to, ceremony, does, other, children }: PartProps) {
  const { kind, challenge, siteId, user } = ceremony
  const say = passkeyWords(view.language)
  return (
    <div
      class="flow"
      data-passkey={kind}
      data-challenge={challenge}
      data-site={siteId}
      {...(user && { 'data-user': user.id, 'data-name': user.name, 'data-has': user.has.join(' ') })}
    >
      <Form to={to} shell={view.shell} layout="flow" hidden={{ ...empty, challenge, to: view.to }}>
        <div class="flow" data-with hidden>
          {children}
          <p>
            <Button kind="go">{does}</Button>
          </p>
        </div>
      </Form>
      <p role="alert" data-failed hidden>
        {say('failed')}
      </p>
      <p data-without>{say('needs')}</p>
      <p>
        <a href={other.href}>{other.says}</a>
      </p>
    </div>
  )
}

/** Signing in with a passkey, and proving anew with one who it is. */
export function UsePasskeyPage({
  view,
  ceremony,
  again = false,
}: {
  view: View
  ceremony: Ceremony
  again?: boolean
}) {
  const say = passkeyWords(view.language)
  const other = again
    ? { href: withTo('/sign-in/again', view.to), says: say('needs_again') }
    : { href: withTo('/sign-in', view.to), says: say('needs_link') }
  const to = again ? '/sign-in/again/passkey' : '/sign-in/passkey'
  return (
    <Sheet view={view} danger>
      <h1>{say(again ? 'use' : 'sign_in')}</h1>
      <p>{say(again ? 'again_note' : 'use_note')}</p>
      <Part view={view} to={to} ceremony={ceremony} does={say('use')} other={other}>
        {!again && <SharedDevice view={view} />}
      </Part>
    </Sheet>
  )
}

/** Adding a passkey, with a name to know it by. */
export function AddPasskeyPage({ view, ceremony }: { view: View; ceremony: Ceremony }) {
  const say = passkeyWords(view.language)
  const other = { href: '/account', says: say('needs_account') }
  return (
    <Sheet view={view}>
      <h1>{say('add')}</h1>
      <p>
        {say('what')} {say('counts')}
      </p>
      <Part view={view} to="/account/passkeys" ceremony={ceremony} does={say('add_do')} other={other}>
        <Field
          {...kept(view)('label')}
          label={say('add_label')}
          hint={say('add_hint')}
          maxlength={60}
          lang={view.language}
        />
      </Part>
    </Sheet>
  )
}
