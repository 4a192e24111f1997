import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyRequest } from 'fastify'
import { doorstep, type Doorstep } from '../support/doorstep.ts'
import { type Answer, Caller } from './caller.ts'
import { likelihoodOfOneSource, median } from './ranks.ts'
import { unknown, type Way, waysIn } from './ways.ts'

/** Medians further apart than this, in milliseconds, tell; so does a rank test that says so. */
const limits = { apart: 5, likely: 0.01 }

/** What one way said of somebody who is known and of nobody, and how long that took. */
export type Even = {
  way: string
  asks: number
  known: number
  unknown: number
  likely: number
  amiss: string[]
}

type Asking = { times: number; lanes: number }
type Side = { known: Answer[]; unknown: Answer[] }

async function askInTurn(caller: Caller, way: Way, { times, side }: { times: number; side: Side }) {
  for (let turn = 0; turn < times; turn += 1)
    for (const isKnown of turn % 2 === 0 ? [true, false] : [false, true]) {
      await way.before()
      const answer = await way.ask(caller, isKnown)
      side[isKnown ? 'known' : 'unknown'].push(answer)
      // What follows the answer, such as a letter, falls into nobody's time.
      await pause(15)
    }
}

const without = (body: string) => body.replaceAll(/ruth|ruhh/g, '').replaceAll(/\/invitation\/[\w-]{43}/g, '')

/** Answers of both sides, each kind once: they must be one and the same. */
const kindsOf = ({ known, unknown: nobody }: Side) => [
  ...new Set([...known, ...nobody].map(({ status, length, body }) => `${status} ${length} ${without(body)}`)),
]

function judged(way: string, side: Side): Even {
  const [one, other] = [side.known, side.unknown].map((of) => of.map(({ milliseconds }) => milliseconds))
  const [known, nobody] = [median(one ?? []), median(other ?? [])]
  const likely = likelihoodOfOneSource(one ?? [], other ?? [])
  const apart = Math.abs(known - nobody)
  const kinds = kindsOf(side)
  const amiss = [
    ...(kinds.length === 1
      ? []
      : [`status, length or words differ: ${kinds.map((kind) => kind.slice(0, 12)).join(', ')}`]),
    ...(apart <= limits.apart ? [] : [`medians are ${apart.toFixed(1)} ms apart`]),
    ...(likely > limits.likely ? [] : [`the rank test tells them apart: p = ${likely.toFixed(4)}`]),
  ]
  return { way, asks: side.known.length, known, unknown: nobody, likely, amiss }
}

/** Asks in a few lines at once, each in turn, so that what else the machine does falls on both sides. */
async function measure(address: URL, way: Way, { times, lanes }: Asking): Promise<Even> {
  const side: Side = { known: [], unknown: [] }
  const lane = async () => {
    const caller = new Caller(address)
    await caller.open('/sign-in')
    await askInTurn(caller, way, { times: Math.ceil(times / lanes), side }).finally(() => caller.close())
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return judged(way.says, side)
}

/** A door on this machine, over real sockets; `planted` stands in the way of every form. */
async function opened(planted?: (request: FastifyRequest) => Promise<string | undefined>) {
  const house: Doorstep = await doorstep()
  if (planted !== undefined)
    house.app.addHook('preHandler', async (request, reply) => {
      const early = await planted(request)
      return early === undefined ? undefined : reply.code(422).type('text/html').send(early)
    })
  const address = new URL(await house.app.listen({ port: 0, host: '127.0.0.1' }))
  return { house, address }
}

const emailIn = ({ body }: FastifyRequest) => (body as { email?: string } | null)?.email

/** Doors that tell: one that answers at once for nobody, and one that takes eight milliseconds more. */
const plants: Record<string, (request: FastifyRequest) => Promise<string | undefined>> = {
  'an answer that comes early for somebody nobody knows': async (request) =>
    emailIn(request) === unknown ? 'Wrong' : undefined,
  'eight milliseconds more for somebody who is known': async (request) => {
    const email = emailIn(request)
    if (email !== undefined && email !== unknown) await pause(8)
    return undefined
  },
}

/** Whether each planted door is told from one that is even. */
export async function plantsNoticed(asking: Asking): Promise<Record<string, boolean>> {
  const noticed: Record<string, boolean> = {}
  for (const [says, planted] of Object.entries(plants)) {
    const { house, address } = await opened(planted)
    const [signIn] = await waysIn(house)
    noticed[says] = (await measure(address, signIn as Way, asking)).amiss.length > 0
    await house.close()
  }
  return noticed
}

/**
 * Asks the door about somebody it knows and about nobody, in every way there is before signing in.
 * @param tries how often a way may be asked anew: a busy machine may spoil one comparison
 */
export async function verifyEven({ tries, ...asking }: Asking & { tries: number }): Promise<Even[]> {
  const { house, address } = await opened()
  const told: Even[] = []
  try {
    for (const way of await waysIn(house)) {
      let even = await measure(address, way, asking)
      for (let again = 1; even.amiss.length > 0 && again < tries; again += 1)
        even = await measure(address, way, asking)
      told.push(even)
    }
  } finally {
    await house.close()
  }
  return told
}
