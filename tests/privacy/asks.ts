import type { App } from '#platform/http/app.ts'
import { wayTo } from '../support/asking.ts'
import type { Asker } from './open-house.ts'

const tokens = new WeakMap<Asker, Promise<string>>()

/** The token that forms of somebody's session carry; a machine has none. */
const tokenOf = async (app: App, { headers }: Asker): Promise<string> => {
  const page = await app.inject({
    method: 'GET',
    url: '/account',
    headers: { ...headers, accept: 'text/html' },
  })
  return /name="_csrf" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
}

/** Asks for a page as somebody comes to it: by its address, or with what is typed in the body. */
export async function asks(app: App, asker: Asker, { page, accept }: { page: string; accept: string }) {
  const { url, fields } = wayTo(page)
  const headers = { ...asker.headers, accept }
  if (fields === undefined) return app.inject({ method: 'GET', url, headers })
  const token = tokens.get(asker) ?? tokenOf(app, asker)
  tokens.set(asker, token)
  const payload = new URLSearchParams({ ...fields, _csrf: await token }).toString()
  const sent = { 'origin': 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' }
  return app.inject({ method: 'POST', url, headers: { ...headers, ...sent }, payload })
}
