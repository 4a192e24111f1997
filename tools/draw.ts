import { writeFile } from 'node:fs/promises'
import { asAdmin, startTestServer, templateName } from '../tests/support/server.ts'
import { drawSchema } from './draw/schema.ts'

const { server, stop } = await startTestServer()
try {
  const url = `postgresql://postgres:${encodeURIComponent(server.superuserPassword)}@/${templateName}?host=${encodeURIComponent(server.host)}&port=${server.port}`
  await asAdmin(server, templateName, async (client) => {
    await writeFile(new URL('../database/schema.ts', import.meta.url), await drawSchema(client, url))
  })
} finally {
  await stop()
}
