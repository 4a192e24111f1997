import { Button, ButtonLink, Field, Form, kept } from '#design/contract.ts'
import { anewWords } from '../anew-words.ts'
import type { View } from '../page.ts'
import { doorWords } from '../words.ts'
import { Sheet } from './sheet.tsx'

/** The password was right, and the second step is set up from the mail. */
export function LinkOwedPage({ view }: { view: View }) {
  const say = anewWords(view.language)
  return (
    <Sheet view={view} danger>
      <h1>{say('owed')}</h1>
      <p class="lead" role="status">
        {say('owed_note')}
      </p>
      <p>{say('owed_next')}</p>
    </Sheet>
  )
}

type EnrolProps = { view: View; path: string; email: string }

/** What the link opens: opening it changes nothing. */
export function EnrolAnewPage({ view, path, email }: EnrolProps) {
  const say = anewWords(view.language)
  return (
    <Sheet view={view} danger>
      <Form to={path} shell={view.shell} layout="flow">
        <h1>{say('title')}</h1>
        <p>{say('note', { email })}</p>
        <Field
          {...kept(view)('password')}
          label={doorWords(view.language)('password')}
          type="password"
          autocomplete="current-password"
          lang={view.language}
        />
        <p>
          <Button kind="go">{doorWords(view.language)('continue')}</Button>
        </p>
      </Form>
    </Sheet>
  )
}

/** A link that was used, has ended, or never was one. */
export function SecondStepLinkGonePage({ view }: { view: View }) {
  const say = anewWords(view.language)
  return (
    <Sheet view={view}>
      <h1>{doorWords(view.language)('link_gone')}</h1>
      <p class="lead">{say('gone_next')}</p>
      <p>
        <ButtonLink href="/sign-in">{doorWords(view.language)('sign_in')}</ButtonLink>
      </p>
    </Sheet>
  )
}
