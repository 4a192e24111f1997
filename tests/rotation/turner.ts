import pg from 'pg'
import { turnDistrictKeys, turnInstallationKey, turnTexts } from '#platform/vault/turn-keys.ts'

/** Turns every key once, as `throughline keys rotate --data` does, in a process that can be killed. */
const [config, path] = process.argv.slice(2) as [string, string]
const client = new pg.Client(JSON.parse(config) as pg.ClientConfig)
await client.connect()
await client.query(`select pg_advisory_lock(hashtext('throughline keys'))`)
console.log('turning')
await turnInstallationKey(client, path)
await turnDistrictKeys(client, path)
await turnTexts(client, path)
await client.end()
console.log('turned')
