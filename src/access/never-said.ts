import type { Typed } from '#platform/http/screen.ts'
import type { Reason } from '#platform/problem.ts'
import { familyCatalog, type Language } from '#platform/words.ts'
import { isHelp } from './help.ts'

/** What nobody is asked, and what typed of its own accord could be used against a family: whole words. */
const said = [
  /\b(?:immigrants?|immigrat(?:ed|ion)|undocumented|asylum|refugees?)\b/i,
  /\bdeport(?:ed|ing|ation|ations)?\b/i,
  /\b(?:green ?cards?|visa status|citizenship (?:status|papers))\b/i,
  /\b(?:not|non)[- ](?:an? )?(?:\w+ )?citizens?\b/i,
  /\bplace of birth\b|\bcountry of (?:birth|origin)\b/i,
  /\bborn in (?!(?:Jan|Feb|Mar|Apr|May|June?\b|July?\b|Aug|Sep|Oct|Nov|Dec))\p{Lu}/u,
  /\bssn\b|\bsocial security\b|\b\d{3}-\d{2}-\d{4}\b/i,
  /\b(?:inmigra(?:nte|ntes|d[oa]s?|ron)|inmigraci[oó]n|indocumentad[oa]s?)(?!\p{L})/iu,
  /\b(?:asilo(?! de)|seguro social)(?!\p{L})/iu,
  /\bdeporta(?:r|n|ron|d[oa]s?|ci[oó]n|ciones)(?!\p{L})|\bpa[ií]s de (?:nacimiento|origen)(?!\p{L})/iu,
  /\bno (?:es|son) ciudadan[oa]s?(?!\p{L})|ciudadan[ií]a (?:estadounidense|americana)/iu,
  /\b[Nn]aci[oó] en (?=\p{Lu})/u,
  /الجنسية|الهجرة|مكان الميلاد|لاجئ/,
]

/** The field by which a form that came back says that its words were meant. */
export const heardField = '_heard'

export const neverSaidWords = familyCatalog({
  en: {
    what: 'This says something of immigration, citizenship, a birthplace or a social security number.',
    why: 'Nothing here needs it, and it could be used against a family.',
    then: 'Take it out, or send it again if it has to stay.',
  },
  es: {
    what: 'Aquí se dice algo de inmigración, ciudadanía, lugar de nacimiento o número de seguro social.',
    why: 'No hace falta y podría usarse contra una familia.',
    then: 'Quítelo, o envíelo otra vez si tiene que quedar.',
  },
  ar: {
    what: 'يذكر هذا النص شيئًا عن الهجرة أو الجنسية أو مكان الميلاد أو رقم الضمان الاجتماعي.',
    why: 'لا حاجة إليه هنا، وقد يُستخدم ضد أسرة.',
    then: 'احذفوه، أو أرسلوه مرة أخرى إن كان لا بد من بقائه.',
  },
})

/** Whether a text says what is better not written down. */
export const isNeverSaid = (text: string): boolean => said.some((each) => each.test(text))

/**
 * The fields of a form in which something was typed that is better not kept. It is said once and stops
 * nobody: what is sent again is taken.
 */
export function neverSaidIn(typed: Typed, language: Language): Reason[] {
  if (typed[heardField] !== undefined) return []
  const say = neverSaidWords(language)
  const says = `${say('what')} ${say('why')} ${say('then')}`
  return Object.entries(typed).flatMap(([field, value]) =>
    !field.startsWith('_') && [value].flat().some(isNeverSaid) ? [{ code: 'never_said', says, field }] : [],
  )
}

/**
 * What somebody is asked to weigh before a form of a page is acted on. Nobody is on a page that is open to
 * everybody, nor in a crisis; and a machine that sends data has nobody beside it who could be asked.
 */
export const weighed = (
  { address, open }: { address: string; open: boolean },
  typed: Typed,
  language: Language,
): Reason[] => (open || isHelp(address) ? [] : neverSaidIn(typed, language))
