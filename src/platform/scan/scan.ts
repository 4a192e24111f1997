import { isJpeg, rewriteJpeg } from './jpeg.ts'
import { isPdf, judgePdf } from './pdf.ts'
import { isPng, rewritePng } from './png.ts'
import { mostBytes, Refused } from './refused.ts'

export { mostBytes, Refused, type WhyRefused } from './refused.ts'

export const scanKinds = ['pdf', 'jpeg', 'png'] as const
export type ScanKind = (typeof scanKinds)[number]

/** What a browser is told a scan is. */
export const scanTypes: Readonly<Record<ScanKind, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
}

/** A file that was looked through and may be kept. Made here alone. */
export class Scan {
  readonly kind: ScanKind
  readonly bytes: Buffer

  constructor(kind: ScanKind, bytes: Buffer) {
    this.kind = kind
    this.bytes = bytes
  }
}

/**
 * Takes a scan by what it is, whatever its name says: pictures are written anew, documents looked through.
 * @throws Refused
 */
export async function takeScan(file: Buffer): Promise<Scan> {
  if (file.length > mostBytes) throw new Refused('too_large')
  if (isPng(file)) return new Scan('png', await rewritePng(file))
  if (isJpeg(file)) return new Scan('jpeg', rewriteJpeg(file))
  if (!isPdf(file)) throw new Refused('not_a_scan')
  await judgePdf(file)
  return new Scan('pdf', file)
}
