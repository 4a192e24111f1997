import { Button, ButtonLink, Field, Form, kept } from '#design/contract.ts'
import { accountWords } from '../account-words.ts'
import type { View } from '../page.ts'
import type { ListedToken } from '../tokens-store.ts'
import { Moment } from './moment.tsx'
import { Sheet } from './sheet.tsx'

const TokenLine = ({ view, token, timeZone }: { view: View; token: ListedToken; timeZone: string }) => {
  const say = accountWords(view.language)
  return (
    <Form to={`/account/tokens/${token.id}/revocation`} shell={view.shell}>
      <p>
        <b>{token.label}</b> {say('token_ends')}{' '}
        <Moment at={token.expiresAt} view={view} timeZone={timeZone} />{' '}
        <Button kind="danger">{say('token_revoke')}</Button>
      </p>
    </Form>
  )
}

type OwnTokensProps = { view: View; tokens: readonly ListedToken[]; timeZone: string }

/** The tokens that act in this assignment, and a form for one more. */
export function OwnTokens({ view, tokens, timeZone }: OwnTokensProps) {
  const say = accountWords(view.language)
  const field = kept(view)
  return (
    <section class="flow" aria-labelledby="tokens">
      <h2 id="tokens">{say('tokens')}</h2>
      <p>{say('tokens_note')}</p>
      {tokens.length === 0 && <p class="quiet">{say('token_none')}</p>}
      {tokens.map((token) => (
        <TokenLine view={view} token={token} timeZone={timeZone} />
      ))}
      <Form to="/account/tokens" shell={view.shell} layout="flow">
        <Field {...field('label')} label={say('token_label')} maxlength={80} />
        <Field
          {...field('days')}
          label={say('token_days')}
          hint={say('token_days_hint')}
          width="short"
          inputmode="numeric"
        />
        <p>
          <Button>{say('token_make')}</Button>
        </p>
      </Form>
    </section>
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
