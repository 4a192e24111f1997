import { Button, ButtonLink, Field, Form, kept } from '#design/contract.ts'
import { addressWords } from '../address-words.ts'
import type { View } from '../page.ts'
import { doorWords } from '../words.ts'
import { Sheet } from './sheet.tsx'

/** On the page of one's own account: which address signs in, and the way to another. */
export const OwnAddress = ({ view, email }: { view: View; email: string }) => {
  const say = addressWords(view.language)
  return (
    <section class="flow" aria-labelledby="address-head">
      <h2 id="address-head">{say('address')}</h2>
      <p>{say('signs_in_with', { email })}</p>
      <p>
        <a href="/account/address">{say('change')}</a>
      </p>
    </section>
  )
}

/** Where somebody says which address they want to sign in with. */
export function AskAddressPage({ view, email }: { view: View; email: string }) {
  const say = addressWords(view.language)
  return (
    <Sheet view={view}>
      <p class="crumb">
        <a href="/account">{say('back')}</a>
      </p>
      <Form to="/account/address" shell={view.shell} layout="flow">
        <h1>{say('title')}</h1>
        <p>{say('signs_in_with', { email })}</p>
        <p>{say('note')}</p>
        <Field
          {...kept(view)('email')}
          label={say('next')}
          hint={say('told')}
          type="email"
          autocomplete="email"
          lang={view.language}
        />
        <p>
          <Button kind="go">{say('send')}</Button>
        </p>
      </Form>
    </Sheet>
  )
}

/** The same words whether or not the address can be used. */
export function AddressAskedPage({ view }: { view: View }) {
  const say = addressWords(view.language)
  return (
    <Sheet view={view}>
      <h1>{say('sent')}</h1>
      <p class="lead" role="status">
        {say('sent_note')}
      </p>
      <p>
        <a href="/account">{say('back')}</a>
      </p>
    </Sheet>
  )
}

type ConfirmProps = { view: View; path: string; email: string }

/** What the link opens: opening it changes nothing. */
export function ConfirmAddressPage({ view, path, email }: ConfirmProps) {
  const say = addressWords(view.language)
  return (
    <Sheet view={view}>
      <Form to={path} shell={view.shell} layout="flow">
        <h1>{say('confirm')}</h1>
        <p>{say('confirm_note', { email })}</p>
        <Field
          {...kept(view)('password')}
          label={say('password')}
          type="password"
          autocomplete="current-password"
          lang={view.language}
        />
        <p>
          <Button kind="go">{say('confirm_do')}</Button>
        </p>
      </Form>
    </Sheet>
  )
}

/** A link to a new address that was used, has ended, or never was one. */
export function AddressGonePage({ view }: { view: View }) {
  const say = addressWords(view.language)
  return (
    <Sheet view={view}>
      <h1>{doorWords(view.language)('link_gone')}</h1>
      <p class="lead">{say('gone_next')}</p>
      <p>
        <ButtonLink href="/sign-in?to=/account/address">{say('sign_in')}</ButtonLink>
      </p>
    </Sheet>
  )
}
