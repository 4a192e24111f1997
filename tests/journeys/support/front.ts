import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'

let house: FastifyInstance | undefined
let front: Promise<Server> | undefined

const open = () =>
  new Promise<Server>((resolve, reject) => {
    const server = createServer((request, reply) => void house?.server.emit('request', request, reply))
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: 0 }, () => resolve(server.unref()))
  })

/**
 * Lets one house after another answer at the same address, so that a browser need not fetch anew what never
 * changes. One answers at a time.
 * @returns the address
 */
export async function answerWith(app: FastifyInstance): Promise<string> {
  house = app
  front ??= open()
  const { port } = (await front).address() as AddressInfo
  return `http://127.0.0.1:${port}`
}
