import { clamdAt, type Scanner, scannerPlace } from '#platform/scan/scanner.ts'
import type { Settings } from '#platform/settings.ts'

/** What looks through files that people send, where the settings name one. @throws where it is not here */
export const scannerOf = ({ THROUGHLINE_SCANNER: setting }: Settings): Scanner | undefined =>
  setting === undefined ? undefined : clamdAt(scannerPlace(setting))
