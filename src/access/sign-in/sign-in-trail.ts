import type { Db } from '#platform/database/database.ts'
import { type Actor, scopeOf, systemActor } from '../actor.ts'
import { actorOf, type Place } from '../assignments.ts'
import { type Detail, writeTraces } from '../trail.ts'
import type { AuthPool } from './auth-pool.ts'
import { people } from './sign-in-trail-store.ts'

/** What is written down about signing in, noun.past. */
export type SignInEvent =
  | 'session.opened'
  | 'session.ended'
  | 'sessions.ended'
  | 'session.proven'
  | 'sign_in.failed'
  | 'assignment.chosen'
  | 'second_step.set_up'
  | 'recovery_codes.renewed'
  | 'password.changed'
  | 'address.asked_for'
  | 'passkey.added'
  | 'passkey.removed'

type Line = { name: SignInEvent; at: Date; detail?: Detail }

/** Somebody nobody knows yet: a sign-in that failed was tried by anyone. */
const anyone = (districtId: string): Actor => ({ ...systemActor(districtId), role: 'public' })

/** Writes sign-ins down in the district of the person, before what they speak of takes effect. */
export class SignInTrail {
  readonly #db: Db
  readonly #auth: AuthPool

  constructor(db: Db, auth: AuthPool) {
    this.#db = db
    this.#auth = auth
  }

  /** What a person did who is signed in, in the assignment they use. */
  async byPerson(place: Place, { name, at, detail }: Line): Promise<void> {
    const actor = actorOf(place) ?? anyone(place.district_id)
    const subject = { type: 'person', id: place.person_id }
    await this.#db.transaction(scopeOf(actor), (tx) =>
      writeTraces(tx, { actor, at }, [{ kind: 'sign_in', name, subject, detail }]),
    )
  }

  /**
   * What happened to an account while nobody was signed in to it, in every district that knows the person.
   */
  async byAnyone(loginId: string, { name, at, detail }: Line): Promise<void> {
    for (const { district_id, person_id } of await this.#auth.all(people, { login: loginId })) {
      const actor = anyone(district_id)
      const subject = { type: 'person', id: person_id }
      await this.#db.transaction(scopeOf(actor), (tx) =>
        writeTraces(tx, { actor, at }, [{ kind: 'sign_in', name, subject, detail }]),
      )
    }
  }
}
