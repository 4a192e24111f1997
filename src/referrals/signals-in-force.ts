import type { Unit } from '#access/unit.ts'
import { modelInForce, signalsOf } from '#standards/contract.ts'

type Moment = Pick<Unit, 'tx' | 'now'>

/** What an agency may send now, in the district's words, and the version that says so [R084]. */
export async function signalsInForce({ tx, now }: Moment) {
  const { id, body } = (await modelInForce(tx, now)).signals
  return { listId: id, safety: signalsOf(body, 'safety'), participation: signalsOf(body, 'participation') }
}

/** Why a signal cannot be sent: the list in force does not have it. */
export const obstaclesToSignal = (
  listed: readonly { code: string }[],
  signal: string,
): 'signal_not_listed'[] => (listed.some(({ code }) => code === signal) ? [] : ['signal_not_listed'])
