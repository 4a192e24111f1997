import { type Archive, openArchive } from './archive.ts'
import { shown } from './archive-names.ts'
import { type CsvRecord, csvRecords } from './csv.ts'
import { Findings } from './findings.ts'
import { readHeader } from './header.ts'
import { type RosterLimits, rosterLimits } from './limits.ts'
import { type Manifest, manifestFile, readManifest } from './manifest.ts'
import type { RosterRow, RowOf } from './oneroster.ts'
import { refused } from './refused.ts'
import { rowReader } from './rows.ts'
import { type FileMode, type RosterFile, rosterFiles, standardFiles } from './standard.ts'

/** A roster archive whose contents and manifest have been checked, ready to be read once. */
export type OpenRoster = {
  readonly manifest: Manifest
  /** Grows while rows are read. Complete when `batches()` has ended. */
  readonly findings: Findings
  /**
   * Every row of every file that was sent, a few hundred at a time, files in the order of `rosterFiles`,
   * so that whatever a row refers to comes before it. Rows with something wrong are left out and noted in
   * `findings`.
   *
   * Throws RosterRefused when a file as a whole cannot be trusted. Whatever was done with earlier rows
   * must then be undone: import inside one transaction, or read to the end first.
   */
  batches(): AsyncGenerator<readonly RosterRow[]>
  /** How much of the files has been read, from 0 to 1. */
  share(): number
  close(): void
}

/**
 * Opens a OneRoster CSV zip, version 1.1 or 1.2, full or delta [R368].
 *
 * @param source the path of the zip, or its bytes
 * @param limits only specs change these
 * @throws RosterRefused when the archive or its manifest cannot be trusted
 */
export async function openRoster(
  source: string | Buffer,
  limits: RosterLimits = rosterLimits,
): Promise<OpenRoster> {
  const archive = await openArchive(source, limits)
  try {
    const findings = new Findings(limits.findingsKept)
    const present = new Set(archive.names)
    if (!present.has(manifestFile)) throw refused('manifest_missing')
    const records: CsvRecord[] = []
    for await (const some of csvRecords(manifestFile, archive.read(manifestFile), limits))
      records.push(...some)
    const manifest = readManifest(records, present, findings)
    const sent = filesToRead(manifest)
    noteFilesNotRead(manifest, findings)
    const total = sent.reduce((sum, file) => sum + archive.bytesOf(`${file}.csv`), 0)
    let bytes = 0
    const onBytes = (some: number) => void (bytes += some)
    return {
      manifest,
      findings,
      batches: () => readFiles(sent, { archive, manifest, limits, findings, onBytes }),
      share: () => (total === 0 ? 0 : bytes / total),
      close: () => archive.close(),
    }
  } catch (error) {
    archive.close()
    throw error
  }
}

const isSent = (manifest: Manifest, file: string): boolean =>
  (manifest.modes.get(file) ?? 'absent') !== 'absent'

/** The files to read. A full list of people means nothing without the schools and, in 1.2, the roles. */
function filesToRead(manifest: Manifest): RosterFile[] {
  const sent = rosterFiles.filter((file) => isSent(manifest, file))
  if (sent.length === 0) throw refused('nothing_to_read')
  if (manifest.modes.get('users') === 'bulk') {
    const companions: RosterFile[] = manifest.version === '1.2' ? ['orgs', 'roles'] : ['orgs']
    const missing = companions.find((file) => !isSent(manifest, file))
    if (missing !== undefined)
      throw refused('companion_missing', { file: 'users.csv', other: `${missing}.csv` })
  }
  return sent
}

function noteFilesNotRead(manifest: Manifest, findings: Findings): void {
  const read = new Set<string>(rosterFiles)
  for (const file of standardFiles[manifest.version]) {
    if (!read.has(file) && isSent(manifest, file)) {
      findings.notice({ file: shown(`${file}.csv`), code: 'file_not_read' })
    }
  }
}

type Reading = {
  readonly archive: Archive
  readonly manifest: Manifest
  readonly limits: RosterLimits
  readonly findings: Findings
  onBytes(bytes: number): void
}

async function* counted(chunks: AsyncIterable<Buffer>, onBytes: (bytes: number) => void) {
  for await (const chunk of chunks) {
    onBytes(chunk.length)
    yield chunk
  }
}

async function* readFiles(
  files: readonly RosterFile[],
  reading: Reading,
): AsyncGenerator<readonly RosterRow[]> {
  for (const file of files) yield* readFile(file, reading) as AsyncGenerator<readonly RosterRow[]>
}

const emptyWouldEndEveryone: ReadonlySet<RosterFile> = new Set<RosterFile>(['orgs', 'users', 'roles'])

async function* readFile<F extends RosterFile>(
  file: F,
  reading: Reading,
): AsyncGenerator<readonly RowOf<F>[]> {
  const name = `${file}.csv`
  const mode = reading.manifest.modes.get(file) as FileMode
  let read: ((record: CsvRecord) => RowOf<F> | undefined) | undefined
  let records = 0
  const chunks = counted(reading.archive.read(name), reading.onBytes)
  for await (const some of csvRecords(name, chunks, reading.limits)) {
    const rows: RowOf<F>[] = []
    for (const record of some) {
      if (read === undefined) {
        const header = readHeader(file, record.cells, { ...reading, version: reading.manifest.version })
        read = rowReader(file, header, { ...reading, mode })
        continue
      }
      records += 1
      const row = read(record)
      if (row !== undefined) rows.push(row)
    }
    if (rows.length > 0) yield rows
  }
  if (read === undefined) throw refused('no_header', { file: name })
  if (records > 0) return
  if (mode === 'bulk' && emptyWouldEndEveryone.has(file)) throw refused('no_rows', { file: name })
  reading.findings.notice({ file: name, code: 'no_rows' })
}
