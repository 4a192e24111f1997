import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { astray, type Inventory, type Lockfile, lookedAt, overdue } from './components/inventory.ts'
import { read, root } from './source.ts'

/** `npm run components` says what is past its time; with --looked everything locked was looked at today. */
const { values } = parseArgs({
  options: { looked: { type: 'boolean', default: false }, on: { type: 'string' } },
})
const today = values.on ?? new Date().toISOString().slice(0, 10)
const lockfile = JSON.parse(read('package-lock.json')) as Lockfile
const kept = JSON.parse(read('docs/components.json')) as Inventory
const inventory = values.looked ? lookedAt(lockfile, kept, today) : kept
if (values.looked)
  writeFileSync(join(root, 'docs/components.json'), `${JSON.stringify(inventory, undefined, 2)}\n`)

const amiss = [...astray(lockfile, inventory), ...overdue(inventory, today)]
for (const line of amiss) console.log(line)
const { components, flaws } = inventory
console.log(`${components.length} components, ${flaws.length} known flaws, ${amiss.length} amiss on ${today}`)
process.exitCode = amiss.length === 0 ? 0 : 1
