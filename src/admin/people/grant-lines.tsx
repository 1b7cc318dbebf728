import type { ShownGrant } from '../../contract/sessions'
import { roleNames } from '../../domain/staff/words'

export const GrantLines = ({ grants }: { grants: readonly ShownGrant[] }) => (
  <ul className="grant-lines">
    {grants.map(({ role, branchId, branchName }) => (
      <li key={`${role} ${branchId}`}>
        {roleNames[role]} <span className="soft">· {branchName}</span>
      </li>
    ))}
  </ul>
)
