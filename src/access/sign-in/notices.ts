import { newId } from '#platform/ids.ts'
import type { AuthPool } from './auth-pool.ts'
import { lasting } from './limits.ts'
import { type Notice, add, take, sent, release, forgetOld } from './notices-store.ts'

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
