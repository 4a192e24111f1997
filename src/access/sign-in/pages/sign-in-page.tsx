import { Button, Field, Form, kept, KeyList } from '#design/contract.ts'
import { type Language } from '#platform/words.ts'
import { roleWords } from '../../roles.ts'
import type { CastMember } from '../demo-cast-store.ts'
import type { View } from '../page.ts'
import { passkeyWords } from '../passkey-words.ts'
import { doorWords } from '../words.ts'
import { withTo } from './code-page.tsx'
import { SharedDevice } from './shared-device.tsx'
import { Sheet } from './sheet.tsx'

/** What stands above the form after something was done: where the person comes from. */
export type SignInNote = 'signed_out' | 'password_set' | 'address_set' | undefined

const roleIn = (role: string, language: Language) => {
  const say = roleWords(language)
  return say.has(role) ? say(role) : role
}

function lineOf({ place, held }: CastMember, language: Language): string {
  const say = doorWords(language)
  const schools = new Intl.ListFormat(language).format(place.school_names)
  const where = place.partner_name ?? (place.whole_district ? say('every_school') : schools)
  const role = roleIn(place.role, language)
  const first = where === '' ? role : say('at', { role, place: where })
  return held > 1 ? say('demo_more', { first, more: held - 1 }) : first
}

function Cast({ view, cast }: { view: View; cast: readonly CastMember[] }) {
  const { shell, language } = view
  const say = doorWords(language)
  const districts = [...new Set(cast.map(({ place }) => place.district_name))]
  return (
    <section class="flow" aria-labelledby="cast">
      <h1 id="cast">{say('demo')}</h1>
      <p>{say('demo_note')}</p>
      <Form to="/sign-in/demo" shell={shell} layout="flow" hidden={{ to: view.to }}>
        {districts.map((district) => (
          <>
            <h2>{say('demo_cast', { district })}</h2>
            <KeyList
              items={cast
                .filter(({ place }) => place.district_name === district)
                .map((member) => ({
                  key: (
                    <Button name="person" value={member.personId}>
                      <bdi>{member.name}</bdi>
                    </Button>
                  ),
                  value: lineOf(member, language),
                }))}
            />
          </>
        ))}
      </Form>
    </section>
  )
}

function PasswordForm({ view, withTitle }: { view: View; withTitle: boolean }) {
  const { shell, language } = view
  const say = doorWords(language)
  const field = kept(view)
  return (
    <Form to="/sign-in" shell={shell} layout="flow" hidden={{ to: view.to }}>
      {withTitle ? <h1>{say('sign_in')}</h1> : <h2>{say('demo_or')}</h2>}
      <Field {...field('email')} label={say('email')} type="email" autocomplete="username" lang={language} />
      <Field
        {...field('password')}
        label={say('password')}
        type="password"
        autocomplete="current-password"
        lang={language}
      />
      <SharedDevice view={view} />
      <p>
        <Button {...(withTitle && { kind: 'go' as const })}>{say('sign_in')}</Button>
      </p>
      <p>
        {say('forgot_question')} <a href="/forgot-password">{say('forgot')}</a>
      </p>
      <p>
        <a href={withTo('/sign-in/passkey', view.to)}>{passkeyWords(language)('sign_in')}</a>
      </p>
    </Form>
  )
}

/** The first step. In a demo district, the people one may be stand above it. */
export function SignInPage({
  view,
  note,
  cast,
}: {
  view: View
  note: SignInNote
  cast: readonly CastMember[]
}) {
  const say = doorWords(view.language)
  return (
    <Sheet view={view} danger>
      {note !== undefined && (
        <p class="lead" role="status">
          {say(note)}
        </p>
      )}
      {cast.length > 0 && <Cast view={view} cast={cast} />}
      <PasswordForm view={view} withTitle={cast.length === 0} />
    </Sheet>
  )
}
