import { Button, Field, Form, kept } from '#design/contract.ts'
import type { View } from '../page.ts'
import { doorWords } from '../words.ts'
import { CodeField } from './code-page.tsx'
import { Sheet } from './sheet.tsx'

/** Before something grave: a fresh code, or the password of somebody who has no app. */
export function AgainPage({ view, by }: { view: View; by: 'code' | 'password' }) {
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
    </Sheet>
  )
}
