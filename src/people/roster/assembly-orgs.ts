import type { KnownRoster, SchoolRow } from './assembled.ts'
import type { ClassRow, OrgRow } from './oneroster.ts'
import type { FileMode } from './standard.ts'

/** Where an organization's sourcedId leads: to a school, to something above schools, or nowhere. */
export type Org = { readonly school: string | undefined }

/** Departments stand a level or two under their school; beyond this a chain of parents is a circle. */
const highestClimb = 8

/** Which organizations and classes there are. */
export class Orgs {
  readonly #orgs = new Map<string, OrgRow>()
  readonly #schoolOfClass = new Map<string, string>()
  readonly #known: KnownRoster
  readonly #allHere: boolean
  readonly #allClassesHere: boolean

  constructor(known: KnownRoster, modes: ReadonlyMap<string, FileMode>) {
    this.#known = known
    this.#allHere = modes.get('orgs') === 'bulk'
    this.#allClassesHere = modes.get('classes') === 'bulk'
  }

  add(row: OrgRow): void {
    this.#orgs.set(row.sourcedId, row)
  }

  addClass(row: ClassRow): void {
    this.#schoolOfClass.set(row.sourcedId, row.schoolSourcedId)
  }

  /**
   * The organization behind a reference, or undefined when there is none. A department leads to its
   * school.
   */
  find(sourcedId: string): Org | undefined {
    const row = this.#orgs.get(sourcedId)
    if (row === undefined) return this.#findKnown(sourcedId)
    if (row.type === 'school') return { school: sourcedId }
    return { school: row.type === 'department' ? this.#schoolAbove(row) : undefined }
  }

  #findKnown(sourcedId: string): Org | undefined {
    if (this.#allHere) return undefined
    if (this.#known.schools.has(sourcedId)) return { school: sourcedId }
    return this.#known.otherOrgs.has(sourcedId) ? { school: undefined } : undefined
  }

  #schoolAbove(row: OrgRow): string | undefined {
    let above: string | undefined = row.parentSourcedId
    for (let climbed = 0; above !== undefined && climbed < highestClimb; climbed += 1) {
      const parent = this.#orgs.get(above)
      if (parent === undefined) return this.#findKnown(above)?.school
      if (parent.type === 'school') return parent.sourcedId
      above = parent.parentSourcedId
    }
    return undefined
  }

  /** The school that a class is held at; undefined when no class has this sourcedId. */
  schoolOfClass(sourcedId: string): string | undefined {
    return this.#schoolOfClass.get(sourcedId)
  }

  /**
   * Whether a class that is not here does not exist. Without the whole list, an enrollment names its
   * own school.
   */
  get allClassesHere(): boolean {
    return this.#allClassesHere
  }

  schools(): SchoolRow[] {
    const schools = [...this.#orgs.values()].filter((row) => row.type === 'school')
    return schools.map(({ sourcedId, name, identifier, status }) => ({
      sourcedId,
      name,
      identifier,
      ended: status === 'tobedeleted',
    }))
  }
}
