import { catalog } from '#platform/words.ts'

/** Why a scan is not added. */
export const documentRefusals = catalog({
  en: {
    not_paper: 'This consent was not given on paper.',
    too_many: 'A consent has at most five scans.',
  },
})

export const documentWords = catalog({
  en: {
    'scan': 'Scan of the signed paper',
    'scan_hint': 'PDF, JPEG or PNG, at most 10 MB. It stays here and is sent to nobody.',
    'scan_again': 'Choose the scan again: a browser keeps what you typed, but no file.',
    'most': 'Choose at most five scans.',
    'signed_by_link': 'Signed as {name}',
    'by_link': 'Answered on the page, with no signature',
    'kept_here': 'Scanned and kept with this consent',
    'add': 'Add the scan',
    'link': 'Scan {number} ({kind}, {size} KB)',
    'choose': 'Choose a file',
    'kind.pdf': 'PDF',
    'kind.jpeg': 'JPEG',
    'kind.png': 'PNG',
    'no.not_a_scan': 'This is not a PDF, JPEG or PNG. Scan the paper, or take a picture of it.',
    'no.too_large': 'This is larger than 10 MB. Scan it with less detail.',
    'no.broken': 'This file is damaged. Scan the paper again.',
    'no.not_supported': 'This kind of picture cannot be read here. Save it as a plain JPEG or PNG.',
    'no.too_many_pixels': 'This picture is too large. Scan it with less detail.',
    'no.active':
      'This PDF holds more than pages: programs, forms, links or files. Print it and scan the paper.',
    'no.locked': 'This PDF is locked with a password. Save it without one.',
    'no.unpacks_to_too_much': 'This file unpacks to far more than a scan holds. Scan the paper again.',
  },
})
