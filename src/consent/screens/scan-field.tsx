import { Field, type kept } from '#design/contract.ts'
import { documentWords } from '../document-words.ts'

const say = documentWords()

/** The kinds of file a scan may be, as a browser offers them: a phone offers its camera. */
export const scanTypesAccepted = '.pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png'

type ScanFieldProps = {
  field: ReturnType<typeof kept>
  /** Whether the form came back: a browser keeps every word, and no file. */
  cameBack: boolean
}

/** The signed paper itself, in the form in which its answers are recorded. */
export function ScanField({ field, cameBack }: ScanFieldProps) {
  const { value: _, ...scans } = field('scans')
  return (
    <Field
      {...scans}
      type="file"
      multiple
      optional
      accept={scanTypesAccepted}
      label={say('scan')}
      hint={cameBack ? `${say('scan_again')} ${say('scan_hint')}` : say('scan_hint')}
    />
  )
}
