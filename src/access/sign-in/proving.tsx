import type { Shell } from '#design/shell.ts'
import { type ProofAsked, proofField, type Proving } from '#platform/http/proof.ts'
import { ProofPage } from './pages/proof-page.tsx'
import { doorWords } from './words.ts'

/** The form's own fields, which the page that asks has anew. */
const own = new Set(['_csrf', '_key', proofField])

/** Every word of a form, as fields to be sent along: a field that was sent twice stands there twice. */
const wordsOf = ({ typed }: ProofAsked<Shell>) =>
  Object.entries(typed)
    .filter(([name]) => !own.has(name))
    .flatMap(([name, value]) => [value].flat().map((text) => ({ name, text })))

/** A fresh code before something grave: on a page of its own, from which one comes back to what one did. */
export const proving: Proving<Shell> = {
  address: (to) => `/sign-in/again?${new URLSearchParams({ to })}`,
  title: (language) => doorWords(language)('again'),
  page: (asked) => <ProofPage {...asked} words={wordsOf(asked)} field={proofField} />,
}
