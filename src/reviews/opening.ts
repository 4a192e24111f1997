/** How many schools one review goes through at most: a meeting that is longer reviews nobody. */
export const mostSchools = 10
/** And how many referrals its list holds: the rest waits for a further review of the same week. */
export const mostLines = 300
