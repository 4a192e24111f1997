import { happening } from '#access/happening.ts'
import type { Scope } from './consent.ts'

type About = { readonly referralId: string; readonly studentId: string; readonly partnerId: string }

/** A family answered questions about one referral. */
export type ConsentAnswered = About & { readonly yes: readonly Scope[]; readonly no: readonly Scope[] }
export const consentAnswered = happening<ConsentAnswered>('consent/answered')

/** A yes stopped holding because the family took it back, by ending it or by answering no. */
export type ConsentRevoked = About & { readonly scopes: readonly Scope[] }
export const consentRevoked = happening<ConsentRevoked>('consent/revoked')
