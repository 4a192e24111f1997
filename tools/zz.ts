import { asAdmin, startTestServer, templateName } from '../tests/support/server.ts'
const { server, stop } = await startTestServer()
try { await asAdmin(server, templateName, async (c) => { for (const q of process.argv.slice(2)) console.log(JSON.stringify((await c.query(q)).rows, null, 1)) }) } finally { await stop() }
