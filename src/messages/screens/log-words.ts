import { catalog } from '#platform/words.ts'
import type { Channel, TryOutcome } from '../message.ts'

export const logWords = catalog({
  en: {
    title: 'What went out and what did not',
    lead: 'No words and no address of any message are kept here. What is tried again by itself says when.',
    states: 'Where they stand',
    troubled: 'In trouble',
    waiting: 'Waiting',
    ended: 'Ended',
    none_troubled: 'No message is in trouble.',
    none_waiting: 'No message waits.',
    none_ended: 'No message has gone out yet.',
    made: 'Made',
    what: 'What',
    whom: 'To whom',
    stands: 'Where it stands',
    family: 'One of a family',
    next: 'Looked at again {at}',
    tries: '{count, plural, =0 {Not tried yet} one {Tried once} other {Tried # times}}',
    last: '{how}, {outcome}{code}, {at}',
    arrived: 'Arrived {at}',
    told: 'Somebody else was told {at}',
    again: 'Try again',
    again_of: '{what} of {at}',
  },
})

export const channelWords = catalog({
  en: { email: 'By email', text: 'By text' } satisfies Record<Channel, string>,
})
export const outcomeWords = catalog({
  en: {
    taken: 'taken',
    refused: 'turned away',
    away: 'nobody was there to take it',
    unknown: 'not known whether it was taken',
    delivered: 'arrived',
    failed: 'did not arrive',
  } satisfies Record<TryOutcome, string>,
})
