import type { z } from 'zod'
import type { DataClass } from '#database/classes.ts'
import type { Transaction } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import type { Unacknowledged } from './acknowledged.ts'
import { type Actor, type Opening, openingOf, withoutOpenings } from './actor.ts'
import { asWhoTheyAre, type Doer, inTransaction, isProven, withinTheHouse } from './doer.ts'
import { Knowing, mayLookAtAll, type Shows } from './knowing.ts'
import { cellsInForce } from './minimum-necessary-store.ts'
import type { Purpose } from './minimum-necessary.ts'
import { recordRefusal } from './refusal.ts'
import type { Role } from './roles.ts'
import { type Detail, type Subject, type Trace, type TraceKind, writeTraces } from './trail.ts'
import { mustBeReady } from './trained.ts'
import { reasonsOf } from './valid.ts'
import { knowsProtectedCare, mayBeWithheld, withhold } from './withhold.ts'

type Around = { actor: Actor; now: Date; name: string; knowing: Knowing; machine: boolean }

type Showing = {
  detail?: Detail
  kind?: TraceKind
  /** Of a list that leaves the house: each record in it, with its student. */
  each?: readonly (Subject & { studentId: string })[]
}

/** One trace for each record in a list that left the house. */
function listed(
  students: readonly string[],
  each: Showing['each'] = [],
  of: Omit<Trace, 'subject'>,
): Trace[] {
  const told = new Set(each.map(({ studentId }) => studentId))
  if (!students.every((id) => told.has(id)))
    throw new Error('This look let a list out and did not say which records are in it')
  return each.map((subject) => ({ ...of, subject, detail: { ...of.detail, listed: true } }))
}

/** One person looking at something. What was seen is written down before a byte leaves. */
export class Viewing {
  readonly tx: Transaction
  readonly actor: Actor
  readonly now: Date
  /** Whether a machine with a token looks, and nobody in person. */
  readonly machine: boolean
  readonly #name: string
  readonly #knowing: Knowing
  readonly traces: Trace[] = []
  /** The openings through which this was read. */
  readonly through: Opening[] = []
  #spoken = false
  #permitted = false

  constructor(tx: Transaction, { actor, now, name, knowing, machine }: Around) {
    this.tx = tx
    this.machine = machine
    this.actor = actor
    this.now = now
    this.#name = name
    this.#knowing = knowing
  }

  get districtId(): string {
    return this.actor.districtId
  }

  /** Asks the one permission question of the look. @throws Problem not_allowed */
  permit(allowed: boolean): void {
    if (!allowed) throw new Problem('not_allowed')
    this.#permitted = true
  }

  /**
   * Whether who looks may know a part of this class, by the matrix in force and for what this look is for.
   * A part they may not know is left out, of the page and of its JSON alike [R132].
   * @throws when the look did not declare that it shows the class
   */
  knows(dataClass: DataClass): boolean {
    return this.#knowing.asks(dataClass)
  }

  /** Whether both they and this role may know it: for paper that is made for somebody else. */
  knowsFor(role: Role, dataClass: DataClass): boolean {
    return this.#knowing.asks(dataClass) && this.#knowing.asksFor(role, dataClass)
  }

