import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Channel, Ending, Message } from './message.ts'

export const columns = sql`
  m.id, m.kind, m.cause, m.person_id as "personId", m.caregiver_id as "caregiverId", m.subject_type as "subjectType",
  m.subject_id as "subjectId", m.made_at as "madeAt", m.due_at as "dueAt", m.next_at as "nextAt", m.tries, m.refusals,
  m.trying_since as "tryingSince", m.channel, m.sent_at as "sentAt", m.delivered_at as "deliveredAt",
  m.undelivered_told_at as "undeliveredToldAt", m.ending`

type One = { district: string; id: string }
const held = statement(
  ($: One) => sql<Message>`
    select ${columns} from message m where m.district_id = ${$.district} and m.id = ${$.id} for no key update`,
)
/** Takes the row for the rest of the act. */
export const holdMessage = ({ tx, districtId }: Unit, id: string): Promise<Message | undefined> =>
  tx.maybe(held, { district: districtId, id })

export type NewMessage = Pick<
  Message,
  'kind' | 'cause' | 'personId' | 'caregiverId' | 'subjectType' | 'subjectId'
> & {
  /** One occasion is one message. */
  key: string
  /** The one way it goes by, where it goes beside another. */
  channel?: Channel
}
const insert = statement(
  (
    $: One &
      Omit<NewMessage, 'personId' | 'caregiverId' | 'channel'> & {
        person: string | null
        channel: Channel | null
        caregiver: string | null
        at: Date
      },
  ) => sql`
    insert into message (district_id, id, kind, cause, person_id, caregiver_id, subject_type, subject_id, dedupe_key, channel,
      made_at, due_at, next_at)
    values (${$.district}, ${$.id}, ${$.kind}, ${$.cause}, ${$.person}::uuid, ${$.caregiver}::uuid, ${$.subjectType},
      ${$.subjectId}, ${$.key}, ${$.channel}::text, ${$.at}, ${$.at}, ${$.at})
    on conflict (district_id, dedupe_key) do nothing`,
)

/** Adds a message, unless there is one for the same occasion. @returns its id when it is new */
export async function insertMessage(
  unit: Unit,
  { personId, caregiverId, channel, ...given }: NewMessage,
): Promise<string | undefined> {
  const id = unit.id()
  const row = {
    ...given,
    id,
    district: unit.districtId,
    person: personId,
    caregiver: caregiverId,
    channel: channel ?? null,
    at: unit.now,
  }
  return 1 === (await unit.tx.run(insert, row)) ? id : undefined
}

type Saved = One & {
  nextAt: Date | null
  tries: number
  refusals: number
  trying: Date | null
  channel: string | null
  sentAt: Date | null
  told: Date | null
  dueAt: Date
  endedAt: Date | null
  ending: string | null
}
const save = statement(
  ($: Saved) => sql`
    update message set due_at = ${$.dueAt}, next_at = ${$.nextAt}::timestamptz, tries = ${$.tries}, refusals = ${$.refusals},
      trying_since = ${$.trying}::timestamptz, channel = ${$.channel}::text, sent_at = ${$.sentAt}::timestamptz,
      undelivered_told_at = ${$.told}::timestamptz, ended_at = ${$.endedAt}::timestamptz, ending = ${$.ending}::text
    where district_id = ${$.district} and id = ${$.id}`,
)

/** Writes how a held message stands now. With an ending, nothing is done about it any more. */
export const saveMessage = (unit: Unit, message: Message): void =>
  unit.tx.write(save, {
    district: unit.districtId,
    id: message.id,
    nextAt: message.ending === null ? message.nextAt : null,
    tries: message.tries,
    refusals: message.refusals,
    trying: message.tryingSince,
    channel: message.channel,
    sentAt: message.sentAt,
    told: message.undeliveredToldAt,
    dueAt: message.dueAt,
    endedAt: message.ending === null ? null : unit.now,
    ending: message.ending,
  })

/** The same message, ended. */
export const ended = (message: Message, ending: Ending): Message => ({
  ...message,
  ending,
  tryingSince: null,
})

const arrived = statement(
  ($: One & { at: Date }) => sql`
    update message set delivered_at = coalesce(delivered_at, ${$.at}) where district_id = ${$.district} and id = ${$.id}`,
)
export const noteArrived = ({ tx, districtId, now }: Unit, id: string): void =>
  tx.write(arrived, { district: districtId, id, at: now })

const due = statement(
  ($: { district: string; now: Date; lent: Date }) => sql<{ id: string }>`
    select id from message where district_id = ${$.district} and ended_at is null and next_at <= ${$.now}
      and (trying_since is null or trying_since <= ${$.lent}) order by next_at, id limit 500`,
)
/** The messages that are to be looked at now, the one that waited longest first. */
export const dueMessages = async (
  tx: Transaction,
  { now, lent }: { now: Date; lent: Date },
): Promise<string[]> => (await tx.all(due, { district: tx.scope.districtId, now, lent })).map(({ id }) => id)

const otherwise = statement(
  ($: One & { cause: string; subject: string; person: string | null; madeAt: Date }) => sql<{ id: string }>`
    select o.id from message o where o.district_id = ${$.district} and o.id <> ${$.id} and o.subject_id = ${$.subject}
      and o.cause = ${$.cause} and o.person_id = ${$.person}::uuid
      and (o.sent_at >= ${$.madeAt}::timestamptz or o.undelivered_told_at >= ${$.madeAt}::timestamptz) limit 1`,
)
/** Whether the same news went to somebody another way, or its not arriving was passed on already. */
export const isToldOtherwise = async (
  { tx, districtId: district }: Unit,
  { id, cause, subjectId: subject, personId: person, madeAt }: Message,
): Promise<boolean> =>
  (await tx.maybe(otherwise, { district, id, cause, subject, person, madeAt })) !== undefined
