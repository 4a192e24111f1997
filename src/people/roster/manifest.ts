import { shown } from './archive-names.ts'
import type { CsvRecord } from './csv.ts'
import type { Findings } from './findings.ts'
import { refused } from './refused.ts'
import { type FileMode, fileModes, type RosterVersion, standardFiles, versionsTaken } from './standard.ts'

export const manifestFile = 'manifest.csv'

/** What the sender says is in the archive. */
export type Manifest = {
  readonly version: RosterVersion
  /** Every file the standard names for this version, and whether it is sent, whole or as changes. */
  readonly modes: ReadonlyMap<string, FileMode>
  readonly systemName: string | undefined
  readonly systemCode: string | undefined
}

type Property = { readonly value: string; readonly line: number }

type Seen = {
  readonly properties: ReadonlyMap<string, Property>
  readonly present: ReadonlySet<string>
  readonly findings: Findings
}

/**
 * Reads the manifest's records and compares them with the files that came.
 *
 * @param records all records of manifest.csv, its header first
 * @param present plain names of the files in the archive
 * @throws RosterRefused when the manifest is not whole, or promises a file that did not come
 */
export function readManifest(
  records: readonly CsvRecord[],
  present: ReadonlySet<string>,
  findings: Findings,
): Manifest {
  const properties = readProperties(records)
  const version = readVersion(properties)
  const modes = new Map<string, FileMode>()
  for (const file of standardFiles[version]) modes.set(file, modeOf(file, { properties, present, findings }))
  reportStrangers(version, { properties, present, findings })

  const said = (property: string): string | undefined => properties.get(property)?.value || undefined
  return { version, modes, systemName: said('source.systemName'), systemCode: said('source.systemCode') }
}

function readProperties(records: readonly CsvRecord[]): Map<string, Property> {
  const [header, ...rows] = records
  if (header?.cells.length !== 2 || header.cells[0] !== 'propertyName' || header.cells[1] !== 'value') {
    throw refused('manifest_header')
  }
  const properties = new Map<string, Property>()
  for (const { cells, line } of rows) {
    const [property, value] = cells.map((cell) => cell.trim())
    if (cells.length !== 2 || property === undefined || value === undefined || property === '') {
      throw refused('manifest_row', { line })
    }
    if (properties.has(property))
      throw refused('manifest_duplicate', { property: property.slice(0, 100), line })
    properties.set(property, { value, line })
  }
  return properties
}

function readVersion(properties: ReadonlyMap<string, Property>): RosterVersion {
  const manifestVersion = needProperty(properties, 'manifest.version')
  if (manifestVersion.value !== '1.0') {
    throw refused('manifest_value', {
      property: 'manifest.version',
      line: manifestVersion.line,
      allowed: '1.0',
    })
  }
  const roster = needProperty(properties, 'oneroster.version')
  const version = versionsTaken.get(roster.value)
  if (version === undefined) {
    throw refused('manifest_value', {
      property: 'oneroster.version',
      line: roster.line,
      allowed: '1.1 or 1.2',
    })
  }
  return version
}

function needProperty(properties: ReadonlyMap<string, Property>, property: string): Property {
  const found = properties.get(property)
  if (found === undefined) throw refused('manifest_missing_property', { property })
  return found
}

/** A file that came must be spoken of: without its mode nobody knows whether what is left out has ended. */
function modeOf(file: string, { properties, present, findings }: Seen): FileMode {
  const property = `file.${file}`
  const name = `${file}.csv`
  const said = properties.get(property)
  if (said === undefined) {
    if (present.has(name)) throw refused('manifest_missing_property', { property })
    findings.notice({ file: manifestFile, code: 'property_missing', name: property })
    return 'absent'
  }
  const mode = fileModes.find((one) => one === said.value)
  if (mode === undefined)
    throw refused('manifest_value', { property, line: said.line, allowed: fileModes.join(', ') })
  if (mode !== 'absent' && !present.has(name)) throw refused('file_missing', { file: name })
  if (mode === 'absent' && present.has(name)) findings.notice({ file: name, code: 'absent_but_present' })
  return mode
}

const otherProperties = new Set([
  'manifest.version',
  'oneroster.version',
  'source.systemName',
  'source.systemCode',
])

function reportStrangers(version: RosterVersion, { properties, present, findings }: Seen): void {
  const files = standardFiles[version]
  const spokenOf = new Set(files.map((file) => `file.${file}`))
  for (const [property, { line }] of properties) {
    if (otherProperties.has(property) || spokenOf.has(property)) continue
    findings.notice({ file: manifestFile, code: 'unknown_property', line, name: property })
  }
  const known = new Set([manifestFile, ...files.map((file) => `${file}.csv`)])
  for (const file of present)
    if (!known.has(file)) findings.notice({ file: shown(file), code: 'unknown_file' })
}
