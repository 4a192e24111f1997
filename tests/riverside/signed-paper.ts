import { type Scan, takeScan } from '#platform/scan/scan.ts'

const lines = [
  'Riverside Unified School District',
  'Sample paper. Nobody signed this.',
  '',
  'I was told who receives what, and until when.',
  'My answers stand beside this paper in the record.',
  '',
  'Signed: ______________________',
]

const show = lines.map((line, at) => `${at === 0 ? '72 720 Td' : '0 -24 Td'} (${line}) Tj`).join('\n')
const drawn = `BT /F1 14 Tf\n${show}\nET`

/** A page of paper as a scanner would hand it over: a PDF whose cross references are in order. */
function pageOf(): Buffer {
  const objects = [
    '<</Type /Catalog /Pages 2 0 R>>',
    '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    '<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources <</Font <</F1 4 0 R>>>> /Contents 5 0 R>>',
    '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>',
    `<</Length ${drawn.length}>> stream\n${drawn}\nendstream`,
  ]
  let text = '%PDF-1.4\n'
  const starts = objects.map((object, at) => {
    const start = text.length
    text += `${at + 1} 0 obj ${object} endobj\n`
    return `${String(start).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${starts.join('')}`
  const trailer = `trailer <</Size ${objects.length + 1} /Root 1 0 R>>`
  return Buffer.from(`${text}${table}${trailer}\nstartxref\n${text.length}\n%%EOF\n`, 'latin1')
}

/** The scan of a paper consent in the demo district. */
export const signedPaper = (): Promise<Scan> => takeScan(pageOf())
