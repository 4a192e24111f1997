import { Button, ButtonLink, Field, Form, kept } from '#design/contract.ts'
import type { View } from '../page.ts'
import { doorWords } from '../words.ts'
import { Sheet } from './sheet.tsx'

/** The address of another page, with where the person was going. */
export const withTo = (path: string, to: string) =>
  to === '/' ? path : `${path}?${new URLSearchParams({ to })}`

/** One field for six digits, with a keyboard of digits and the code a phone may offer. */
export const CodeField = ({ view }: { view: View }) => {
  const say = doorWords(view.language)
  return (
    <Field
      {...kept(view)('code')}
      label={say('code')}
      width="short"
      inputmode="numeric"
      autocomplete="one-time-code"
      maxlength={10}
      lang={view.language}
    />
  )
}

/** The second step. */
export function CodePage({ view }: { view: View }) {
  const { shell, language, to } = view
  const say = doorWords(language)
  return (
    <Sheet view={view} danger>
      <Form to="/sign-in/second-step" shell={shell} layout="flow" hidden={{ to }}>
        <h1>{say('second_step')}</h1>
        <p>{say('second_step_note')}</p>
        <CodeField view={view} />
        <p>
          <Button kind="go">{say('continue')}</Button>
        </p>
      </Form>
      <p>
        {say('use_recovery_question')}{' '}
        <a href={withTo('/sign-in/recovery-code', to)}>{say('use_recovery')}</a>
      </p>
    </Sheet>
  )
}

/** The second step without the app. */
export function RecoveryCodePage({ view }: { view: View }) {
  const { shell, language, to } = view
  const say = doorWords(language)
  return (
    <Sheet view={view} danger>
      <Form to="/sign-in/recovery-code" shell={shell} layout="flow" hidden={{ to }}>
        <h1>{say('recovery')}</h1>
        <p>{say('recovery_note')}</p>
        <Field {...kept(view)('recovery_code')} label={say('recovery_code')} width="mid" lang={language} />
        <p>
          <Button kind="go">{say('continue')}</Button>
        </p>
      </Form>
      <p>
        <a href={withTo('/sign-in/second-step', to)}>{say('use_app')}</a>
      </p>
    </Sheet>
  )
}

/** The person is who they say, and has nothing to do here today. */
export function NothingInForcePage({ view }: { view: View }) {
  const say = doorWords(view.language)
  return (
    <Sheet view={view} danger>
      <h1>{say('nothing_in_force')}</h1>
      <p class="lead">{say('nothing_in_force_next')}</p>
      <p>
        <ButtonLink href="/sign-in">{say('other_sign_in')}</ButtonLink>
      </p>
    </Sheet>
  )
}
