import fastify from 'fastify'
import { serveAxe } from './axe.ts'

/** What a site answers at one address. A page when it does not say otherwise. */
export type Planted = { status?: number; type?: string; body: string }

/**
 * A site with nothing of the house in it, for whatever must be found where it is planted.
 * @param policy the content policy of every answer; none when left out
 */
export async function siteOf(planted: Readonly<Record<string, Planted>>, policy?: string) {
  const app = fastify()
  serveAxe(app)
  app.setNotFoundHandler((request, reply) => {
    const { status = 200, type = 'text/html', body } = planted[request.url] ?? { status: 404, body: '' }
    if (policy !== undefined) reply.header('content-security-policy', policy)
    return reply.code(status).type(type).send(body)
  })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  return { address, close: () => app.close() }
}
export type Site = Awaited<ReturnType<typeof siteOf>>
