import { newId } from '#platform/ids.ts'
import type { App } from '#platform/http/app.ts'
import { house } from '../../src/compose.ts'
import type { PageAddress } from './addresses.ts'
import type { Reply } from './crawl.ts'
import type { Asker } from './open-house.ts'
import { pastGuards } from './plant.ts'
import type { World } from './world.ts'

/** Whatever is asked for from here on is refused when it would be written down: nothing is ever changed. */
export const nothingChanges = ({ database: { admin } }: World): Promise<void> =>
  pastGuards(admin, async () => {
    await admin.query(`create function public.refused() returns trigger language plpgsql as
      $$ begin raise exception 'Nothing is changed here' using detail = new::text; end $$`)
    await admin.query(`create trigger refused before insert on audit_event for each row
      when (new.kind = 'change') execute function public.refused()`)
    await admin.query('alter table audit_event enable always trigger refused')
  })

/** Addresses of acts, filled like those of pages, and whom each opens to. */
export function formsTo(
  pages: readonly PageAddress[],
  each: number,
): { by: readonly string[]; urls: string[] }[] {
  return house.resources.map(({ address, act: { by } }) => {
    const names = [...address.matchAll(/:(\w+)/g)].map(([, name]) => name as string)
    const known = pages.find(
      (page) => names.length > 0 && names.every((name) => page.address.includes(`:${name}`)),
    )
    const { address: page, urls } = known ?? { address, urls: [address] }
    const parts = page.split('/')
    const filled = urls.slice(0, each).map((url) => {
      const ids = url.split('/')
      return address.replaceAll(/:\w+/g, (name) => ids[parts.indexOf(name)] ?? newId())
    })
    return { by, urls: filled }
  })
}

type Sending = { app: App; asker: Asker; urls: readonly string[]; onReply(reply: Reply): void }

/** Sends forms with nothing filled in: what comes back says what is wrong, or that it may not be. */
export async function sendForms({ app, asker, urls, onReply }: Sending): Promise<void> {
  const page = await app.inject({
    method: 'GET',
    url: '/account',
    headers: { ...asker.headers, accept: 'text/html' },
  })
  const csrf = /name="_csrf" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
  for (const url of urls) {
    const payload = new URLSearchParams({ _csrf: csrf, _key: newId() }).toString()
    const headers = {
      ...asker.headers,
      accept: 'text/html',
      origin: 'http://localhost',
      'content-type': 'application/x-www-form-urlencoded',
    }
    const reply = await app.inject({ method: 'POST', url, payload, headers })
    const head = JSON.stringify(reply.headers)
    onReply({ asker, url, accept: 'a form sent', status: reply.statusCode, head, body: reply.body })
  }
}
