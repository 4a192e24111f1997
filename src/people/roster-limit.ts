const mebi = 1_048_576

/**
 * The largest upload: many times the roster of a district of 400,000 students, and small enough to take in
 * minutes.
 */
export const rosterLimit = { megabytes: 200, bytes: 200 * mebi }
