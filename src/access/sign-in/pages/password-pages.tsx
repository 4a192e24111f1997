import { Button, ButtonLink, Field, Form, kept } from '#design/contract.ts'
import type { View } from '../page.ts'
import { passwordLength } from '../limits.ts'
import { doorWords } from '../words.ts'
import { Sheet } from './sheet.tsx'

const leastFor = (alone: boolean) => (alone ? passwordLength.alone : passwordLength.withSecondStep)

/** Where somebody asks for a link to a new password. */
export function ForgotPasswordPage({ view }: { view: View }) {
  const { shell, language } = view
  const say = doorWords(language)
  return (
    <Sheet view={view} danger>
      <Form to="/forgot-password" shell={shell} layout="flow">
        <h1>{say('forgotten')}</h1>
        <p>{say('forgotten_note')}</p>
        <Field
          {...kept(view)('email')}
          label={say('email')}
          type="email"
          autocomplete="username"
          lang={language}
        />
        <p>
          <Button kind="go">{say('send_link')}</Button>
        </p>
      </Form>
    </Sheet>
  )
}

/** The same words whether or not the address has a sign-in. */
export function LinkSentPage({ view, invited = false }: { view: View; invited?: boolean }) {
  const say = doorWords(view.language)
  return (
    <Sheet view={view}>
      <h1>{say('link_sent')}</h1>
      <p class="lead" role="status">
        {say(invited ? 'invitation_sent_note' : 'link_sent_note')}
      </p>
    </Sheet>
  )
}

/** A link that was used, has ended, or never was one. */
export function LinkGonePage({ view }: { view: View }) {
  const say = doorWords(view.language)
  return (
    <Sheet view={view}>
      <h1>{say('link_gone')}</h1>
      <p class="lead">{say('link_gone_next')}</p>
      <p>
        <ButtonLink href="/forgot-password">{say('forgot')}</ButtonLink>
      </p>
    </Sheet>
  )
}

/** The link of an invitation that was used, has ended, or never was one: it opens nothing. */
export function InvitationGonePage({ view, path }: { view: View; path: string }) {
  const { shell, language } = view
  const say = doorWords(language)
  return (
    <Sheet view={view}>
      <Form to={path} shell={shell} layout="flow">
        <h1>{say('link_gone')}</h1>
        <p class="lead">{say('invitation_gone_next')}</p>
        <p>
          <Button kind="go">{say('send_new_link')}</Button>
        </p>
      </Form>
    </Sheet>
  )
}

const NewPasswordField = ({ view, alone }: { view: View; alone: boolean }) => {
  const say = doorWords(view.language)
  return (
    <Field
      {...kept(view)('password')}
      label={say('password')}
      hint={say('length', { least: leastFor(alone) })}
      type="password"
      autocomplete="new-password"
      lang={view.language}
    />
  )
}

type NewPasswordProps = { view: View; path: string; email: string; alone: boolean }

export function NewPasswordPage({ view, path, email, alone }: NewPasswordProps) {
  const { shell, language } = view
  const say = doorWords(language)
  return (
    <Sheet view={view}>
      <Form to={path} shell={shell} layout="flow">
        <h1>{say('new_password')}</h1>
        <p>{say('new_password_for', { email })}</p>
        <NewPasswordField view={view} alone={alone} />
        <p>
          <Button kind="go">{say('save_password')}</Button>
        </p>
      </Form>
    </Sheet>
  )
}

type InvitationProps = {
  view: View
  path: string
  name: string
  email: string
  district: string
  /** Whether the person has a sign-in already and gives its password. */
  known: boolean
  alone: boolean
}

export function InvitationPage({ view, path, name, email, district, known, alone }: InvitationProps) {
  const { shell, language } = view
  const say = doorWords(language)
  return (
    <Sheet view={view}>
      <Form to={path} shell={shell} layout="flow">
        <h1>{say('invitation', { name })}</h1>
        <p>{say(known ? 'invitation_known' : 'invitation_note', { district, email })}</p>
        {known ? (
          <Field
            {...kept(view)('password')}
            label={say('password')}
            type="password"
            autocomplete="current-password"
            lang={language}
          />
        ) : (
          <NewPasswordField view={view} alone={alone} />
        )}
        <p>
          <Button kind="go">{say('take_up')}</Button>
        </p>
      </Form>
    </Sheet>
  )
}
