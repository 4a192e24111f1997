import { careTeam, type Role } from '#access/roles.ts'

/** Who takes files of the student system in. */
export const importers = ['roster_manager'] as const satisfies readonly Role[]
/** Who reads and enters what is kept of a student's days at school. */
export const dayReaders = careTeam
