import { cast } from '../riverside/cast.ts'

const maya = { personId: cast.maya.id, backupId: cast.helen.id }

/** Whoever is away says so for themselves; an id of somebody of another school is nobody's. */
export const absenceScenes = [
  {
    act: 'district/set-absence',
    by: 'maya',
    given: { ...maya, fromOn: '2026-11-20', throughOn: '2026-11-21' },
  },
  { act: 'district/end-absence', by: 'maya', given: {} },
  { act: 'district/name-backup', by: 'maya', given: maya },
] as const
