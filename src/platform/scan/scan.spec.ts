import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { chunk, jpeg, packed, pdf, png, segment } from './files-for-specs.ts'
import { mostBytes, Refused, takeScan, type WhyRefused } from './scan.ts'

const text = (said: string) => Buffer.from(said, 'latin1')
const exif = segment(0xe1, text('Exif\0\0 GPS 37.77 N, Pixel 9 of Ada'))
const zeros = (bytes: number) => Buffer.alloc(bytes)
const objects = (said: string) => `5 0 obj <<${said}>> endobj`
const action = (said: string) => pdf({ catalog: `/OpenAction <<${said}>>` })

/** Files somebody might send in place of a scan, and why each is not taken. */
const hostile: readonly (readonly [name: string, file: Buffer, why: WhyRefused])[] = [
  ['nothing', zeros(0), 'not_a_scan'],
  ['a page', text('<!doctype html><script>x</script>'), 'not_a_scan'],
  [
    'a drawing that carries a program',
    text('<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>'),
    'not_a_scan',
  ],
  ['XML', text('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'), 'not_a_scan'],
  ['an archive', text('PK\x03\x04 word/vbaProject.bin'), 'not_a_scan'],
  ['an old office document', text('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'not_a_scan'],
  ['a program for Windows', text('MZ\x90\0 This program'), 'not_a_scan'],
  ['a program for Linux', text('\x7fELF\x02\x01\x01'), 'not_a_scan'],
  ['a script', text('#!/bin/sh\nrm -rf /'), 'not_a_scan'],
  ['a GIF', text('GIF89a'), 'not_a_scan'],
  ['a BMP', text('BM\0\0\0\0'), 'not_a_scan'],
  ['a TIFF', text('II*\0'), 'not_a_scan'],
  ['a WebP', text('RIFF\0\0\0\0WEBPVP8 '), 'not_a_scan'],
  ['PostScript', text('%!PS-Adobe-3.0\n(x) run'), 'not_a_scan'],
  ['a PDF behind a page', Buffer.concat([text('<script>x</script>\n'), pdf()]), 'not_a_scan'],
  ['a file of more than ten megabytes', zeros(mostBytes + 1), 'too_large'],

  ['a PDF that runs a program', action('/S /JavaScript /JS (app.alert(1))'), 'active'],
  ['the same, its name written in numbers', pdf({ objects: objects('/S /J#61v#61Script') }), 'active'],
  ['a PDF that starts something', action('/S /Launch /F (cmd.exe)'), 'active'],
  ['a PDF with a file in it', pdf({ catalog: '/Names <</EmbeddedFiles 6 0 R>>' }), 'active'],
  ['a PDF that names a file', pdf({ objects: objects('/Type /Filespec /F (x.exe)') }), 'active'],
  ['a PDF that acts when a page is shown', pdf({ objects: objects('/AA <</O 7 0 R>>') }), 'active'],
  ['a PDF with a form', pdf({ catalog: '/AcroForm <</Fields []>>' }), 'active'],
  ['a PDF with a form in XML', pdf({ catalog: '/XFA 8 0 R' }), 'active'],
  ['a PDF that sends a form', pdf({ objects: objects('/S /SubmitForm /F (http://x)') }), 'active'],
  ['a PDF with a link out', pdf({ objects: objects('/S /URI /URI (http://x)') }), 'active'],
  ['a PDF that opens another', pdf({ objects: objects('/S /GoToR /F (\\\\\\\\host\\\\share)') }), 'active'],
  ['a PDF with rich media', pdf({ objects: objects('/Subtype /RichMedia') }), 'active'],
  ['a PDF that reads data in', pdf({ objects: objects('/S /ImportData') }), 'active'],
  [
    'a program in a packed list of objects',
    pdf({ objects: packed('/Type /ObjStm', '<</S /JavaScript>>') }),
    'active',
  ],
  ['a program in a packed stream', pdf({ objects: packed('/Length 1', '<</S /JavaScript>>') }), 'active'],
  [
    'a list of objects packed twice',
    pdf({ objects: packed('/Type /ObjStm', 'x', '[/ASCIIHexDecode /FlateDecode]') }),
    'active',
  ],
  [
    'a list of objects packed unusually',
    pdf({ objects: packed('/Type /ObjStm', 'x', '/LZWDecode') }),
    'active',
  ],
  [
    'a program where a stream seems to be',
    pdf({ objects: '% stream\n5 0 obj <</S /JavaScript>> endobj\n% endstream' }),
    'active',
  ],
  [
    'objects where a stream seems to be',
    pdf({ objects: '% stream\n5 0 obj <</Type /ObjStm>>\n% endstream' }),
    'active',
  ],
  ['a PDF with a password', pdf({ objects: objects('/Encrypt 9 0 R') }), 'locked'],
  ['a PDF cut off', pdf().subarray(0, -10), 'broken'],
  ['a PDF with a page behind it', pdf({ tail: '<script>x</script>' }), 'broken'],
  ['a PDF with a stream that never ends', pdf({ objects: '5 0 obj <<>> stream\nabc' }), 'broken'],
  [
    'a PDF that unpacks to a hundred megabytes',
    pdf({ objects: packed('/Length 1', zeros(100 * 2 ** 20)) }),
    'unpacks_to_too_much',
  ],

  [
    'a PNG of more pixels than two pages',
    png({ width: 19_000, height: 19_000, pixels: zeros(10) }),
    'too_many_pixels',
  ],
  ['a PNG wider than any page', png({ width: 200_000, height: 1, pixels: zeros(10) }), 'too_many_pixels'],
  ['a PNG that unpacks to more than it says', png({ pixels: zeros(50 * 2 ** 20) }), 'broken'],
  ['a PNG that unpacks to less', png({ pixels: zeros(3) }), 'broken'],
  ['a PNG without a size', png({ width: 0 }), 'broken'],
  ['a PNG of an unknown kind', png({ rest: [8, 9, 0, 0, 0] }), 'broken'],
  ['a PNG drawn in rounds', png({ rest: [8, 0, 0, 0, 1] }), 'not_supported'],
  ['a PNG with a false sum', png({ more: [chunk('tEXt', text('x'), 7)] }), 'broken'],
  ['a PNG with a line of no known kind', png({ pixels: Buffer.alloc(15, 9) }), 'broken'],
  ['a PNG cut off', png().subarray(0, -14), 'broken'],
  ['a PNG with a palette of odd length', png({ more: [chunk('PLTE', zeros(4))] }), 'broken'],

  ['a JPEG of more pixels than two pages', jpeg({ width: 19_999, height: 19_999 }), 'too_many_pixels'],
  ['a JPEG without a size', jpeg({ height: 0 }), 'broken'],
  ['a JPEG of a rare kind', jpeg({ frame: 0xc3 }), 'not_supported'],
  ['a JPEG of a rare depth', jpeg({ depth: 12 }), 'not_supported'],
  ['a JPEG with a thousand scans', jpeg({ scans: 1000 }), 'unpacks_to_too_much'],
  ['a JPEG without a picture', jpeg({ scans: 0 }), 'broken'],
  ['a JPEG cut off', jpeg().subarray(0, 40), 'broken'],
  [
    'a JPEG with a part longer than itself',
    Buffer.concat([jpeg().subarray(0, 2), text('\xff\xe1\xff\xff')]),
    'broken',
  ],
]

const whyOf = (file: Buffer) =>
  takeScan(file).then(
    () => 'taken',
    (error: unknown) => (error instanceof Refused ? error.why : String(error)),
  )

describe('What somebody sends as a scan', () => {
  test.each(hostile)('is not taken when it is %s', async (_, file, why) => {
    expect(await whyOf(file)).toBe(why)
  })

  test('is taken when it is a PDF, a PNG or a JPEG: so the files above are refused for what is wrong with them', async () => {
    expect(hostile.length).toBeGreaterThan(40)
    const page = pdf({ objects: packed('/Length 9', 'BT (Hello) Tj ET') })
    expect(await takeScan(page)).toEqual({ kind: 'pdf', bytes: page })
    expect((await takeScan(png())).kind).toBe('png')
    expect((await takeScan(jpeg())).kind).toBe('jpeg')
    expect((await takeScan(jpeg({ frame: 0xc2, scans: 10 }))).kind).toBe('jpeg')
  })

  test('loses where and with what a picture was taken, comments, and all that stands behind its end', async () => {
    const comment = segment(0xfe, text('Ada was here'))
    const hidden = text('PK\x03\x04 hidden Ada')
    const photo = await takeScan(jpeg({ more: [exif, comment], tail: hidden }))
    const scan = await takeScan(
      png({ more: [chunk('tEXt', text('Author\0Ada')), chunk('eXIf', text('GPS Ada'))], tail: hidden }),
    )
    for (const { bytes } of [photo, scan]) expect(bytes.toString('latin1')).not.toMatch(/Ada|GPS|Exif|PK/)
    expect(photo.bytes).toEqual((await takeScan(jpeg())).bytes)
    expect(scan.bytes).toEqual((await takeScan(png())).bytes)
  })

  test('keeps every pixel of a PNG', async () => {
    const pixels = Buffer.from([0, 1, 2, 3, 4, 1, 5, 6, 7, 8, 2, 9, 10, 11, 12])
    const { bytes } = await takeScan(png({ pixels }))
    const at = bytes.indexOf('IDAT')
    expect(inflateSync(bytes.subarray(at + 4))).toEqual(pixels)
  })
})
