import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { Doer } from '#access/doer.ts'
import type { Shell } from '#design/contract.ts'
import type { Db } from '#platform/database/database.ts'
import { EventStream } from '#platform/http/event-stream.ts'
import { type House, paramsOf } from '#platform/http/house.ts'
import { Problem } from '#platform/problem.ts'
import { lookLive } from '../look-live.ts'
import { followersChannel } from '../tell-followers.ts'

/** How many streams there are at most: pages of one person, and of everybody in this process. */
export const mostStreams = { ofOne: 4, ofAll: 400 }
/** How often a line is tried, and how long a stream lasts before its browser is asked again who it is. */
export const lasting = { beat: 20_000, stream: 10 * 60_000 }

type Options = {
  visit: House<Doer, Shell>['visit']
  db: Db
  most?: typeof mostStreams
  lasting?: typeof lasting
}

/** Everybody who follows an incident now, counted by who they are. */
class Followers {
  readonly #open = new Map<EventStream, string>()
  readonly #most: typeof mostStreams

  constructor(most: typeof mostStreams) {
    this.#most = most
  }

  /** @throws Problem too_many */
  add(stream: EventStream, personId: string): void {
    const own = [...this.#open.values()].filter((each) => each === personId).length
    if (own >= this.#most.ofOne || this.#open.size >= this.#most.ofAll) throw new Problem('too_many')
    this.#open.set(stream, personId)
    stream.once('close', () => this.#open.delete(stream))
  }

  end(): void {
    for (const stream of this.#open.keys()) stream.end()
  }
}

/**
 * Passes on that something changed, once whoever listens was asked anew whether they may still know it. While
 * that is asked, what comes is said with the next event. Whoever may not hears nothing more.
 */
function passOn(stream: EventStream, mayHear: () => Promise<boolean>): () => void {
  let asks = false
  let missed = false
  const ask = async () => {
    asks = true
    do {
      missed = false
      if (await mayHear().catch(() => false)) stream.changed()
      else stream.end()
    } while (missed && !stream.destroyed)
    asks = false
  }
  return () => {
    missed = true
    if (!asks) void ask()
  }
}

/** Tries the line, and ends it when nobody takes anything, or when it has lasted long enough. */
function keepAlive(stream: EventStream, { beat, stream: longest }: typeof lasting): void {
  const beats = setInterval(() => {
    if (!stream.beat()) stream.destroy()
  }, beat).unref()
  const over = setTimeout(() => stream.end(), longest).unref()
  stream.once('close', () => {
    clearInterval(beats)
    clearTimeout(over)
  })
}

/**
 * The stream of an open incident: that somebody wrote something down, and nothing of what. The page is then
 * read again like any other, between the walls and with its trace. Who listens, and whether they still may,
 * is asked at the beginning and again at each event; in between nobody asks the database anything.
 */
export const liveEvents =
  ({ visit: visitOf, db, most = mostStreams, lasting: long = lasting }: Options): FastifyPluginAsync =>
  async (app) => {
    const followers = new Followers(most)
    app.addHook('preClose', async () => followers.end())
    const asked = async (request: FastifyRequest) => {
      const visit = await visitOf(request, undefined, { acting: false, unused: true })
      return lookLive.see(visit.doer, { ...(request.query as object), ...paramsOf(request) })
    }
    const config = { who: lookLive.by, behind: lookLive.name }
    app.get('/crisis/incidents/:incidentId/events', { config }, async (request, reply) => {
      const { personId } = await asked(request)
      if (!(request.headers.accept ?? '').includes('text/event-stream')) throw new Problem('wrong_kind')
      const stream = new EventStream()
      followers.add(stream, personId)
      const { incidentId = '' } = paramsOf(request)
      const tell = passOn(stream, async () => (await asked(request)) !== undefined)
      stream.once('close', db.heard(followersChannel).on(incidentId, tell))
      // Asked once it listens: what is committed from here on is heard, and what was before is seen.
      const { isOver, isNews } = await asked(request).catch((error: unknown) => {
        stream.destroy()
        throw error
      })
      keepAlive(stream, long)
      if (isNews) stream.changed()
      if (isOver) stream.end()
      return reply
        .headers({ 'x-accel-buffering': 'no' })
        .type('text/event-stream; charset=utf-8')
        .send(stream)
    })
  }
