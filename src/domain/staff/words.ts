/** Who works in the console. A person may hold several; a piece still needs two people. */
export const roles = ['editor', 'reviewer', 'manager'] as const
export type Role = (typeof roles)[number]

export const roleNames: Record<Role, string> = { editor: '内容编辑', reviewer: '内容审核', manager: '管理员' }
