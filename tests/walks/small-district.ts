import { systemActor } from '#access/actor.ts'
import type { Doer } from '#access/doer.ts'
import type { Role } from '#access/roles.ts'
import { keepAllMissed, noticeAll, tellAll } from '#escalations/contract.ts'
import { Db } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { house, jobsOf } from '../../src/compose.ts'
import { cast, type CastKey } from '../riverside/cast.ts'
import { type PartnerKey, partners, riversideId, schools } from '../riverside/places.ts'
import { atTheDoor } from '../support/at-the-door.ts'
import { keysForSpecs } from '../support/keys.ts'
import { keptMail, keptTexts } from '../support/posting.ts'
import { riverside, type World } from '../support/riverside.ts'
import type { Chance } from './chance.ts'
import { workOff } from './queue.ts'

/** What a planted house hears nothing of. */
export type Deafness = 'stalls' | 'misses'
export type Outcome = { readonly done: boolean; readonly because?: readonly string[] } | undefined
type Row = Record<string, unknown>

/** Monday, September 14, 2026, 9:00 in Riverside. */
const beginning = '2026-09-14T16:00:00Z'
const members = (Object.keys(cast) as CastKey[]).flatMap((key) =>
  cast[key].assignments.map((assignment, position) => ({ ...assignment, key, position })),
)

const covers = (names: readonly string[] | 'all' | undefined, schoolId: string): boolean =>
  names === 'all' || (names ?? []).some((name) => schools[name as keyof typeof schools].id === schoolId)

/** Everybody of the cast in one of these roles who covers a school. */
export const staffOf = (roles: readonly Role[], schoolId: string) =>
  members.filter((each) => roles.includes(each.role) && covers(each.schools, schoolId))

/**
 * Riverside as a small district in which everything may happen: the whole house without its web pages, the
 * jobs it asked for, by a clock that stands until it is moved.
 */
export class SmallDistrict {
  readonly chance: Chance
  readonly #world: World
  readonly #jobs = new Map(
    jobsOf({ mail: keptMail(), texts: keptTexts(), url: '' }).map((job) => [job.name, job]),
  )
  #db: Db

  private constructor(chance: Chance, world: World) {
    this.chance = chance
    this.#world = world
    this.#db = world.db
  }
  static async begin(chance: Chance): Promise<SmallDistrict> {
    return new SmallDistrict(chance, await riverside({ wiring: house.reactions, at: beginning }))
  }

  get admin() {
    return this.#world.admin
  }
  now = (): Date => this.#world.clock.now()
  rows = async <T = Row>(text: string, values: unknown[] = []): Promise<T[]> =>
    (await this.admin.query(text, values)).rows as T[]
  #doer = (actor: Doer['actor']): Doer => ({ ...this.#world.as(actor), db: this.#db })
  system = (): Doer => this.#doer(systemActor(riversideId))

  /** Somebody acts as they are at this moment; nobody where their assignment is over. */
  being = async (key: CastKey, position = 0): Promise<Doer | undefined> =>
    atTheDoor({ admin: this.admin, clock: this.#world.clock }, key, position).then(
      this.#doer,
      () => undefined,
    )
  /** Somebody of these roles who covers a school, or nobody. */
  async somebody(roles: readonly Role[], schoolId: string): Promise<Doer | undefined> {
    const able = staffOf(roles, schoolId)
    if (able.length === 0) return undefined
    const { key, position } = this.chance.one(able)
    return this.being(key, position)
  }
  /** Somebody of an agency. */
  async agencyOf(partnerId: string): Promise<Doer | undefined> {
    const found = members.find(
      ({ key, role }) => role === 'partner_intake' && partners[partnerOf(key)].id === partnerId,
    )
    return found && this.being(found.key)
  }

  /** What the house asked of its queue and is due. */
  workOff = (): Promise<void> =>
    workOff(this.admin, this.now, async ({ name, payload }) => {
      await this.#jobs.get(name)?.run(this.system(), { ...payload, district_id: riversideId })
    })
  /** The house by itself: a round through what stalls, and what it asked of the queue. */
  async round(deafTo?: Deafness): Promise<void> {
    await this.workOff()
    if (deafTo !== 'stalls') {
      await noticeAll(this.system())
      await tellAll(this.system())
    }
    if (deafTo !== 'misses') await keepAllMissed(this.system(), 'round')
    await this.workOff()
  }
  pass = (minutes: number): void => this.#world.clock.set(new Date(this.now().getTime() + minutes * 60_000))
  /** Every process ends and another begins: nothing but the database is left. */
  restart = async (): Promise<void> => {
    if (this.#db !== this.#world.db) await this.#db.close()
    this.#db = new Db({ ...this.#world.login('app'), max: 4 }, keysForSpecs)
  }
  async close(): Promise<void> {
    if (this.#db !== this.#world.db) await this.#db.close()
    await this.#world.close()
  }
}

const partnerOf = (key: CastKey): PartnerKey => (cast[key] as { partner: PartnerKey }).partner

/** An act as somebody tries it: refused, turned away and found nowhere are answers like any other. */
export async function tried(work: Promise<Outcome>): Promise<Outcome> {
  return work.catch((error: unknown) => {
    if (error instanceof Problem) return { done: false, because: [error.code] }
    throw error
  })
}
