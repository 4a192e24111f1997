import type { ContactMode } from './contact-store.ts'
import { screenWords } from './screen-words.ts'

/** How a family was reached for, in words. */
export const contactModeWords = (mode: ContactMode): string => screenWords()(`mode.${mode}`)
