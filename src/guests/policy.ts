import { careTeam } from '#access/roles.ts'

/** Who sees how the link of a referral stands: the care team of its school. */
export const linkReaders = careTeam
