import { mostPixels, mostSide, Refused } from './refused.ts'

/** What a picture needs to be drawn: tables, one frame, scans. Everything else is left out. */
const tables = new Set([0xdb, 0xc4, 0xdd])
/** Baseline, extended and progressive. */
const frames = new Set([0xc0, 0xc1, 0xc2])
/** A progressive picture has about ten; many more only keep whoever opens it busy. */
const mostScans = 64

const start = Buffer.from([0xff, 0xd8])
const end = Buffer.from([0xff, 0xd9])
/** A head that says nothing but that this is a JPEG. */
const jfif = Buffer.from('ffe000104a46494600010100000100010000', 'hex')

export const isJpeg = (file: Buffer): boolean => file.subarray(0, 2).equals(start) && file[2] === 0xff

/** Where the picture data that begins here ends: at the next marker that is not part of it. */
function dataEnd(file: Buffer, from: number): number {
  for (let at = from; at + 1 < file.length; at++) {
    if (file[at] !== 0xff) continue
    const next = file[at + 1] as number
    const isData = next === 0 || (next >= 0xd0 && next <= 0xd7)
    if (!isData && next !== 0xff) return at
  }
  throw new Refused('broken')
}

function judgeFrame(segment: Buffer): void {
  if (segment.length < 13) throw new Refused('broken')
  const [depth, height, width, components] = [
    segment[4],
    segment.readUInt16BE(5),
    segment.readUInt16BE(7),
    segment[9] as number,
  ]
  if (depth !== 8 || ![1, 3, 4].includes(components)) throw new Refused('not_supported')
  if (segment.length !== 10 + 3 * components || width === 0 || height === 0) throw new Refused('broken')
  if (width > mostSide || height > mostSide || width * height > mostPixels)
    throw new Refused('too_many_pixels')
}

/** Whether a segment is Adobe's, which says how four colours are mixed. */
const isAdobe = (segment: Buffer) =>
  segment[1] === 0xee && segment.length === 16 && segment.toString('latin1', 4, 9) === 'Adobe'

type Read = { kept: Buffer[]; framed: boolean; scans: number }

/** Reads one segment and what belongs to it. @returns where the next one begins */
function readSegment(file: Buffer, at: number, read: Read): number {
  const marker = file[at + 1] as number
  if (at + 4 > file.length) throw new Refused('broken')
  const after = at + 2 + file.readUInt16BE(at + 2)
  if (after < at + 4 || after > file.length) throw new Refused('broken')
  const segment = file.subarray(at, after)
  if (frames.has(marker)) {
    if (read.framed) throw new Refused('broken')
    judgeFrame(segment)
    read.framed = true
  }
  if (marker === 0xda) {
    if (!read.framed) throw new Refused('broken')
    if (++read.scans > mostScans) throw new Refused('unpacks_to_too_much')
    const until = dataEnd(file, after)
    read.kept.push(file.subarray(at, until))
    return until
  }
  if (tables.has(marker) || frames.has(marker) || isAdobe(segment)) read.kept.push(segment)
  // Pictures of other kinds than these three are drawn by few, and read by nobody here.
  else if (marker >= 0xc0 && marker <= 0xcf) throw new Refused('not_supported')
  return after
}

/**
 * Writes a JPEG anew from the parts that are drawn. Where and with what it was taken, small copies inside,
 * comments and whatever stands behind its end are gone. @throws Refused
 */
export function rewriteJpeg(file: Buffer): Buffer {
  const read: Read = { kept: [start, jfif], framed: false, scans: 0 }
  for (let at = 2; ; ) {
    if (at + 2 > file.length || file[at] !== 0xff) throw new Refused('broken')
    const marker = file[at + 1] as number
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xd9) break
    if (marker < 0xc0) throw new Refused('broken')
    at = readSegment(file, at, read)
  }
  if (read.scans === 0) throw new Refused('broken')
  return Buffer.concat([...read.kept, end])
}
