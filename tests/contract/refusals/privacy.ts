/** Called by `refusals.test.ts`: registers the tests of this room. */
export function privacyRefusals(): void {}
