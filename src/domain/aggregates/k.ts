/** Fewer people than this are never counted where anybody can see it (product rule; ADR 10). */
export const K = 10
