import type { ComponentChildren } from 'preact'
import type { Role } from '#access/roles.ts'
import type { View } from '#access/screen.ts'
import { FamilyPage, Phone } from '#design/contract.ts'
import type { Language } from '#platform/words.ts'
import type { askPage } from '../ask-page.ts'
import type { CrisisContact } from '../help-store.ts'
import { type AskReader, askWords } from './ask-words.ts'

export type Ask = Awaited<ReturnType<typeof askPage.see>>
export type Say = ReturnType<typeof askWords>
export type Asked = 'en' | 'es'

/** The public page is written in two languages; any other reads in English. */
export const askedIn = (language: Language): Asked => (language === 'es' ? 'es' : 'en')

/** Who at the school reads what is asked, as one list of their work. */
export const readersIn = (readers: readonly Role[], say: Say, lang: Asked) =>
  new Intl.ListFormat(lang).format(readers.map((role) => say(`reads_${role as AskReader}`)))

export const Tel = ({ number, say }: { number: string; say: Say }) => (
  <Phone number={number} label={say('call', { number })} />
)

/** The way back to the first page of the school. */
export const Back = ({ ask, say, lang }: { ask: Ask; say: Say; lang: Asked }) => (
  <p>
    <a href={`/ask/${ask.place}?lang=${lang}`}>{say('back', { school: ask.school.name })}</a>
  </p>
)

/** A school that is still being set up: the page says so, and asks for nothing. */
export const NotOpen = ({ ask, say }: { ask: Ask; say: Say }) => (
  <p class="lead">
    <b>{say('not_open', { school: ask.school.name })}</b> {say('not_open_now')}
  </p>
)

/** A number short enough to stand in the first column of the box. */
const isShort = ({ number }: CrisisContact) => number.length <= 3

/** Whom to call now: always first on the page [R004]. */
export const CallNow = ({ ask: { contacts }, lang, say }: { ask: Ask; lang: Asked; say: Say }) => (
  <section class="worry box" aria-labelledby="now">
    <h2 id="now">{say('danger')}</h2>
    <dl>
      {contacts.filter(isShort).map(({ number, note }) => (
        <div>
          <dt>
            <Tel number={number} say={say} />
          </dt>
          <dd>{note[lang]}</dd>
        </div>
      ))}
    </dl>
    {contacts
      .filter((contact) => !isShort(contact))
      .map(({ number, note }) => (
        <p>
          <Tel number={number} say={say} /> {note[lang]}
        </p>
      ))}
  </section>
)

/** Every public page: the languages, the calls, and then what it is about. */
export function AskFrame({
  ask,
  view,
  children,
}: {
  ask: Ask
  view: View
  children: (say: Say, lang: Asked) => ComponentChildren
}) {
  const lang = askedIn(view.language)
  const say = askWords(lang)
  const languages = [
    { lang: 'en', name: 'English', href: `${view.path}?lang=en` },
    { lang: 'es', name: 'Español', href: `${view.path}?lang=es` },
  ]
  return (
    <FamilyPage shell={{ ...view.shell, lang, dir: 'ltr' }} from={ask.school.name} languages={languages}>
      <CallNow ask={ask} lang={lang} say={say} />
      <div class="flow">{children(say, lang)}</div>
    </FamilyPage>
  )
}

/** What was wrong, in the language of the page: by field, because the page knows what each field asks. */
export function errorsIn(say: Say, view: View): { says: string; field?: string }[] {
  if (view.problem?.code === 'too_many') return [{ says: `${say('too_many')} ${say('too_many_next')}` }]
  return (view.problem?.because ?? []).map(({ field }) => {
    const key = `error_${field ?? ''}`
    const says = say.has(key) ? (say as (name: string) => string)(key) : say('error_other')
    return field === undefined ? { says } : { says, field }
  })
}
