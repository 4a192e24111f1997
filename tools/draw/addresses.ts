import type { Address } from '#platform/http/addresses.ts'
import { type Drawing, page, table } from './drawing.ts'

/** Every address the house answers to. */
export function drawAddresses(addresses: readonly Address[]): Drawing {
  const chapters = [...Map.groupBy(addresses, ({ behind }) => behind.split('/')[0] as string)]
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([module, inside]) => {
      const rows = [...inside]
        .sort((a, b) => a.address.localeCompare(b.address, 'en') || a.method.localeCompare(b.method, 'en'))
        .map(({ method, address, who, behind }) => [
          method,
          `\`${address}\``,
          `\`${behind}\``,
          who.join(', '),
        ])
      return `## ${module}\n\n${table(['', 'address', 'behind it', 'who'], rows)}`
    })
  const intro = 'Each address that is read answers HTML to a browser and JSON to `Accept: application/json`.'
  const who =
    'Who may ask at all; which of them may only where the district names them stands in ' +
    '[who may do what](access-matrix.md).'
  return page('addresses', 'Addresses', [intro, who, `${addresses.length} addresses.`, ...chapters])
}
