import { z } from 'zod'
import { mailAddress, choice, optionalText, text, ticked, whole, yesNo } from '#platform/given.ts'
import { isLanguageTag } from './languages.ts'
import { authorities, contactRules, relationships } from './student.ts'

/** A language, or plainly unknown. */
const language = z
  .string()
  .default('unknown')
  .refine((tag) => tag === 'unknown' || isLanguageTag(tag), 'Choose a language from the list, or Unknown')

const phone = z
  .string()
  .transform((typed) => typed.trim())
  .pipe(
    z
      .string()
      .regex(
        /^\+?[0-9][0-9 ().-]{5,24}( ?(x|ext\.?) ?\d{1,6})?$/i,
        'Give a phone number, for example 555-0142',
      ),
  )
  .optional()

const email = z
  .string()
  .transform((typed) => typed.trim())
  .pipe(mailAddress)
  .optional()

export const version = whole(1, 2_147_483_647)

/** What staff keep of a student beside the roster. Unknown is an answer: it is said, not guessed. */
export const studentDetails = {
  preferredName: optionalText(100),
  homeLanguage: language,
  disability: choice(['yes', 'no', 'unknown']).default('unknown'),
  neighborhood: optionalText(100),
  accommodation: optionalText(500),
}

/** How to reach a caregiver safely. */
export const caregiverDetails = {
  name: text(200, 'Give a name'),
  phone,
  email,
  language,
  interpreter: z.union([yesNo(), ticked]).default(false),
  contactRule: choice(contactRules).default('any'),
  contactHours: optionalText(100),
  relationship: choice(relationships),
  authority: choice(authorities).default('unknown'),
}