  /**
   * Says which student records were shown. A print or an export is told apart from a look on a screen, and
   * what is read because the student was opened says so. A list that leaves the house is told of each record
   * in it too: whoever asks about one of its students finds it there.
   * @throws when a list left the house and nobody said which records are in it
   */
  saw(subject: Subject, { detail, kind = 'read', each }: Showing = {}): void {
    const opening = openingOf(this.actor, subject.studentId)
    if (opening !== undefined) this.through.push(opening)
    const ground = opening && { ground: 'break_glass', opening: opening.id }
    this.traces.push({ kind, name: this.#name, subject, detail: ground ? { ...detail, ...ground } : detail })
    if (kind !== 'read' && subject.studentIds !== undefined)
      this.traces.push(...listed(subject.studentIds, each, { kind, name: this.#name, detail }))
    this.#spoken = true
  }

  /** What who looks does so for; undefined where no student is shown. */
  get purpose(): Purpose | undefined {
    return this.#knowing.purpose
  }

  /** Says that no student record was shown: settings, directories, one's own account. */
  sawNoStudent(): void {
    this.#spoken = true
  }

  settle(): void {
    if (!this.#permitted) throw new Error('This look never asked whether it was permitted')
    if (!this.#spoken) throw new Error('This look never said what it showed')
    this.#knowing.settle(this.traces.length > 0)
  }
}

export type LookDeclaration<S extends z.ZodType, Data> = {
  /** module/noun-phrase, for the trail and the list of addresses. */
  name: string
  by: readonly Role[]
  /** Those of them who may only where the district names them, as is asked inside: for the drawn matrix. */
  ifNamed?: readonly Role[]
  given: S
  unacknowledged?: Unacknowledged
  /** Of which classes what it shows is, and for what somebody looks; or that it shows no student. */
  shows: Shows
  /** Whether it is read to do something: what somebody opened by breaking the glass is not there then. */
  toAct?: true
  /**
   * Whether it stands between the walls of the house though one of a family looks: what is shown of their own
   * student is kept where they may not look. It finds everything by whom they act for, and by nothing else.
   */
  asHouse?: true
  /**
   * Whether who looks must have proven who they are just now, by what they ask for: then no machine ever sees
   * it.
   */
  provenLately?(given: z.output<S>): boolean
  see(view: Viewing, given: z.output<S>): Promise<Data>
}

export type Look<Data = unknown> = {
  readonly name: string
  readonly by: readonly Role[]
  readonly ifNamed: readonly Role[]
  readonly given: z.ZodType
  readonly unacknowledged: Unacknowledged | undefined
  readonly shows: Shows
  /** @throws Problem not_allowed, not_found, not_valid */
  see(doer: Doer, raw: unknown): Promise<Data>
}

/**
 * Declares a look: the sibling of an act for reading. One transaction: may I, what do I see, write it down.
 */
export function look<S extends z.ZodType, Data>(declaration: LookDeclaration<S, Data>): Look<Data> {
  const { name, by, ifNamed = [], given, shows, unacknowledged } = declaration

  const seeAs = async (doer: Doer, raw: unknown): Promise<Data> => {
    const actor = declaration.toAct ? withoutOpenings(doer.actor) : doer.actor
    const now = doer.clock.now()
    try {
      if (!by.includes(actor.role)) throw new Problem('not_allowed')
      mustBeReady(actor, declaration)
      const parsed = given.safeParse(raw)
      if (!parsed.success) throw new Problem('not_valid', reasonsOf(parsed.error))
      if (declaration.provenLately?.(parsed.data) && !isProven(doer)) throw new Problem('proof_needed')
      const within = declaration.asHouse ? withinTheHouse(doer) : doer
      return await inTransaction(within, async (tx) => {
        const mayWithhold = mayBeWithheld(actor.role)
        // The menu around a page asks as well, also where the page itself shows nobody.
        const asks = mayWithhold || shows !== 'no student' || doer.cells !== undefined
        const asked = asks ? await cellsInForce(tx, now) : {}
        if (mayWithhold && !knowsProtectedCare(asked, actor.role, shows)) withhold(tx, actor)
        const cells = shows === 'no student' ? {} : asked
        if (!mayLookAtAll(cells, actor.role, shows)) throw new Problem('not_allowed')
        doer.cells?.push(asked)
        const knowing = new Knowing(cells, actor.role, shows)
        const view = new Viewing(tx, { actor, now, name, knowing, machine: doer.machine === true })
        const data = await declaration.see(view, parsed.data)
        view.settle()
        if (view.traces.length > 0) writeTraces(tx, { actor, at: now }, view.traces)
        doer.readThrough?.push(...view.through)
        return data
      })
    } catch (error) {
      if (error instanceof Problem && error.code !== 'not_valid') {
        await recordRefusal(doer, { name, error, subject: undefined, values: raw })
      }
      throw error
    }
  }
  const see = (doer: Doer, raw: unknown) => asWhoTheyAre(doer, (who) => seeAs(who, raw))
  return { name, by, ifNamed, given, shows, unacknowledged, see }
}
