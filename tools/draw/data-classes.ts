import { dataClassPurposes, dataClassWords } from '#access/data-class-words.ts'
import { type Role, roleWords, sideOf } from '#access/roles.ts'
import { shippedCells } from '#access/shipped-minimum-necessary.ts'
import { whoseInWords } from '#access/whose-record.ts'
import { classOfColumns } from '#database/class-of-columns.ts'
import { type DataClass, dataClasses, recordTags } from '#database/classes.ts'
import { sealedTables } from '#database/sealed.ts'
import { read } from '../source.ts'
import type { Deed } from './deeds.ts'
import { type Drawing, page, table } from './drawing.ts'
import type { Removable } from './removable.ts'

type Place = { table: string; column: string }

const isSealed = ({ table: of, column }: Place): boolean =>
  column in ((sealedTables as Record<string, { columns: object }>)[of]?.columns ?? {})

/** Columns by their tables, as one line. */
function listed(places: readonly Place[]): string {
  const tables = Map.groupBy(places, ({ table: of }) => of)
  const lines = [...tables].map(
    ([of, columns]) => `\`${of}\` (${columns.map(({ column }) => column).join(', ')})`,
  )
  return lines.join('; ') || 'nothing'
}

const showsClass = ({ shows }: Deed, dataClass: DataClass): boolean =>
  shows !== undefined &&
  shows !== 'no student' &&
  [...(shows.whole ?? []), ...(shows.parts ?? [])].includes(dataClass)

/** Whether a look hands out paper or a file: each time is written down as that, where the look stands. */
function handsOut({ file, name }: Deed): boolean {
  const [, after = ''] = file === undefined ? [] : read(file).split(`name: '${name}'`)
  const [own = ''] = after.split(/\n {2}name: '/)
  return /\bkind: '(?:print|export)'/.test(own)
}

const named = (deeds: readonly Deed[]): string =>
  [...new Set(deeds.map(({ name }) => `\`${name}\``))].toSorted().join(', ') || 'nowhere'

/** Where something of a class leaves the school: what agencies and families read, and what is taken along. */
function leaving(looks: readonly Deed[], dataClass: DataClass) {
  const showing = looks.filter((look) => showsClass(look, dataClass))
  const readBy = (side: string) =>
    showing.filter(({ by }) => by.some((role) => sideOf(role as Role) === side))
  return {
    agencies: named(readBy('partner')),
    families: named(readBy('family')),
    along: named(showing.filter(handsOut)),
  }
}

const words = { concern: 'the concern', brief_support: 'the support', referral: 'the referral' } as const
const recordWords: Readonly<Record<string, string>> = {
  ...words,
  crisis_incident: 'the crisis',
  student: 'the whole record of the student',
}

/** With the records of which class its tables are removed. */
function kept(tables: ReadonlySet<string>, removable: readonly Removable[]): string {
  const classes = [...new Set(removable.filter((one) => tables.has(one.table)).map((one) => one.recordClass))]
  const gone = classes.map((recordClass) => recordWords[recordClass] ?? recordClass)
  return gone.length === 0 ? 'no schedule removes it' : `until ${gone.join(', or ')} is removed`
}

type Known = { looks: readonly Deed[]; removable: readonly Removable[] }

function chapter(dataClass: DataClass, { looks, removable }: Known): string {
  const places = classOfColumns().filter((each) => each.dataClass === dataClass)
  const who = Object.entries(shippedCells).flatMap(([role, cells]) =>
    (cells?.[dataClass]?.for ?? []).length > 0 ? [roleWords()(role as Role)] : [],
  )
  const { agencies, families, along } = leaving(looks, dataClass)
  const rows = [
    ['why it is held', dataClassPurposes()(dataClass)],
    ['whose record, under which law', whoseInWords([recordTags[dataClass]], 'en').join(' ')],
    ['sealed', listed(places.filter(isSealed))],
    ['readable in the database', listed(places.filter((place) => !isSealed(place)))],
    ['who may know, as it ships', who.join(', ') || 'nobody'],
    ['kept', kept(new Set(places.map(({ table: of }) => of)), removable)],
    ['agencies may read it in', agencies],
    ['families may read it in', families],
    ['leaves as paper or a file from', along],
  ]
  return `## ${dataClassWords()(dataClass)}\n\n${table(['', ''], rows)}`
}

/**
 * Each class of data of students on one page: what it is, how it lies, who may know it, how long it is kept
 * and where it leaves (ASVS 14.1.2).
 */
export function drawDataClasses(deeds: readonly Deed[], removable: readonly Removable[]): Drawing {
  const looks = deeds.filter(({ kind }) => kind === 'look')
  return page('data-classes', 'What is held of students, class by class', [
    'Sealed is what is encrypted with a key of the student or the district: [how](encryption.md). What stays readable, and why, ' +
      'stands in `database/plain.ts`. Who may know ships [like this](minimum-necessary.md), for each purpose; a district may say ' +
      'less and never more. After how many years records are removed is a rule of the district; a hold keeps them, and two ' +
      'people remove them. A look named here shows a part only to whoever may know it, where the family agreed; a machine ' +
      'reads what the person behind it reads. No mail and no text holds anything of a class. Backups hold what the database ' +
      'holds, as it lies there.',
    ...dataClasses.map((dataClass) => chapter(dataClass, { looks, removable })),
  ])
}
