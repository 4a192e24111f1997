import { constants, crc32, deflateRawSync } from 'node:zlib'
import type { ZipEntry } from './oneroster-zip.ts'

const mebi = 1024 * 1024

/**
 * An entry that unpacks to a beginning and then the same mebibyte again and again, and weighs a thousandth of
 * that. One mebibyte is packed once and its packed form repeated, so nothing large is ever made.
 */
export function repeated(
  name: string,
  given: { start: string; filler: string; mebibytes: number },
): ZipEntry {
  const start = Buffer.from(given.start)
  const block = Buffer.alloc(mebi, given.filler)
  const open = { finishFlush: constants.Z_FULL_FLUSH }
  const packedBlock = deflateRawSync(block, open)
  const packed = Buffer.concat([
    deflateRawSync(start, open),
    ...Array.from({ length: given.mebibytes }, () => packedBlock),
    deflateRawSync(Buffer.alloc(0)),
  ])
  let checksum = crc32(start)
  for (let index = 0; index < given.mebibytes; index += 1) checksum = crc32(block, checksum)
  return { name, bytes: start, packed, size: start.length + given.mebibytes * mebi, checksum }
}
