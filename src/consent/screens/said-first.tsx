import { askWords } from '../ask-words.ts'
import { screenWords } from '../screen-words.ts'
import { type Statement, wordingOf, wordingVersion } from '../wordings.ts'
import { statementWords } from '../statement-words.ts'

const say = screenWords()
const said: readonly Statement[] = wordingOf(wordingVersion)?.statements ?? []

type SaidFirstProps = {
  names: { partner: string; student: string }
  /** Whether the Spanish words stand open. */
  spanish?: boolean
}

const Sentences = ({ names, lang }: { names: SaidFirstProps['names']; lang: 'en' | 'es' }) => (
  <p class="say" lang={lang}>
    {askWords(lang)('any_answer')}{' '}
    {said.map((statement) => `${statementWords(lang)(`statement.${statement}`, names)} `)}
  </p>
)

/** What the law asks to be said before the questions, read aloud: kept with each answer as its version. */
export const SaidFirst = ({ names, spanish = false }: SaidFirstProps) => (
  <details class="more" open>
    <summary>{say('say_first')}</summary>
    <Sentences names={names} lang="en" />
    <details class="more" {...(spanish && { open: true })}>
      <summary>{say('in_spanish')}</summary>
      <Sentences names={names} lang="es" />
    </details>
  </details>
)
