import { createHash } from 'node:crypto'
import type { Language } from '#platform/words.ts'
import { askWords } from './ask-words.ts'
import { type Scope, scopes } from './consent.ts'
import { statementWords } from './statement-words.ts'

/** Sentences the law asks for beside the questions. */
export const statements = ['revoke', 'refusal', 'passed_on'] as const
export type Statement = (typeof statements)[number]

/** The words of the questions, as they stood with each version. A sentence that changes is a new entry. */
const questionsOf = { 1: askWords } as const

type Wording = {
  readonly version: string
  readonly questions: keyof typeof questionsOf
  readonly statements: readonly Statement[]
  /** The languages families are asked in with it. */
  readonly languages: readonly Language[]
  /** Every question it has words for. */
  readonly scopes: readonly Scope[]
}

/** Of alerts between school and agency nobody was asked before version 4. */
const beforeAlerts = scopes.filter((scope) => scope !== 'school_alerts' && scope !== 'agency_alerts')

/**
 * Every version of the words a family was asked in, oldest first; none is ever taken off, because a consent
 * names the version it was asked in [R138]. They are samples: a district has them read by its legal team.
 */
export const wordings: readonly Wording[] = [
  { version: 'questions 1', questions: 1, statements: [], languages: ['en', 'es'], scopes: beforeAlerts },
  { version: 'questions 2', questions: 1, statements, languages: ['en', 'es'], scopes: beforeAlerts },
  { version: 'questions 3', questions: 1, statements, languages: ['en', 'es', 'ar'], scopes: beforeAlerts },
  { version: 'questions 4', questions: 1, statements, languages: ['en', 'es', 'ar'], scopes },
]

/** The words families are asked in now. */
export const wordingVersion = 'questions 4'

export const wordingOf = (version: string): Wording | undefined =>
  wordings.find((each) => each.version === version)

/** Whether a version says one of the sentences. A version nobody knows says nothing. */
export const statementsIn = (version: string, statement: Statement): boolean =>
  wordingOf(version)?.statements.includes(statement) ?? false

/** Whether the words of a version are there in a language. @param language a BCP 47 tag */
export const isWordedIn = (version: string, language: string): boolean =>
  (wordingOf(version)?.languages as readonly string[] | undefined)?.includes(language.split('-')[0] ?? '') ??
  false

/** The place of a version among all, from 1, for an address. */
export const numberOf = (version: string): number =>
  wordings.findIndex((each) => each.version === version) + 1

type Names = { partner: string; student: string; lead: string }

/** One question as it is read aloud. */
const askedIn = (
  wording: Wording,
  { scope, lang, names }: { scope: Scope; lang: Language; names: Names },
) => {
  const say = questionsOf[wording.questions](lang)
  const spoken = `${say(`say.${scope}`, names)} ${say(`only.${scope}`)}`
  return { scope, ask: say(`ask.${scope}`, names), spoken }
}

/** The whole text of a version in one language, with names put in [R138]. */
export function textOf(wording: Wording, lang: Language, names: Names) {
  const said = statementWords(lang)
  return {
    first: questionsOf[wording.questions](lang)('any_answer'),
    questions: wording.scopes.map((scope) => askedIn(wording, { scope, lang, names })),
    statements: wording.statements.map((statement) => said(`statement.${statement}`, names)),
  }
}

/** What tells one version's words from another's: SHA-256 of all its text, in hexadecimal. */
export const markOf = (wording: Wording): string => {
  const names = { partner: '{partner}', student: '{student}', lead: '{lead}' }
  const text = wording.languages.map((lang) => textOf(wording, lang, names))
  return createHash('sha256').update(JSON.stringify(text)).digest('hex')
}
