/** Those that many permissions share: whoever uses the app, whoever comes at all, and each with what is their own. */
export const readers = { visitor: 'everywhere', employee: 'everywhere' } as const
export const everyone = {
  ...readers,
  counsellor: 'everywhere',
  supervisor: 'everywhere',
  editor: 'everywhere',
  reviewer: 'everywhere',
  host: 'everywhere',
  manager: 'everywhere',
  auditor: 'everywhere',
} as const
export const employeesOwn = { employee: 'own' } as const
