import type { RosterLimits } from './limits.ts'
import type { RosterVersion } from './standard.ts'
import type { RefusalReason } from './words.ts'

/** Why a cell cannot be taken. A class of its own, so that no value can be mistaken for one. */
export class Fault {
  readonly reason: RefusalReason
  constructor(reason: RefusalReason) {
    this.reason = reason
  }
}

/**
 * How one column is read.
 * `need` says what must be there: the column and a value in every row, the column alone, or nothing.
 * `only` names the version of the standard that has the column; in the other it is not looked for.
 */
export type Cell<T> = {
  readonly need: 'value' | 'column' | 'nothing'
  readonly only?: RosterVersion
  readonly blank: T
  /** Takes a trimmed, non-empty cell. */
  readonly read: (value: string, limits: RosterLimits) => T | Fault
}

type Optional<T> = Cell<T | undefined>
const cell = <T>(read: Cell<T>['read']): Optional<T> => ({ need: 'nothing', blank: undefined, read })

/** A value stands in every row, so the type loses its undefined. */
export const needed = <T>(optional: Cell<T>): Cell<Exclude<T, undefined>> =>
  ({ ...optional, need: 'value' }) as unknown as Cell<Exclude<T, undefined>>

/** The column must exist; its cells may be blank. */
export const column = <T>(optional: Cell<T>): Cell<T> => ({ ...optional, need: 'column' })

/** The column belongs to one version of the standard. Elsewhere its cells count as blank. */
export const onlyIn = <T>(only: RosterVersion, optional: Cell<T>): Cell<T> => ({ ...optional, only })

const tooLong = new Fault('too_long')
const controlCharacter = new Fault('control_character')
const unshowable = /\p{Cc}/u
const lineBreaks = /[\t\r\n]+/g

const plain = (value: string, chars: number): string | Fault => {
  if (value.length > chars) return tooLong
  return unshowable.test(value) ? controlCharacter : value
}

const oneLine = (most: 'textChars' | 'nameChars') =>
  cell<string>((value, limits) =>
    plain(unshowable.test(value) ? value.replace(lineBreaks, ' ') : value, limits[most]),
  )

/** Words on one line: a line break inside a quoted cell becomes a space. */
export const text = oneLine('textChars')

/** The same for what somebody or something is called, which is looked up and sorted by. */
export const name = oneLine('nameChars')

/** A sourcedId, or a reference to one. Compared as written; capitals count. */
export const id = cell<string>((value, limits) => plain(value, limits.idChars))

/** Several references in one cell, between commas. */
export const idList: Cell<readonly string[]> = {
  need: 'nothing',
  blank: [],
  read: (value, limits) => {
    const ids = value
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '')
    for (const one of ids) {
      const taken = plain(one, limits.idChars)
      if (taken instanceof Fault) return taken
    }
    return ids
  },
}

const notInList = new Fault('not_in_list')

/** One of the standard's tokens, spelled exactly as the standard spells it. */
export const oneOf = <const T extends string>(tokens: readonly T[]): Optional<T> => {
  const known = new Set<string>(tokens)
  return cell<T>((value) => (known.has(value) ? (value as T) : notInList))
}

export const trueOrFalse = cell<boolean>((value) =>
  value === 'true' ? true : value === 'false' ? false : notInList,
)

const badDate = new Fault('bad_date')
const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * A calendar day as YYYY-MM-DD that really exists. Years 1900 to 2199: anything else is a slip of the
 * keyboard.
 */
export const day = cell<string>((value) => {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return badDate
  const [year, month, date] = [Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8))]
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const last = month === 2 && !leap ? 28 : (daysIn[month - 1] ?? 0)
  return year < 1900 || year > 2199 || date < 1 || date > last ? badDate : value
})

const badYear = new Fault('bad_year')
export const year = cell<number>((value) => (/^\d{4}$/.test(value) ? Number(value) : badYear))

const badInstant = new Fault('bad_date_time')
const instantShape = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/

/** An instant as ISO 8601 with its zone. */
export const instant = cell<Date>((value) => {
  if (!instantShape.test(value)) return badInstant
  const at = new Date(value)
  return Number.isNaN(at.getTime()) ? badInstant : at
})
