import { familyCatalog, type Language } from '../words.ts'
import { type Reason } from '../problem.ts'
import type { Typed } from './screen.ts'

/** What nobody is asked, and what typed of its own accord could be used against a family. */
const said = [
  /\b(?:immigra|undocumented|deport|asylum|refugee|citizenship|green ?card)/i,
  /\b(?:visa|immigration) status\b|\bborn in (?!\d)|\bplace of birth\b|\bcountry of (?:birth|origin)\b/i,
  /\bssn\b|\bsocial security\b|\b\d{3}-\d{2}-\d{4}\b/i,
  /\b(?:inmigra|indocumentad|deporta|ciudadan|asilo)|pa[ií]s de (?:nacimiento|origen)|seguro social/i,
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
