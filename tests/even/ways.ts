import { invitePerson } from '#access/sign-in/invite-person.ts'
import { hashOf, newToken } from '#access/sign-in/secrets.ts'
import { cast } from '../riverside/cast.ts'
import type { Doorstep } from '../support/doorstep.ts'
import type { Answer, Caller } from './caller.ts'

/** One way to ask the door about somebody whom it knows, or about nobody. */
export type Way = {
  says: string
  /** Done before each, beside the clock. */
  before(): Promise<void>
  ask(caller: Caller, known: boolean): Promise<Answer>
}

const known = cast.ruth.email
/** As long as hers, and nobody's. */
export const unknown = known.replace('ruth', 'ruhh')
const addressOf = (isKnown: boolean) => (isKnown ? known : unknown)

/** The one connection that sets the scene: what several lanes ask of it is done in turn. */
function inTurn(house: Doorstep) {
  let last: Promise<unknown> = Promise.resolve()
  return (text: string, values: unknown[] = []): Promise<unknown> => {
    last = last.then(() => house.admin.query(text, values))
    return last
  }
}
type Set = ReturnType<typeof inTurn>

/** An invitation whose link has ended and can be asked for anew, and one nobody was ever sent. */
async function invitations(house: Doorstep, set: Set) {
  await invitePerson.perform(house.being('ben'), { personId: cast.samuel.id })
  await house.sendInvitations()
  const [open, never] = [newToken(), newToken()]
  const end = `update auth.link set token_hash = $1, expires_at = $2 where person_id = $3 and used_at is null`
  const ended = new Date(house.clock.now().getTime() - 1000)
  return { open, never, end: () => set(end, [hashOf(open), ended, cast.samuel.id]) }
}

/** The ways in which the door is asked before anybody has signed in. */
export async function waysIn(house: Doorstep): Promise<Way[]> {
  await house.readied('ruth')
  const set = inTurn(house)
  const { open, never, end } = await invitations(house, set)
  // Tries are counted for everybody alike: here nobody is kept waiting by those before.
  const before = async () => void (await set('delete from auth.throttle'))
  return [
    {
      says: 'a sign-in with a wrong password',
      before,
      ask: (caller, isKnown) =>
        caller.post('/sign-in', { email: addressOf(isKnown), password: 'not the one 1' }),
    },
    {
      says: 'a link for a new password',
      before,
      ask: (caller, isKnown) => caller.post('/forgot-password', { email: addressOf(isKnown) }),
    },
    {
      says: 'a new link for an invitation',
      before: async () => {
        await before()
        await end()
      },
      ask: (caller, isKnown) => caller.post(`/invitation/${isKnown ? open : never}/renewal`, {}),
    },
  ]
}
