import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'

let house: FastifyInstance | undefined
let front: Promise<Server> | undefined

const open = () =>
  new Promise<Server>((resolve, reject) => {
    const server = createServer((request, reply) => {
      if (house === undefined) request.socket.destroy()
      else house.server.emit('request', request, reply)
    })
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: 0 }, () => resolve(server.unref()))
  })

/** Where every house answers, one after another: at the machine, and at its name. */
export async function frontDoor(): Promise<{ address: string; named: string }> {
  front ??= open()
  const { port } = (await front).address() as AddressInfo
  return { address: `http://127.0.0.1:${port}`, named: `http://localhost:${port}` }
}

/**
 * Lets one house after another answer at the same address, so that a browser need not fetch anew what never
 * changes. One answers at a time, or none.
 */
export function answerWith(app: FastifyInstance | undefined): void {
  house = app
}
