/** A defect that somebody could make: which words of which policy or function become which. */
export type Mutant = { says: string; of: { table: string } | { routine: string }; from: string; to: string }
