import type { Actor } from './actor.ts'
import { isMark, mark } from './sign-in/secrets.ts'
import type { Present } from './visit.ts'

/**
 * Somebody who came in by a link, for a short while and without an account. Forms of the visit prove
 * themselves with a key made of what only this browser keeps.
 * @param given.token what the browser keeps
 * @param given.leave the address at which they leave at once
 */
export function presentByLink(
  actor: Actor,
  { token, leave, language }: { token: string; leave: string; language?: string },
): Present {
  const formKey = Buffer.from(token)
  return {
    actor,
    assignments: [],
    language,
    byCookie: true,
    leave,
    csrf: mark(formKey, 'form'),
    ownsForm: (csrf) => isMark(formKey, 'form', csrf),
    provenLately: false,
  }
}
