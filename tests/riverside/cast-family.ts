import { type Member, member } from './member.ts'

/** Members of families who sign in: what they see is about one student each. */
export const familyCast = {
  carmen: member('carmen.delgado', {
    name: 'Carmen Delgado',
    about: 'Sofia’s mother, reads Spanish',
    language: 'es',
    student: 'sofia',
    assignments: [{ role: 'caregiver' }],
  }),
  elena: member('elena.rivas', {
    name: 'Elena Rivas',
    about: 'Mateo’s mother, reads Spanish',
    language: 'es',
    student: 'mateo',
    assignments: [{ role: 'caregiver' }],
  }),
  claire: member('claire.moreau', {
    name: 'Claire Moreau',
    about: 'Felix’s mother, said yes',
    student: 'felix',
    assignments: [{ role: 'caregiver' }],
  }),
  andre: member('andre.moreau', {
    name: 'Andre Moreau',
    about: 'Felix’s father, said no',
    student: 'felix',
    assignments: [{ role: 'caregiver' }],
  }),
  samira: member('samira.rahimi', {
    name: 'Samira Rahimi',
    about: 'Amal’s mother',
    student: 'amal',
    assignments: [{ role: 'caregiver' }],
  }),
  amal: member('amal.rahimi', {
    name: 'Amal Rahimi',
    about: 'A student who decided alone',
    student: 'amal',
    assignments: [{ role: 'student' }],
  }),
} as const satisfies Record<string, Member>
