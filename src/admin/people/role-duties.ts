import type { Role } from '../../domain/staff/words'

/** What each may do, for whoever gives a role out. */
export const duties: Record<Role, string> = {
  counsellor: '接待来访的职工',
  supervisor: '督导咨询，两位一起决定是否查看身份',
  editor: '写内容、提交审核、看数据',
  reviewer: '审核别人写的内容、看数据',
  host: '组织活动',
  manager: '管理人员和组织、导入名单、看数据',
  auditor: '查看谁读过什么，核对记录',
}
