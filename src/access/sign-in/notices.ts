import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'
import { newId } from '#platform/ids.ts'
import type { AuthPool } from './auth-pool.ts'
import { lasting } from './limits.ts'

/** What somebody is told was changed about their sign-in. */
export type About =
  | 'password'
  | 'second_step'
  | 'recovery_codes'
  | 'address_asked'
  | 'address_left'
  | 'address_new'
  | 'passkey_added'
  | 'passkey_removed'
  | 'second_step_asked'
  | 'second_step_removed'

/** A letter that says so, and where it goes. */
export type Notice = { id: string; address: string; about: About; language: string }

const add = statement(
  ($: Notice & { now: Date }) => sql`
    insert into notice (id, address, about, language, created_at)
    values (${$.id}, ${$.address}, ${$.about}, ${$.language}, ${$.now})`,
)
const take = statement(
  ($: { now: Date; before: Date }) => sql<Notice>`
    update notice set taken_at = ${$.now}
    where id in (select id from notice where taken_at is null or taken_at < ${$.before} for update skip locked)
    returning id, address, about, language`,
)
const sent = statement(($: { id: string }) => sql`delete from notice where id = ${$.id}`)
const release = statement(($: { id: string }) => sql`update notice set taken_at = null where id = ${$.id}`)
const forgetOld = statement(($: { before: Date }) => sql`delete from notice where created_at < ${$.before}`)

/**
 * Letters that tell somebody of a change of their sign-in. Each stands in the database until the mail server
 * took it, so that a server that is down for an hour, or one that is restarted, keeps nobody in the dark.
 */
export class Notices {
  readonly #auth: AuthPool

  constructor(auth: AuthPool) {
    this.#auth = auth
  }

  async add(notice: Omit<Notice, 'id'>, now: Date): Promise<void> {
    await this.#auth.run(add, { ...notice, id: newId(now.getTime()), now })
  }

  /**
   * Sends what waits. One that nobody finished sending is sent again after a few minutes.
   * @throws AggregateError when some were not taken: they wait for the next time
   */
  async send(deliver: (notice: Notice) => Promise<void>, now: Date): Promise<void> {
    const before = new Date(now.getTime() - lasting.sending)
    const failed: unknown[] = []
    for (const notice of await this.#auth.all(take, { now, before })) {
      try {
        await deliver(notice)
        await this.#auth.run(sent, { id: notice.id })
      } catch (error) {
        failed.push(error)
        await this.#auth.run(release, { id: notice.id })
      }
    }
    if (failed.length > 0) throw new AggregateError(failed, 'Notices wait: mail was not taken')
  }

  async forgetBefore(before: Date): Promise<void> {
    await this.#auth.run(forgetOld, { before })
  }
}
