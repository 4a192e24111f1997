import { catalog } from '#platform/words.ts'

/** What the trail says of signing in, invitations and tokens. @drawn */
export const traceWords = catalog({
  en: {
    'trail.restored': 'A copy was put in the place of the database',
    'access_token.created': 'Token for a machine made',
    'access_token.revoked': 'Token for a machine revoked',
    'person.added': 'Person added',
    'person.came_back': 'Person given access again',
    'person.invited': 'Person invited',
    'assignment.started': 'Assignment begun',
    'assignment.chosen': 'Assignment chosen',
    'invitation.renewed': 'Link of an invitation sent anew',
    'invitation.taken_up': 'Invitation taken up',
    'login.provided': 'Sign-in provided',
    'password.changed': 'Password changed',
    'address.asked_for': 'Link to a new address asked for',
    'address.changed': 'Address of the sign-in changed',
    'passkey.added': 'Passkey added',
    'passkey.removed': 'Passkey removed',
    'second_step.set_up': 'Authenticator app set up',
    'recovery_codes.renewed': 'Recovery codes renewed',
    'session.opened': 'Signed in',
    'session.proven': 'Proved who they are again',
    'pages.too_fast': 'Asked for pages faster than anybody reads',
    'session.ended': 'Signed out',
    'sessions.ended': 'Signed out everywhere',
    'sign_in.failed': 'Sign-in did not succeed',
  },
})
