import type { ComponentChildren } from 'preact'
import { SignOut } from './account.tsx'
import { Brand } from './brand.tsx'
import { Button } from './button.tsx'
import { Form } from './form.tsx'
import { Frame, Main } from './frame.tsx'
import type { Shell } from './shell.ts'
import { sharedWords } from './words.ts'

/** The same page in another language, named in that language. */
export type OtherLanguage = { lang: string; name: string; href: string }

type FamilyPageProps = {
  shell: Shell
  /** Who speaks: the name of the district. */
  from: string
  languages: readonly OtherLanguage[]
  children: ComponentChildren
}

const Language = ({ lang, name, href, current }: OtherLanguage & { current: boolean }) => (
  <li>
    <a href={href} lang={lang} hreflang={lang} {...(current && { 'aria-current': 'true' as const })}>
      {name}
    </a>
  </li>
)

/** A page for a family: large, one thing at a time, and one sheet when printed. */
export function FamilyPage({ shell, from, languages, children }: FamilyPageProps) {
  return (
    <Frame shell={shell} kind="family">
      <header class="fam-top">
        <Brand>
          <bdi>{from}</bdi>
        </Brand>
        {languages.length > 1 && (
          <nav aria-label={sharedWords(shell.lang)('languages')}>
            <ul role="list" class="langs">
              {languages.map((language) => (
                <Language {...language} current={language.lang === shell.lang} />
              ))}
            </ul>
          </nav>
        )}
      </header>
      {shell.leave !== undefined && (
        <div class="fam-leave screen">
          <Form to={shell.leave} shell={shell}>
            <Button>{sharedWords(shell.lang)('leave')}</Button>
          </Form>
        </div>
      )}
      <Main>{children}</Main>
      {shell.actor && shell.leave === undefined && (
        <footer class="fam-end screen">
          {shell.assignments.length > 1 && (
            <p>
              <a href="/account">{sharedWords(shell.lang)('account')}</a>
            </p>
          )}
          <SignOut shell={shell} />
        </footer>
      )}
    </Frame>
  )
}
