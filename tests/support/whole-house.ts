import { tmpdir } from 'node:os'
import { newId } from '#platform/ids.ts'
import { house } from '../../src/compose.ts'
import { createServer, type ServerOptions } from '../../src/server.ts'
import { Browser } from './browser.ts'
import { type Doorstep, doorstep } from './doorstep.ts'
import type { World } from './riverside.ts'

type Choices = { secure?: boolean; told?: World } & Partial<Pick<ServerOptions, 'pace' | 'attempted'>>

/** The whole house behind its real front door: every address, cookies, and people who sign in. */
export async function wholeHouse({ secure = false, told, ...noting }: Choices = {}) {
  const front: Doorstep = await doorstep({ secure, told })
  const broken: string[] = []
  const app = await createServer({
    house,
    door: front.door,
    db: front.db,
    clock: front.clock,
    dataDir: tmpdir(),
    assets: { href: (name) => `/assets/${name}`, folder: '', files: new Set() },
    demo: false,
    secure,
    ...noting,
    log: ({ route, error }) => void broken.push(`${route}: ${error.message}`),
  })
  const close = async () => {
    await app.close()
    await front.close()
  }
  return { front, app, broken, browser: () => new Browser(app, { secure }), close }
}

/** An address with something in every place: a school that is there, and ids nobody has. */
export const filledIn = (address: string, id: () => string = newId) =>
  address.replace(':place', 'harlow-high').replaceAll(/:\w+/g, () => id())
