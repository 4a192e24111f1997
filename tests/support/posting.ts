import { systemActor } from '#access/actor.ts'
import type { Doer } from '#access/doer.ts'
import { jobs } from '#messages/jobs.ts'
import type { Message } from '#platform/mail.ts'
import type { Mail } from '#platform/mail.ts'
import type { Text, Texts } from '#platform/texts.ts'
import { textsFrom } from '#platform/texts.ts'
import { riversideId } from '../riverside/places.ts'
import type { World } from './riverside.ts'

/** Texts that are kept instead of being sent. */
export function keptTexts(): Texts & { kept: Text[] } {
  const kept: Text[] = []
  const { mark } = textsFrom({ gateway: undefined, folder: '/nowhere', secret: 'specs', country: '1' })
  return {
    kept,
    mark,
    isFromGateway: () => false,
    async send(text) {
      kept.push(text)
      return `SM${kept.length}`
    },
  }
}

/** Mail that is kept instead of being sent. */
export function keptMail(): Mail & { kept: Message[] } {
  const kept: Message[] = []
  return { kept, send: async (message) => void kept.push(message), close: () => undefined }
}

type Posted = Pick<World, 'admin' | 'clock'> & { as(actor: ReturnType<typeof systemActor>): Doer }

/** What messages do by themselves in a world, by its clock: a round, and then every message it asks for. */
export function postingOf(world: Posted, post: { mail?: Mail; texts?: Texts } = {}) {
  const mail = keptMail()
  const texts = keptTexts()
  const [makeRound, sendOne] = jobs({ mail, texts, ...post, url: 'https://riverside.example' })
  const doer = () => world.as(systemActor(riversideId))
  const rows = async <T>(text: string, values: unknown[] = []): Promise<T[]> =>
    (await world.admin.query(text, values)).rows as T[]
  const send = (messageId: string) => sendOne?.run(doer(), { district_id: riversideId, messageId })
  /** Asked for in the queue: taken out of it here, where no worker runs. */
  const asked = async () => {
    const taken = await rows<{ id: string }>(
      `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
       where t.id = j.task_id and t.identifier = 'messages/send' returning j.payload->>'messageId' as id`,
    )
    return taken.map(({ id }) => id)
  }
  return {
    mail: mail.kept,
    texts: texts.kept,
    rows,
    send,
    asked,
    async round() {
      await makeRound?.run(doer(), { district_id: riversideId })
      for (const id of await asked()) await send(id)
    },
    async pass(milliseconds: number) {
      world.clock.set(new Date(world.clock.now().getTime() + milliseconds))
    },
    messages: () => rows<Record<string, unknown>>('select * from message order by made_at, id'),
    tries: (id: string) =>
      rows<{ outcome: string; code: string | null }>(
        'select outcome, code from message_try where message_id = $1 order by at, id',
        [id],
      ),
  }
}
export type Posting = ReturnType<typeof postingOf>
