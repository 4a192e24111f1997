import { newId } from '#platform/ids.ts'
import type { AuthPool } from './auth-pool.ts'
import { lasting } from './limits.ts'
import { hashOf, isToken, newToken } from './secrets.ts'
import {
  type Invitation,
  type NewPasswordLink,
  type NewAddressLink,
  type SecondStepLink,
  type Link,
  type LinkKind,
  addInvitation,
  addForLogin,
  address,
  read,
  open,
  use,
  putBack,
  forgetOld,
} from './links-store.ts'

const openSince = (now: Date) => new Date(now.getTime() - lasting.invitation)

/**
 * One-use links, of which only a hash is kept. Each works for half an hour from when it was written. Opening
 * one changes nothing, so that a mail scanner cannot use it up; sending its form does. An invitation stays
 * open for a week: its link, once ended, lets nobody in, and brings a new one to the address on record.
 */
export class Links {
  readonly #auth: AuthPool

  constructor(auth: AuthPool) {
    this.#auth = auth
  }

  /** Asks for an invitation outside of an act: from the command line. @returns the id of the link */
  async addInvitation({ districtId, personId, now }: { districtId: string; personId: string; now: Date }) {
    const id = newId(now.getTime())
    const until = new Date(now.getTime() + lasting.link)
    await this.#auth.run(addInvitation, { id, district: districtId, person: personId, now, until })
    return id
  }

  /**
   * A link for whoever has an account: to a new password, to the new address it is mailed to, or to a second
   * step.
   * @returns the id of the link
   */
  async addFor(
    {
      loginId,
      newAddress = null,
      kind: asked,
    }: { loginId: string; newAddress?: string | null; kind?: LinkKind },
    now: Date,
  ): Promise<string> {
    const id = newId(now.getTime())
    const until = new Date(now.getTime() + lasting.link)
    const kind = asked ?? (newAddress === null ? 'new_password' : 'new_address')
    await this.#auth.run(addForLogin, { id, kind, login: loginId, newAddress, now, until })
    return id
  }

  /**
   * Makes the token of a link, for the mail that is about to be sent, and its half hour begins. Made again,
   * the one before stops working.
   * @returns undefined when the link was used or has ended, or the invitation is not open any more
   */
  async address(id: string, now: Date): Promise<{ token: string; link: Link } | undefined> {
    const token = newToken()
    const until = new Date(now.getTime() + lasting.link)
    const made = { id, hash: hashOf(token), until, openSince: openSince(now), now }
    const link = await this.#auth.maybe(address, made)
    return link && { token, link }
  }

  find(kind: 'invitation', token: string, now: Date): Promise<Invitation | undefined>
  find(kind: 'new_password', token: string, now: Date): Promise<NewPasswordLink | undefined>
  find(kind: 'new_address', token: string, now: Date): Promise<NewAddressLink | undefined>
  find(kind: 'second_step', token: string, now: Date): Promise<SecondStepLink | undefined>
  async find(kind: LinkKind, token: string, now: Date): Promise<Link | undefined> {
    return isToken(token) ? this.#auth.maybe(read, { kind, hash: hashOf(token), now }) : undefined
  }

  /** The invitation a link belongs to, though the link itself may have ended; undefined once taken up. */
  async findOpen(token: string, now: Date): Promise<Invitation | undefined> {
    return isToken(token)
      ? this.#auth.maybe(open, { hash: hashOf(token), openSince: openSince(now) })
      : undefined
  }

  /** Uses a link up. @returns false when another request was quicker */
  async use(id: string, now: Date): Promise<boolean> {
    return (await this.#auth.run(use, { id, now })) === 1
  }

  /** Makes a link usable again when what it was used for could not be done. */
  async putBack(id: string): Promise<void> {
    await this.#auth.run(putBack, { id })
  }

  async forgetBefore(before: Date): Promise<void> {
    await this.#auth.run(forgetOld, { before })
  }
}
