import { protectionWords } from '../protection-words.ts'
import type { Caregiver } from '../student.ts'

const say = protectionWords()

/** That the contact is protected, and what becomes of what is typed. */
export const Guarded = ({ caregiver }: { caregiver: Caregiver | undefined }) =>
  caregiver === undefined || caregiver.protection === null ? null : (
    <p class="hint">{say('protected_typed', { day: caregiver.protection.until })}</p>
  )
