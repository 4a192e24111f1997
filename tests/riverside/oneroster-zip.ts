import { constants, crc32, deflateRawSync } from 'node:zlib'

/**
 * One file of a zip. Everything after `bytes` exists so that a spec can write a zip that lies: a wrong
 * size or checksum, a lock, another method, or bytes that are packed already.
 */
export type ZipEntry = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly packed?: Uint8Array
  readonly size?: number
  readonly checksum?: number
  readonly flags?: number
  readonly method?: number
  /** Where the table of contents says the entry begins. */
  readonly offset?: number
}

const utf8Names = 0x0800
const deflated = 8
/** 1 January 2026, so that the same files always make the same zip. */
const dosDate = ((2026 - 1980) << 9) | (1 << 5) | 1

/** Packs entries into a zip. The same entries give the same bytes on every machine. */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Uint8Array[] = []
  const contents: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const packed = entry.packed ?? deflateRawSync(entry.bytes, { level: constants.Z_BEST_SPEED })
    const fields = entryFields(entry, name.length, packed.length)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name])
    contents.push(contentsRecord(fields, name, entry.offset ?? offset))
    parts.push(local, packed)
    offset += local.length + packed.length
  }
  const table = Buffer.concat(contents)
  return Buffer.concat([...parts, table, endRecord(entries.length, table.length, offset)])
}

/** The 26 bytes that the local header and the table of contents share. */
function entryFields(entry: ZipEntry, nameBytes: number, packedBytes: number): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(entry.flags ?? utf8Names, 2)
  fields.writeUInt16LE(entry.method ?? deflated, 4)
  fields.writeUInt16LE(dosDate, 8)
  fields.writeUInt32LE(entry.checksum ?? crc32(entry.bytes), 10)
  fields.writeUInt32LE(packedBytes, 14)
  fields.writeUInt32LE(entry.size ?? entry.bytes.length, 18)
  fields.writeUInt16LE(nameBytes, 22)
  return fields
}

function contentsRecord(fields: Buffer, name: Buffer, offset: number): Buffer {
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(offset, 10)
  return Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), fields, tail, name])
}

function endRecord(count: number, tableBytes: number, tableOffset: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(tableBytes, 12)
  end.writeUInt32LE(tableOffset, 16)
  return end
}
