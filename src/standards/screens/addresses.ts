import type { Resource, Screen } from '#access/screen.ts'
import { editedFormScreen, editedResource } from './edited-form.tsx'
import { minimumNecessaryFormScreen, minimumNecessaryResource } from './minimum-necessary-form.tsx'
import { proposalScreen, publicationResource, signatureResource } from './proposal.tsx'
import { signalsFormScreen, signalsResource } from './signals-form.tsx'
import { approvalResource, standardScreen } from './standard.tsx'
import { standardsScreen } from './standards.tsx'
import { triageStaffFormScreen, triageStaffResource } from './triage-staff-form.tsx'
import { tiersFormScreen, tiersResource } from './tiers-form.tsx'

export const screens: Screen[] = [
  standardsScreen,
  standardScreen,
  tiersFormScreen,
  signalsFormScreen,
  triageStaffFormScreen,
  minimumNecessaryFormScreen,
  editedFormScreen,
  proposalScreen,
]
export const resources: Resource[] = [
  tiersResource,
  signalsResource,
  triageStaffResource,
  minimumNecessaryResource,
  editedResource,
  approvalResource,
  signatureResource,
  publicationResource,
]
