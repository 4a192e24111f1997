import { choosingWords, type ObstacleToChoosing } from '#directory/contract.ts'
import { gateWords, type ObstacleAtTheGate } from '#partnership/contract.ts'

const choosing: ObstacleToChoosing[] = [
  'partnership_ended',
  'not_onboarded',
  'no_route',
  'route_not_connected',
  'paused',
  'full',
]
const atTheGate: ObstacleAtTheGate[] = [
  'no_agreement',
  'agreement_not_begun',
  'agreement_ended',
  'agreement_suspended',
  'questions_unanswered',
  'no_sign_off',
  'sign_off_not_begun',
  'sign_off_ended',
  'sign_off_withdrawn',
]
const said = <C extends string>(codes: readonly C[], say: (code: C) => string) =>
  Object.fromEntries(codes.map((code) => [code, say(code)])) as Record<C, string>

/** Why nothing can go to an agency, in the directory's and the gate's own words. */
export const agencyWords: Record<ObstacleToChoosing | ObstacleAtTheGate, string> = {
  ...said(choosing, (code) => choosingWords()(code)),
  ...said(atTheGate, (code) => gateWords()(code)),
}
