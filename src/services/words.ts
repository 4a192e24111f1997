import { catalog } from '#platform/words.ts'

/** What the trail can say of this module. @drawn */
export const traceWords = catalog({
  en: {
    'note.written': 'A clinician wrote a note for their own agency',
  },
})
