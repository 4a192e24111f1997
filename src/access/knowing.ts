import type { DataClass } from '#database/classes.ts'
import { type Cells, mayKnow, type Purpose, purposeOf } from './minimum-necessary.ts'
import type { Role } from './roles.ts'

/** What a look shows of students. */
export type Shows =
  | 'no student'
  | {
      /** What school staff look for. */
      for: Purpose
      /** Without each of these nothing is left to show: whoever may not know one is refused. */
      whole?: readonly DataClass[]
      /** Parts that are left out for whoever may not know their class. */
      parts?: readonly DataClass[]
    }

/** Whether somebody in a role may look at all: they may know everything the look would be nothing without. */
export const mayLookAtAll = (cells: Cells, role: Role, shows: Shows): boolean =>
  shows === 'no student' ||
  (shows.whole ?? []).every((dataClass) => mayKnow(cells, { role, purpose: shows.for, dataClass }))

/** What one look may show: it is asked for the classes it declares, and for no other. */
export class Knowing {
  readonly #cells: Cells
  readonly #role: Role
  readonly #shows: Shows

  constructor(cells: Cells, role: Role, shows: Shows) {
    this.#cells = cells
    this.#role = role
    this.#shows = shows
  }

  asks(dataClass: DataClass): boolean {
    return this.asksFor(this.#role, dataClass)
  }

  asksFor(role: Role, dataClass: DataClass): boolean {
    const shows = this.#shows
    if (shows === 'no student' || ![...(shows.whole ?? []), ...(shows.parts ?? [])].includes(dataClass))
      throw new Error(`This look does not say that it shows ${dataClass}`)
    return mayKnow(this.#cells, { role, purpose: shows.for, dataClass })
  }

  /** What who looks does so for; undefined where no student is shown. */
  get purpose(): Purpose | undefined {
    return this.#shows === 'no student' ? undefined : purposeOf(this.#role, this.#shows.for)
  }

  /** @param ofStudents whether the look said that it showed some */
  settle(ofStudents: boolean): void {
    if (this.#shows === 'no student' && ofStudents)
      throw new Error('This look says that it shows no student, and showed some')
  }
}
