import {
  type DataClass,
  type RecordLaw,
  recordLaws,
  type RecordOwner,
  recordOwners,
  recordTags,
} from '#database/classes.ts'
import { familyCatalog, type Language } from '#platform/words.ts'
import type { Shows } from './knowing.ts'
import { type Cells, mayKnow } from './minimum-necessary.ts'
import type { Role } from './roles.ts'

/** One owner whose record is shown, and the laws it stands under, the first for all of it. */
export type Whose = { readonly owner: RecordOwner; readonly laws: readonly RecordLaw[] }

/** Whose record the classes are, and under which laws, owner by owner. */
export const whoseAre = (classes: readonly DataClass[]): Whose[] =>
  recordOwners.flatMap((owner) => {
    const laws = new Set(
      classes.map((each) => recordTags[each]).flatMap((tag) => (tag.owner === owner ? tag.laws : [])),
    )
    return laws.size === 0 ? [] : [{ owner, laws: recordLaws.filter((law) => laws.has(law)) }]
  })

/** Whose record a look shows somebody: of its classes, those their role may know. */
export function whoseIsShown(shows: Shows, { cells, role }: { cells: Cells; role: Role }): Whose[] {
  if (shows === 'no student') return []
  const classes = [...(shows.whole ?? []), ...(shows.parts ?? [])]
  return whoseAre(classes.filter((dataClass) => mayKnow(cells, { role, purpose: shows.for, dataClass })))
}

export const lawWords = familyCatalog({
  en: {
    ferpa: 'FERPA',
    hipaa: 'HIPAA',
    idea: 'IDEA',
    section_504: 'Section 504',
    part_2: '42 CFR Part 2',
    'owner.district': 'Record of the school district, under {law}.',
    'owner.provider': 'Record of the agency, under {law}.',
    parts: 'Parts of it may also be under {laws}.',
  },
  es: {
    ferpa: 'FERPA',
    hipaa: 'HIPAA',
    idea: 'IDEA',
    section_504: 'Sección 504',
    part_2: '42 CFR Parte 2',
    'owner.district': 'Registro del distrito escolar, protegido por la ley {law}.',
    'owner.provider': 'Registro de la agencia, protegido por la ley {law}.',
    parts: 'Algunas partes también pueden estar protegidas por {laws}.',
  },
  ar: {
    ferpa: 'FERPA',
    hipaa: 'HIPAA',
    idea: 'IDEA',
    section_504: 'المادة 504',
    part_2: '42 CFR الجزء 2',
    'owner.district': 'سجل تابع للمنطقة التعليمية، يحميه قانون {law}.',
    'owner.provider': 'سجل تابع للوكالة، يحميه قانون {law}.',
    parts: 'قد تحمي أجزاء منه أيضًا {laws}.',
  },
})

/** The same in words, a line for each owner: under every page, on every paper and in every file. */
export function whoseInWords(whose: readonly Whose[], language: Language): string[] {
  const say = lawWords(language)
  return whose.map(({ owner, laws: [law, ...others] }) => {
    const first = say(`owner.${owner}`, { law: say(law as RecordLaw) })
    if (others.length === 0) return first
    const laws = new Intl.ListFormat(language).format(others.map((each) => say(each)))
    return `${first} ${say('parts', { laws })}`
  })
}
