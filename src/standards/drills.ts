import { z } from 'zod'
import { Code, findRepeated, words } from './wording.ts'

/** Something that happens in a drill, and what there is to talk about. Nobody real is in it. */
const Scenario = z.strictObject({ code: Code, title: words(80), says: words(400), asks: words(400) })

/** The library of scenarios a school goes through in a crisis drill [R113]. */
export const DrillLibrary = z
  .strictObject({ scenarios: z.array(Scenario).min(1, 'Keep one scenario at least').max(40) })
  .superRefine(({ scenarios }, context) => {
    if (findRepeated(scenarios.map(({ code }) => code)) !== undefined)
      context.addIssue({ code: 'custom', message: 'Each scenario has a code of its own' })
  })
export type DrillLibrary = z.infer<typeof DrillLibrary>

/** Wording of our own. */
export const sampleDrills: DrillLibrary = {
  scenarios: [
    {
      code: 'words_in_class',
      title: 'Words in a class',
      says: 'A student says something in class that alarms the teacher. Others heard it. Ten minutes of the lesson are left.',
      asks: 'Who stays with the student? Who takes the others? How does the lead hear of it, and what if the lead is away?',
    },
    {
      code: 'after_school',
      title: 'A message after school',
      says: 'A friend shows an adult a message that a student sent. School has ended, and nobody knows where the student is.',
      asks: 'Which number is called first? Who calls the caregiver, and what if nobody answers? What is written down, and by whom?',
    },
    {
      code: 'back_at_school',
      title: 'Back at school',
      says: 'A student comes back after a stay away from school for their safety. Nobody told the teachers, and it is the first lesson.',
      asks: 'Who should have known? What may a teacher be told? Who meets the family, and on which day?',
    },
  ],
}
