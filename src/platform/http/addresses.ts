import type { FastifyInstance } from 'fastify'

/** One address as it is listed for people: how, where, who may, and what stands behind it. */
export type Address = { method: string; address: string; who: readonly string[]; behind: string }

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Roles that may, or one of the words anyone, signed in, nobody signed in. */
    who?: readonly string[]
    /** The act, the look or the module behind the address. */
    behind?: string
  }
}

/**
 * Notes every route as it is added. @throws for a route that does not say who may use it and what is behind
 * it
 */
export function listAddresses(app: FastifyInstance): Address[] {
  const addresses: Address[] = []
  app.addHook('onRoute', (route) => {
    const methods = [route.method].flat().filter((method) => method !== 'HEAD' && method !== 'OPTIONS')
    for (const method of methods) {
      const { who, behind } = route.config ?? {}
      if (who === undefined || behind === undefined) {
        throw new Error(`${method} ${route.url} does not say who may use it and what is behind it`)
      }
      addresses.push({ method, address: route.url, who, behind })
    }
  })
  return addresses
}
