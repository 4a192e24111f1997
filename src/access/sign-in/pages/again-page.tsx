import { Button, Field, Form, kept } from '#design/contract.ts'
import type { View } from '../page.ts'
import { doorWords } from '../words.ts'
import { passkeyWords } from '../passkey-words.ts'
import { CodeField, withTo } from './code-page.tsx'
import { Sheet } from './sheet.tsx'

type AgainProps = { view: View; by: 'code' | 'password'; hasPasskey: boolean }

/** Before something grave: a fresh code, the password of somebody who has no app, or a passkey. */
export function AgainPage({ view, by, hasPasskey }: AgainProps) {
  const { shell, language, to } = view
  const say = doorWords(language)
  return (
    <Sheet view={view} danger>
      <Form to="/sign-in/again" shell={shell} layout="flow" hidden={{ to }}>
        <h1>{say('again')}</h1>
        <p>{say(by === 'code' ? 'again_note' : 'again_password_note')}</p>
        {by === 'code' ? (
          <CodeField view={view} />
        ) : (
          <Field
            {...kept(view)('password')}
            label={say('password')}
            type="password"
            autocomplete="current-password"
            lang={language}
          />
        )}
        <p>
          <Button kind="go">{say('continue')}</Button>
        </p>
      </Form>
      {hasPasskey && (
        <p>
          <a href={withTo('/sign-in/again/passkey', to)}>{passkeyWords(language)('use')}</a>
        </p>
      )}
    </Sheet>
  )
}
