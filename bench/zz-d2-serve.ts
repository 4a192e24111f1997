import { mkdtemp, writeFile } from 'node:fs/promises'
import { Db } from '#platform/database/database.ts'
import { rolePasswords } from '#platform/database/roles.ts'
import { buildAssets, loadAssets } from '#design/contract.ts'
import { standingClock } from '#platform/clock.ts'
import { house } from '#compose.ts'
import { createServer } from '#server.ts'
import { startTestServer, asAdmin, adminConfig, templateName } from '#tests/support/server.ts'
import { seedBase } from '#tests/riverside/base.ts'
import { seedCrisisContacts } from '#tests/riverside/crisis-contacts.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { riversideId } from '#tests/riverside/places.ts'

const { server, stop } = await startTestServer()
const end = async () => {
  await stop()
  process.exit(0)
}
process.on('SIGTERM', end)
process.on('SIGINT', end)
try {
  await asAdmin(server, 'postgres', (c) =>
    c.query(`create database look template ${templateName} strategy file_copy`),
  )
  const db = new Db({
    ...adminConfig(server, 'look'),
    user: 'throughline_app',
    password: rolePasswords(server.secret).app,
    max: 6,
  })
  await db.transaction({ districtId: riversideId, side: 'system' }, seedBase)
  await db
    .transaction({ districtId: riversideId, side: 'system' }, seedCrisisContacts)
    .catch((e) => console.error('contacts', e.message))
  const clock = standingClock('2026-10-13T20:30:00Z')
  const out = await mkdtemp('/tmp/d2/assets-')
  await buildAssets(out)
  const door = {
    whoIs: async (request: any) => {
      const as = /as=(\w+?)(\d)?(;|$)/.exec(request.headers.cookie ?? '')
      if (!as) return undefined
      const actor = actorOf(as[1] as never, Number(as[2] ?? 0))
      return { actor, acting: actor.role, assignments: [], byCookie: true, csrf: 'c', ownsForm: () => true }
    },
    plugin: async (app: any) => {
      app.post('/clock', { config: { who: ['anyone'], behind: 'x' } }, async (r: any) => {
        clock.set(r.body.at)
        return 'ok'
      })
    },
  }
  const app = await createServer({
    house,
    door: door as never,
    db,
    clock,
    assets: await loadAssets(out),
    demo: true,
    secure: false,
    log: (l) => console.error(l.route, l.error),
  })
  await app.listen({ port: 3921, host: '127.0.0.1' })
  console.error('ready')
} catch (e) {
  console.error(e)
  await stop()
  process.exit(1)
}
