import type { FastifyInstance } from 'fastify'
import { newId } from '#platform/ids.ts'
import { Problem } from '#platform/problem.ts'
import type { Actor } from '../../actor.ts'
import { actorOf } from '../../assignments.ts'
import { createToken } from '../../create-token.ts'
import type { Doer } from '../../doer.ts'
import { revokeToken } from '../../revoke-token.ts'
import { newToken } from '../../token.ts'
import { accountWords } from '../account-words.ts'
import type { Front } from '../front.ts'
import { isFresh } from '../in-session.ts'
import type { Page, Visit } from '../page.ts'
import { TokenMadePage } from '../pages/own-tokens.tsx'
import { open } from './second-step.tsx'

const who = ['signed in']

/** Whoever is signed in, in the assignment they use. @throws Problem sign_in_needed */
export function actorIn(visit: Visit): Actor {
  const actor = actorOf(open(visit).place)
  if (actor === undefined) throw new Problem('sign_in_needed')
  return actor
}

/**
 * Making and revoking tokens for machines, from the account page. No idempotency key goes with it: the answer
 * to a key is kept, and this one shows a secret.
 */
export function tokenRoutes(app: FastifyInstance, front: Front, accountPage: Page): void {
  const { db, clock } = front.desk
  const doerIn = (visit: Visit): Doer => ({ actor: actorIn(visit), db, clock, reactions: new Map() })

  app.post('/account/tokens', { config: { who, behind: createToken.name } }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    const { typed, given } = front.form(visit)
    if (!isFresh(open(visit), clock.now())) return front.go(visit, '/sign-in/again?to=/account')
    const { id, text, hash } = newToken(newId(clock.now().getTime()))
    const { label, days } = given
    try {
      await createToken.perform(doerIn(visit), { tokenId: id, secretHash: hash.toString('hex'), label, days })
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'not_valid') throw error
      return front.again(visit, accountPage, { because: [...error.because], typed })
    }
    const title = accountWords(visit.language)('token_made')
    return front.show(visit, () => <TokenMadePage view={front.view(visit, title)} token={text} />)
  })

  const revocation = '/account/tokens/:tokenId/revocation'
  app.post(revocation, { config: { who, behind: revokeToken.name } }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    front.form(visit)
    await revokeToken.perform(doerIn(visit), request.params)
    return front.go(visit, '/account')
  })
}
