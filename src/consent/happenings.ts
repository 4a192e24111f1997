import { happening } from '#access/happening.ts'
import type { Scope } from './consent.ts'

type About = { referralId: string; studentId: string; partnerId: string }

/** A family answered questions about one referral. `later` are questions it wants to think about. */
export const consentAnswered = happening<About & { yes: readonly Scope[]; no: readonly Scope[] }>('consent/answered')

/** A yes stopped holding because the family took it back, by ending it or by answering no. */
export const consentRevoked = happening<About & { scopes: readonly Scope[] }>('consent/revoked')
